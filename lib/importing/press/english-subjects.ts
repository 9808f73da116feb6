import { bodyAtEnd, bodyAtStart, withArticle } from './english-bodies.ts'
import { holderOfOffice, NAME, nameMention, PERSON, readRole } from './english-names.ts'
import {
  BARE_PLURAL_AT_END,
  endOfNoun,
  isPersonal,
  OBLIQUE,
  roleAtStart,
  roleBefore,
  roleMention,
  roleOfOrganisation,
  TITLE_ALONE,
  titleAlone,
  withoutAdjunct,
} from './english-roles.ts'
import { SAYING } from './english-words.ts'
import { pronounMention, SOMEBODY } from './pronouns.ts'
import type { KnowsPerson, Mention } from './types.ts'

const NAME_AT_END = new RegExp(`(?:^|[\\s(“"‘])(${NAME})[”"’]?$`, 'u')
const NAME_AT_START = new RegExp(`^[“"‘]?(${NAME})`, 'u')
const PRONOUN_AT_END = /(?:^|\s)(he|she|they|it)(?:\s+(?:himself|herself|themselves|both|all))?$/iu
const ADVERB_AT_END =
  /[\s,]+(?:also|then|later|has|had|have|was|is|further|again|once|simply|only|quietly|softly|himself|herself|reportedly|publicly|previously|repeatedly|and|who|\p{Ll}+ly)$/u
const APPOSITION =
  /^(?:an?|the|who|whose|whom|one of|now|aged|then|former|formerly|also|of|from|with|in|at|himself|herself|no relation|\p{Lu}[\p{L}-]*[’']s?\s+\p{Ll}|\d|\p{Ll})/u
/** “a spokeswoman for the river group FlowOn”, “head of the Guild of Rowers”: what one person is, ending in a name. */
const ROLE_OF_NAME = new RegExp(
  `^(?:an?\\s|the\\s|\\p{Ll})(?:(?!\\s(?:of|for|at|from|with)\\s).)*(?<=${PERSON.source}(?<!s))\\s+(?:of|for|at|from|with)\\s.*\\p{Lu}[^\\s]*$`,
  'u',
)
const BEGINS_CLAUSE = /^(?:(?:al)?though|while|whereas|but|because|and)\s/u
/** What begins a clause before its subject: “In May, …”, “Asked by Lorne, …”. */
export const FRONTED =
  /^(?:in|on|at|after|before|by|with|from|since|when|while|as|asked|speaking|during|despite|although|though|because|standing|sitting|addressing|writing|amid|under|following|until|if|once|two|three|nearly|some|to|among|throughout|according|responding|recalling|referring|pressed|looking|holding|reached|\p{L}+ed\s+(?:by|in|at|on|with|to|for|about|if|whether|why|what|how))\b/iu

const DESCRIBED_NAME = new RegExp(
  `^(?:an?\\s+)?((?!of\\b|for\\b|from\\b|in\\b|at\\b|with\\b)\\p{Ll}+ly\\s+\\p{Ll}+|\\p{Ll}+(?:al|ed|ing|ful|nt|ous|ive|ry|less|ic)|\\d+-year-old)\\s+(${NAME})`,
  'u',
)
/** “The group, Rowers United, …”, “another witness in the inquiry, former clerk Hanna Oster” */
const INTRODUCED = new RegExp(
  `^((?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\\s+[\\p{Ll}-]+(?:\\s+[\\p{Ll}-]+){0,5}),\\s+((?:[\\p{Ll}-]+\\s+){0,5})(${NAME})(?=[,.;]|$|\\s+\\p{Ll}+(?:s|ed|d|t)\\s)`,
  'u',
)
/** The subject that stands at the end of a clause, right before its verb. */
export function readSubject(clause: string, knows: KnowsPerson): Mention | null {
  let rest = clause
    .trim()
    .replace(/\s[–—-]\s/gu, ', ')
    .replace(/(?<=\p{L})\s*\(\p{Lu}[\p{Lu}\d.&-]+\)$/u, '')
  // “…, Ada Lorne, who said”: the verb's subject is whom the relative clause tells of.
  const relative =
    /^(.*?[\p{L}”])(,?)\s+who(?:\s+(?:\p{Ll}+ly|also|once|has|had|(?:in|on|at|last|earlier)\s+[\p{L}\d]+(?:\s+[\p{L}\d]+)?))?$/u.exec(
      rest,
    )
  if (relative !== null) {
    const antecedent = whoIsToldOf(relative[1]!.split(/,\s*/u), knows)
    if (antecedent !== null) return antecedent
  }
  for (let adverb = ADVERB_AT_END.exec(rest); adverb !== null; adverb = ADVERB_AT_END.exec(rest)) {
    if (/^[\s,]+who$/u.test(adverb[0])) break
    rest = rest.slice(0, adverb.index).trim()
  }
  rest = rest.replace(WITH_OTHERS, '')
  if (isPair(rest, knows)) return SOMEBODY
  const direct = rest.endsWith(',') ? null : readNounPhrase(rest)
  if (direct !== null && direct.kind !== 'name' && FRONTED.test(rest)) return direct
  const segments = rest.replace(/,\s*$/u, '').split(/,\s*/u)
  const introduced = rest.endsWith(',') ? introducedName(segments, knows) : null
  if (introduced !== null) return introduced
  // “Paul Newman, of analysts RSM said”: the apposition ends with a name of its own.
  const endsInName =
    segments.length > 1 &&
    (direct?.kind === 'organisation'
      ? APPOSITION.test(segments.at(-1)!)
      : (direct === null || isSingleName(direct)) && ROLE_OF_NAME.test(segments.at(-1)!))
  if (endsInName && !FRONTED.test(rest)) {
    const before = fullNameBefore(segments, segments.length)
    if (before !== null) return before
  }
  if (direct !== null && BEGINS_CLAUSE.test(segments.at(-1)!)) return direct
  if (direct !== null && (direct.kind !== 'role' || segments.length === 1)) {
    if (!isSingleName(direct) || segments.length === 1) return direct
    return knows(direct.text) ? direct : (fullNameBefore(segments, segments.length - 1) ?? direct)
  }
  // Without a comma before the verb, nothing stands between it and its subject.
  if (!rest.endsWith(',') && direct === null) return null
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index]!
    if (index > 0 && APPOSITION.test(segment)) continue
    const mention = readNounPhrase(segment)
    if (mention === null || mention.kind === 'pronoun') continue
    if (isSingleName(mention)) {
      const fuller = knows(mention.text) ? null : fullNameBefore(segments, index)
      if (fuller !== null) return fuller
    }
    return withApposition(mention, segments.slice(index + 1))
  }
  return direct
}

/** “Lorne, now the mayor, who said”: the person described, “the mayor, who said” the role alone. */
function whoIsToldOf(segments: readonly string[], knows: KnowsPerson): Mention | null {
  const own = readNounPhrase(segments.at(-1)!)
  const described =
    own?.kind === 'role' && APPOSITION.test(segments.at(-1)!)
      ? NAME_AT_END.exec(segments.at(-2) ?? '')
      : null
  const named = described === null ? null : nameMention(described[1]!)
  return named !== null && knows(named.text) ? named : own
}

/** “Lorne and her team wrote”: she, first of all. */
const WITH_OTHERS = /(?<=\p{Lu}[\p{L}’'-]+)\s+and\s+(?:his|her|their)\s+\p{Ll}+$/u

const PAIR = new RegExp(
  `(?:^|[\\s,])(${NAME})\\s+and\\s+(${NAME})(?:\\s+(?:both|each|all|jointly))?$`,
  'u',
)

/** “Brook and Lorne both said”: the words are those of two. */
function isPair(clause: string, knows: KnowsPerson): boolean {
  const names = PAIR.exec(clause)
  return (
    names !== null && [names[1]!, names[2]!].every((name) => knows(nameMention(name)?.text ?? ''))
  )
}

const FULL_NAME = new RegExp(`^${NAME}$`, 'u')
const TOLD = new RegExp(`(?:^|\\s)(?:${SAYING})(?:\\s|$)`, 'u')

/** “Lorne, during a talk in Salem, …”: what may stand between a name and its verb. */
const INSERTED = new RegExp(
  `${APPOSITION.source}|^(?:during|speaking|appearing|writing|on|after|before|like|citing|asked)\\s`,
  'u',
)

/** “Ada Lorne, a fellow of the Council on Tides, Wind and Water, said”: the name that the clause begins with, whatever describes it. */
function introducedName(segments: string[], knows: KnowsPerson): Mention | null {
  const [first, second] = segments
  if (second === undefined || !FULL_NAME.test(first!) || !INSERTED.test(second)) return null
  if (segments.some((segment) => TOLD.test(segment))) return null
  const mention = nameMention(first!)
  const isSomebody = mention?.kind === 'name' && (/\s/u.test(mention.text) || knows(mention.text))
  return isSomebody ? withApposition(mention, segments.slice(1)) : null
}

function isSingleName({ kind, text, titles }: Mention): boolean {
  return kind === 'name' && !/\s/u.test(text) && titles.length === 0
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

const HEADED = new RegExp(
  `^(?:the|two|three|four|several|many|some)\\s+(?:\\p{Ll}+\\s+){0,3}?\\p{Ll}+(?<=${PERSON.source}|authors|scientists)(?<=s|men|women|people)\\s+(?:of|behind|who|whose)\\s`,
  'iu',
)

/** “Lorne’s lawyer” */
const ROLE_OF_SOMEBODY = new RegExp(
  `(?:^|[\\s,])(${NAME}(?<=[’']s?)(?:\\s+\\p{Ll}[\\p{L}-]*){1,4})$`,
  'u',
)

/** Reads what stands at the end of a phrase: pronoun, name with titles and a role before it, organisation, or role. */
function readNounPhrase(phrase: string): Mention | null {
  const text = phrase.trim()
  const pronoun = PRONOUN_AT_END.exec(text)
  if (pronoun !== null) return pronounMention(pronoun[1]!)
  const anybody = /(?:^|\s)(one|another|others|someone|somebody|many|some)$/iu.exec(text)
  if (anybody !== null && anybody.index === 0) {
    return SOMEBODY
  }
  const tail = text.replace(/\s*\([^)]*\)$/u, '')
  // “The PM”: capitals, but no body's.
  const office = /(?:^|\s)the\s+(PM|CEO|CFO|COO|DA)$/iu.exec(tail)?.[1]
  if (office !== undefined)
    return { kind: 'role', text: `the ${office}`, titles: [], role: null, gender: null }
  // “The authors of a study in the journal Tidewater”: who is meant comes first, and the name belongs to what follows.
  if (HEADED.test(tail)) return roleAtStart(tail)
  const body = bodyAtEnd(tail)
  if (body !== null) return body
  const belonging = ROLE_OF_SOMEBODY.exec(tail)?.[1]
  if (belonging !== undefined && isPersonal(belonging))
    return { kind: 'role', text: belonging, titles: [], role: null, gender: null }
  const named = NAME_AT_END.exec(tail)
  if (named !== null) {
    const run = holderOfOffice(tail.slice(0, tail.length - named[1]!.length), named[1]!)
    const at = tail.length - run.length
    const indefinite = /(?:^|\s)((?:an?|one|another)\s+[^,]{2,60})$/iu.exec(tail)
    // “One Labour member said”, “A Welsh Conservative said”: capitals, but nobody's name.
    if (indefinite !== null && !/(?:^|\s)\p{Ll}/u.test(indefinite[1]!.replace(/^\S+\s+/u, ''))) {
      const words = indefinite[1]!
      const text = words[0]!.toLowerCase() + words.slice(1)
      return { kind: 'role', text, titles: [], role: null, gender: null }
    }
    const mention = nameMention(run)
    if (mention === null && TITLE_ALONE.test(tail)) return titleAlone(tail)
    if (mention !== null) {
      const before = tail.slice(0, at).trim()
      if (
        mention.kind === 'name' &&
        mention.titles.length === 0 &&
        run === named[1] &&
        /\b(?:of|in|on|from|at|near|to|with|for|against|by)(?:\s+the)?$/iu.test(before)
      ) {
        return roleMention(text)
      }
      if (mention.kind === 'organisation') {
        return roleOfOrganisation(text) ?? (OBLIQUE.test(before) ? null : mention)
      }
      // “The Lindholm Democrat”, “the Kremlin”: no name of a person has an article.
      if (/(?:^|\s)the$/iu.test(before) && mention.titles.length === 0)
        return withArticle(mention.text)
      const office = run === named[1] ? roleBefore(before) : tail.slice(0, -run.length).trim()
      return { ...mention, role: office }
    }
  }
  return roleMention(text)
}

/** The subject that stands at the start of a clause: “said Mrs. Ada Lorne, the mayor of Ostra, in reply”. */
export function readSubjectAtStart(clause: string): Mention | null {
  const text = clause.trim()
  const pronoun = /^(he|she|they|it)\b/iu.exec(text)
  if (pronoun !== null) return pronounMention(pronoun[1]!)
  const medium = /^(?:state|public|local|national)\s+(?:television|radio|media|TV)\b/iu.exec(text)
  if (medium !== null) {
    return {
      kind: 'organisation',
      text: medium[0].toLowerCase(),
      titles: [],
      role: null,
      gender: null,
    }
  }
  const body = bodyAtStart(text)
  if (body !== null) return body
  // “said an emotional Lorne”, “said 23-year-old Bo Kast”
  const described = DESCRIBED_NAME.exec(text)
  if (described !== null && (/^\d/u.test(described[1]!) || !PERSON.test(described[1]!)))
    return nameMention(described[2]!)
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
    (/(?:^|\s)\p{Ll}/u.test(lead) &&
      (PERSON.test(lead.replace(/,/gu, ' ')) || isPersonal(lead.trim())))
  const named = isRole ? NAME_AT_START.exec(text.slice(lead.length)) : NAME_AT_START.exec(text)
  const skipped = isRole ? lead : ''
  if (named !== null && !/\b(?:of|in|from|at|to|on|for|with)\s*(?:the\s+)?$/u.test(skipped)) {
    const mention = nameMention(named[1]!)
    const after = text.slice(skipped.length + named[0].length)
    if (/^the\s*$/iu.test(skipped) && mention?.kind === 'name' && mention.titles.length === 0)
      return withArticle(mention.text)
    if (mention !== null && !/[’']s?$/u.test(named[1]!)) {
      const apposition = /^[”"’]?\s*(?:\([^)]*\))?,\s*([^,.;:]+)(?:[,.;:]|$)/u.exec(after)
      const role = skipped.trim() === '' ? readRole(apposition?.[1] ?? '') : readRole(skipped)
      return { ...mention, role: mention.kind === 'organisation' ? null : role }
    }
  }
  // “Merland's defence minister on Thursday rejected …”
  const possessive = /^\p{Lu}[\p{L}-]*[’']s?\s+/u.exec(text)
  if (possessive !== null) {
    const from = possessive[0].length - 1
    const words = text.slice(0, from + (endOfNoun(text.slice(from)) ?? 0))
    if (
      words.length > from &&
      !/[,.;:]|\s(?:as|of|in|for|to|with|at)\s/u.test(words) &&
      words.split(/\s+/u).length <= 6
    ) {
      return { kind: 'role', text: words, titles: [], role: null, gender: null }
    }
  }
  if (/^(?:another|others|someone|somebody)\s*(?:[,.;:]|$)/iu.test(text)) return SOMEBODY
  const titled = titleAlone(text.split(/[,.;:]/u)[0]!.replace(/\s+\p{Ll}+ly$/u, ''))
  if (titled !== null) return titled
  const introduced = INTRODUCED.exec(text)
  const bearer = introduced === null ? null : nameMention(introduced[3]!)
  if (introduced !== null && bearer !== null) {
    const role = roleAtStart(introduced[1]!)
    if (role?.kind === 'role' && bearer.kind === 'name' && /\s/u.test(bearer.text))
      return { ...bearer, role: readRole(introduced[1]!) }
    if (role?.kind === 'organisation')
      return { ...bearer, kind: 'organisation', titles: [], role: null }
  }
  const phrase =
    /^((?:an?|the|one|another|his|her|their|some|many|several|two|three)\s+[^,.;:]+)/iu.exec(text)
  if (phrase !== null) return roleAtStart(phrase[1]!)
  return BARE_PLURAL_AT_END.test(text.split(/[,.;:]/u)[0]!)
    ? roleMention(text.split(/[,.;:]/u)[0]!)
    : null
}
