import { NAME, nameMention, PERSON, readRole } from './english-names.ts'
import type { Gender, Mention } from './types.ts'

/** Tells whether a name is that of a person of the report, known from elsewhere in it. */
export type KnowsPerson = (name: string) => boolean

const NAME_AT_END = new RegExp(`(?:^|[\\s(“"‘])(${NAME})[”"’]?$`, 'u')
const NAME_AT_START = new RegExp(`^[“"‘]?(${NAME})`, 'u')
const PRONOUN_AT_END = /(?:^|\s)(he|she|they|it)(?:\s+(?:himself|herself|themselves|both|all))?$/iu
const ROLE_AT_END =
  /(?:^|[\s,])((?:an?|the|one|another|the other|this|that|his|her|their|its|some|many|several|two|three)\s+(?:[\p{L}\d][\p{L}\d’'-]*\s+){0,7}?[\p{Ll}\d][\p{L}\d’'-]*(?:\s+(?:of|from|for|at|in|with)\s+(?:the\s+|an?\s+|her\s+|his\s+)?[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]*)*)?)$/u
const BARE_PLURAL_AT_END =
  /(?:^|,\s*)((?:\p{L}[\p{L}’'-]*\s+){0,3}(?:police|(?:state|public|national|local)\s+(?:television|radio|media|TV)|officials|witnesses|residents|survivors|activists|prosecutors|lawyers|relatives|villagers|prisoners|authorities|investigators|doctors|organi[sz]ers|campaigners|neighbou?rs|families))$/iu
const ADVERB_AT_END =
  /[\s,]+(?:also|then|later|has|had|have|was|is|further|again|once|simply|only|quietly|softly|himself|herself|reportedly|publicly|previously|repeatedly|and|who|\p{Ll}+ly)$/u
const APPOSITION =
  /^(?:an?|the|who|whose|whom|one of|now|aged|then|former|formerly|also|of|from|with|in|at|himself|herself|himself|no relation|\d|\p{Ll})/u
const CONNECTOR =
  /^(?:and|but|yet|so|or|still|then|meanwhile|however|later|now|today|instead|also)[\s,]+/iu
const FRONTED =
  /^(?:in|on|at|after|before|by|with|from|since|when|while|as|asked|speaking|during|despite|although|though|because|standing|sitting|addressing|writing|amid|under|following|until|if|once|two|three|nearly|some|to|among|throughout|according|responding|recalling|referring|pressed|looking|holding)\b/iu

/** The subject that stands at the end of a clause, right before its verb. */
export function readSubject(clause: string, knows: KnowsPerson): Mention | null {
  let rest = clause.trim().replace(/\s[–—-]\s/gu, ', ')
  // “…, Ada Lorne, who said”: the verb's subject is whom the relative clause tells of.
  const relative = /^(.*?[\p{L}”])(,?)\s+who(?:\s+\p{Ll}+ly|\s+also|\s+has|\s+had)?$/u.exec(rest)
  if (relative !== null) {
    const antecedent = readNounPhrase(relative[1]!.split(/,\s*/u).at(-1)!)
    if (antecedent !== null) return antecedent
  }
  for (let adverb = ADVERB_AT_END.exec(rest); adverb !== null; adverb = ADVERB_AT_END.exec(rest)) {
    if (/^[\s,]+who$/u.test(adverb[0])) break
    rest = rest.slice(0, adverb.index).trim()
  }
  const direct = rest.endsWith(',') ? null : readNounPhrase(rest)
  if (direct !== null && direct.kind !== 'name' && FRONTED.test(rest)) return direct
  const segments = rest.replace(/,\s*$/u, '').split(/,\s*/u)
  if (direct !== null && (direct.kind !== 'role' || segments.length === 1)) {
    const single = direct.kind === 'name' && !/\s/u.test(direct.text) && direct.titles.length === 0
    if (!single || segments.length === 1) return direct
    return knows(direct.text) ? direct : (fullNameBefore(segments, segments.length - 1) ?? direct)
  }
  // Without a comma before the verb, nothing stands between it and its subject.
  if (!rest.endsWith(',') && direct === null) return null
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index]!
    if (index > 0 && APPOSITION.test(segment)) continue
    const mention = readNounPhrase(segment)
    if (mention === null || mention.kind === 'pronoun') continue
    if (mention.kind === 'name' && !/\s/u.test(mention.text) && mention.titles.length === 0) {
      const fuller = knows(mention.text) ? null : fullNameBefore(segments, index)
      if (fuller !== null) return fuller
    }
    return withApposition(mention, segments.slice(index + 1))
  }
  return direct
}

/** “Nora Veld, a teacher from Ostra, Merland, said”: the last name is a place, an apposition stands before it. */
function fullNameBefore(segments: string[], from: number): Mention | null {
  for (let index = from - 1; index >= 0; index -= 1) {
    if (!APPOSITION.test(segments[index + 1]!) || index + 1 === from) continue
    const mention = readNounPhrase(segments[index]!)
    if (mention?.kind === 'name' && /\s/u.test(mention.text)) {
      return withApposition(mention, segments.slice(index + 1))
    }
  }
  return null
}

function withApposition(mention: Mention, segments: string[]): Mention {
  if (mention.role !== null || segments.length === 0) return mention
  const role = readRole(segments.join(', '))
  return role === null ? mention : { ...mention, role }
}

/** Reads what stands at the end of a phrase: pronoun, name with titles and a role before it, organisation, or role. */
function readNounPhrase(phrase: string): Mention | null {
  const text = phrase.trim()
  const pronoun = PRONOUN_AT_END.exec(text)
  if (pronoun !== null) return pronounMention(pronoun[1]!)
  const tail = text.replace(/\s*\([^)]*\)$/u, '')
  const named = NAME_AT_END.exec(tail)
  if (named !== null) {
    const at = tail.length - named[1]!.length
    const indefinite = /(?:^|\s)((?:an?|one|another)\s+[^,]{2,60})$/iu.exec(tail)
    // “One Labour member said”, “A Welsh Conservative said”: capitals, but nobody's name.
    if (indefinite !== null && !/(?:^|\s)\p{Ll}/u.test(indefinite[1]!.replace(/^\S+\s+/u, ''))) {
      const words = indefinite[1]!
      const text = words[0]!.toLowerCase() + words.slice(1)
      return { kind: 'role', text, titles: [], role: null, gender: null }
    }
    const mention = nameMention(named[1]!)
    if (mention !== null) {
      const before = tail.slice(0, at).trim()
      if (
        mention.kind === 'name' &&
        mention.titles.length === 0 &&
        /\b(?:of|in|from|at|near|to|with|for|against|by)(?:\s+the)?$/iu.test(before)
      ) {
        return roleMention(text)
      }
      if (mention.kind === 'organisation') return roleOfOrganisation(text) ?? mention
      return { ...mention, role: roleBefore(before) }
    }
  }
  return roleMention(text)
}

/** “A spokesman for the Home Department” is not the department. */
function roleOfOrganisation(text: string): Mention | null {
  const head =
    /(?:^|\s)((?:an?|the|one|another)\s+(?:[\p{L}’'-]+\s+){0,4}?[\p{L}’'-]+)\s+(?:for|of|from|at|in|with)\s/iu.exec(
      text,
    )
  return head !== null && PERSON.test(head[1]!) ? roleMention(text) : null
}

export function roleMention(text: string): Mention | null {
  const plain = text
    .replace(/\s*\([^)]*\)$/u, '')
    .replace(/^(?:The|An?|One|Another|His|Her|Their|Some|Many|Several|Two|Three)\b/u, (word) =>
      word.toLowerCase(),
    )
  const plural = BARE_PLURAL_AT_END.exec(plain)
  const role = ROLE_AT_END.exec(plain)
  if (role === null && plural === null) return null
  const words = (role?.[1] ?? plural![1]!).replace(/\s+who$/u, '')
  if (
    /^(?:the|this|that|his|her|their|its)\s+(?:day|time|place|event|end|world|way|word|words|idea|morning|night|year|week|first|last|only)$/iu.test(
      words,
    )
  )
    return null
  const organisation =
    /^(?:the|this|his|her|their|its)\s+(?:[\p{L}-]+\s+){0,2}(?:ministry|council|party|court|vestry|brief|notice|document|letter|government|agency|newspaper|daily|police|committee|organi[sz]ation|group|union|army|paper|report|statement|company|association|authority|commission|department|office|board|charity|magazine|broadcaster|television)(?:\s+(?:of|for)\s.*)?$/iu.test(
      words,
    )
  const gender: Gender =
    /\b(?:woman|mother|sister|widow|daughter|wife|girl|spokeswoman|aunt|niece|nun|actress)\b/u.test(
      words,
    )
      ? 'female'
      : /\b(?:man|father|brother|widower|son|husband|boy|spokesman|uncle|nephew|monk|priest)\b/u.test(
            words,
          )
        ? 'male'
        : null
  const isThing = !PERSON.test(words) && !PERSON_SUFFIX.test(words)
  return {
    kind:
      organisation || (isThing && /^(?:the|this|that|its)\s/iu.test(words))
        ? 'organisation'
        : 'role',
    text: words,
    titles: [],
    role: null,
    gender,
  }
}

/** Words for people by their ending: “the banker”, “an electrician”; and words of those endings for things. */
const PERSON_SUFFIX =
  /(?<!\b(?:pap|newspap|lett|ord|numb|chapt|post|chart|weath|wat|dang|pow|tow|num|oth|summ|wint|fact|err|mot|hon|fav|harb|col|flo|do|riv|quart|shelt|matt))(?:er|or|ist|ian|ant|eer|man|woman|people)s?$/u

/**
 * A role at the start of a clause, up to its noun and what belongs to it: “the witness | shook his head”. Whoever is told
 * of by more words (“who …”, “of …”) is introduced by them.
 */
function roleAtStart(clause: string): Mention | null {
  const noun = PERSON.exec(clause)
  if (noun === null) return roleMention(withoutAdjunct(clause))
  let end = noun.index + noun[0].length
  for (;;) {
    const next = PERSON.exec(clause.slice(end))
    if (next === null || !/^(?:[’']s?)?(?:\s+\p{Ll}+)?$/u.test(clause.slice(end, end + next.index)))
      break
    end += next.index + next[0].length
  }
  const rest = clause.slice(end)
  const tail =
    /^\s+(?:of|from|for|at|with)\s+(?:(?:the|a|an|his|her|their)\s+)?(?:[\p{L}’'-]+)(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*/u.exec(
      rest,
    )
  const introduces =
    tail !== null || /^(?:\s+(?:who|whose|whom|in|on|named|called)\b|,?\s+\d)/u.test(rest)
  const mention =
    roleMention(clause.slice(0, end + (tail?.[0].length ?? 0))) ?? roleMention(clause.slice(0, end))
  return mention === null ? null : { ...mention, introduces }
}

function roleBefore(before: string): string | null {
  const match = /(?:^|\s)((?:^\p{Lu}[\p{L}’'-]*\s+)?(?:\p{Ll}[\p{L}’'-]*,?\s*){1,6})$/u.exec(before)
  if (match === null) return null
  const words = match[1]!.trim().replace(/,$/u, '').split(/\s+/u)
  const start = words.findLastIndex((word) =>
    /^(?:the|an?|his|her|their|its|and|but|as|while|when|that|then|for|by|with|later|of|in|at|to|from|where|because|after|before|however|meanwhile)$/iu.test(
      word,
    ),
  )
  const role = words.slice(start + 1).join(' ')
  return role === '' ? null : role
}

/** The subject that stands at the start of a clause: “said Mrs. Ada Lorne, the mayor of Ostra, in reply”. */
export function readSubjectAtStart(clause: string): Mention | null {
  const text = clause.trim()
  const pronoun = /^(he|she|they|it)\b/iu.exec(text)
  if (pronoun !== null) return pronounMention(pronoun[1]!)
  const indefinite = /^((?:an?|one|another)\s+[^,.;:]+)/iu.exec(text)
  if (indefinite !== null) {
    // “said one Valley Party member”: the noun at the end is the head, not the capitals before it.
    const head = withoutAdjunct(indefinite[1]!)
    if (/\s\p{Ll}[\p{L}’'-]*$/u.test(head) && /\p{Lu}/u.test(head)) return roleMention(head)
  }
  // “Former lock keeper Tomas Brandt”, “The historian Johan Reck”, “Her father, Marcus Achterberg”.
  const before =
    /^((?:\p{Lu}[\p{Ll}’'-]*\s+)?(?:\p{Ll}[\p{L}’'-]*,?\s+){0,6})(?=[“"‘]?\p{Lu})/u.exec(text)
  const lead = before?.[1] ?? ''
  const isRole =
    lead.trim() === '' ||
    /^(?:the\s*|an?\s*)$/iu.test(lead) ||
    (/(?:^|\s)\p{Ll}/u.test(lead) && PERSON.test(lead.replace(/,/gu, ' ')))
  const named = isRole ? NAME_AT_START.exec(text.slice(lead.length)) : NAME_AT_START.exec(text)
  const skipped = isRole ? lead : ''
  if (named !== null && !/\b(?:of|in|from|at|to|on|for|with)\s*(?:the\s+)?$/u.test(skipped)) {
    const mention = nameMention(named[1]!)
    const after = text.slice(skipped.length + named[0].length)
    if (mention !== null && !/[’']s?$/u.test(named[1]!)) {
      const apposition = /^[”"’]?\s*(?:\([^)]*\))?,\s*([^,.;:]+)(?:[,.;:]|$)/u.exec(after)
      const role = skipped.trim() === '' ? readRole(apposition?.[1] ?? '') : readRole(skipped)
      return { ...mention, role: mention.kind === 'organisation' ? null : role }
    }
  }
  // “Merland's defence minister on Thursday rejected …”
  const office = /^(\p{Lu}[\p{L}-]*[’']s?\s+(?:[\p{L}-]+\s+){0,4}?[\p{Ll}-]+)(?=\s|$)/u.exec(text)
  if (office !== null && PERSON.test(office[1]!)) {
    return { kind: 'role', text: office[1]!, titles: [], role: null, gender: null }
  }
  const phrase =
    /^((?:an?|the|one|another|his|her|their|some|many|several|two|three)\s+[^,.;:]+)/iu.exec(text)
  if (phrase !== null) return roleAtStart(phrase[1]!)
  return BARE_PLURAL_AT_END.test(text.split(/[,.;:]/u)[0]!)
    ? roleMention(text.split(/[,.;:]/u)[0]!)
    : null
}

function withoutAdjunct(phrase: string): string {
  const cut = phrase.replace(
    /\s+(?:who|as|while|on|during|after|before|to|by|when|since)\s.*$/iu,
    '',
  )
  const short = cut.replace(/\s+(?:in|at|with)\s.*$/iu, '')
  return short
}

/** The subject of a whole sentence: what it begins with, after connecting words and fronted phrases. */
export function readSentenceSubject(sentence: string, anybody = false): Mention | null {
  let text = sentence
    .trim()
    .replace(/\s[–—-]\s/gu, ', ')
    .replace(/^[\s|,–—-]+/u, '')
  for (let connector = CONNECTOR.exec(text); connector !== null; connector = CONNECTOR.exec(text)) {
    text = text.slice(connector[0].length)
  }
  const about = new RegExp(`^For\\s+(${NAME})`, 'u').exec(text)
  if (about !== null) return nameMention(about[1]!)
  for (let guard = 0; guard < 3 && FRONTED.test(text); guard += 1) {
    const comma = /,\s*(?=(?:(?:the|an?|his|her|their|one|he|she|they|it)\s|\p{Lu}))/u.exec(text)
    if (comma === null) return null
    text = text.slice(comma.index + comma[0].length)
  }
  const mention = readSubjectAtStart(headOf(text))
  if (
    !anybody &&
    mention?.kind === 'role' &&
    !PERSON.test(mention.text) &&
    !/\b(?:an?|one|another)\b/iu.test(mention.text)
  )
    return null
  return mention
}

/** The sentence up to where its first verb begins, as far as the words tell: cut at relative clauses and verbs. */
function headOf(text: string): string {
  const verb =
    /\s(?:said|says|say|told|tells|was|were|is|are|has|had|have|did|does|do|would|will|could|can|may|might|must|should|remembers?|recalls?|knew|knows|came|went|took|stood|sat|stopped|described|describes|keeps?|kept|disputed|laughed|broke|gave|got|made|saw|lost|found|left|lives?|lived|works?|worked|\p{Ll}{3,}ed)(?=\s|[.,;:]|$)/u.exec(
      text,
    )
  return verb === null ? text : text.slice(0, verb.index)
}

export function pronounMention(word: string): Mention {
  const text = word.toLowerCase()
  const gender: Gender = text === 'she' ? 'female' : text === 'he' ? 'male' : null
  return { kind: 'pronoun', text, titles: [], role: null, gender }
}
