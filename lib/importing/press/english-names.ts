import type { Gender, Mention } from './types.ts'

const TITLES: Record<string, Gender> = {
  mr: 'male',
  mrs: 'female',
  ms: 'female',
  miss: 'female',
  madam: 'female',
  madame: 'female',
  mme: 'female',
  sir: 'male',
  lord: 'male',
  lady: 'female',
  dame: 'female',
  sister: 'female',
  dr: null,
  prof: null,
  gen: null,
  col: null,
  capt: null,
  lt: null,
  sgt: null,
  sen: null,
  gov: null,
  professor: null,
  judge: null,
  justice: null,
  president: null,
  minister: null,
  senator: null,
  ayatollah: 'male',
  imam: 'male',
  sheikh: 'male',
  reverend: null,
  rev: null,
  captain: null,
  colonel: null,
  general: null,
  major: null,
  lieutenant: null,
  sergeant: null,
  ambassador: null,
  secretary: null,
  chancellor: null,
  congressman: 'male',
  congresswoman: 'female',
  mayor: null,
  governor: null,
}
const TITLE = `(?:${Object.keys(TITLES).join('|')})`
const TITLE_AT_START = new RegExp(`^(${TITLE}\\.?)\\s+`, 'iu')

const INNER_TITLE = new RegExp(
  `^((?:\\p{Lu}[\\p{L}’'-]*\\s+){0,2}\\p{Lu}[\\p{L}’'-]*)\\s+(${TITLE}\\.?)\\s+(?=\\p{Lu})`,
  'iu',
)
const WEEKDAY_AT_END = /\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u

const ORGANISATION =
  /(?:^|\s)(?:Ministry|Council|Organi[sz]ation|Amnesty|Committee|Commission|Agency|Party|Association|News|Times|Post|Guardian|Herald|Gazette|Tribune|Courier|Chronicle|University|Court|Office|Department|Government|Union|Front|Army|Police|Institute|Foundation|Society|Network|Federation|League|Centre|Center|Watch|Coalition|Bureau|Authority|Group)(?:\s|$)/u

/** Capitalised words that begin sentences and name nobody. */
const NOT_A_NAME = new Set(
  'A An The In On At Of And But Or So As If When While Where After Before Since During Then Later Now There Here This That These Those His Her Their Its Our My He She They It We I You One Two Three Some Many Most All Both Each Every Another Other Also Yet Still However Meanwhile Today Yesterday Tomorrow For From By With Without Under Over According Speaking Asked Because Although Though Once Until Sources Police Officials Witnesses Residents Critics Experts Lawyers People Others Prosecutors Authorities Investigators Doctors Relatives Activists Reports Survivors Prisoners Only Even Just Not No Yes What Who Which How Why Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)

const TOKEN = `(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Gov)\\.|\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)`
const PARTICLE = '(?:al-|el-|bin|ibn|van|von|der|den|de|da|di|la|le|ul)'
const NAME = `${TOKEN}(?:\\s+(?:${PARTICLE}\\s*)?(?:al-|el-)?${TOKEN})*`
const NAME_AT_END = new RegExp(`(?:^|[\\s(])(${NAME})$`, 'u')
const NAME_AT_START = new RegExp(`^(${NAME})`, 'u')
const PRONOUN_AT_END = /(?:^|\s)(he|she|they)(?:\s+(?:himself|herself|themselves|both|all))?$/iu
const ROLE_AT_END =
  /(?:^|[\s,])((?:an?|the|one|another|the other|this|that|his|her|their)\s+(?:(?:[\p{L}\d][\p{L}\d’'-]*)\s+){0,7}?[\p{Ll}\d][\p{L}\d’'-]*(?:\s+(?:of|from|for|at|in)\s+(?:the\s+)?[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]*)*)?)$/u
const ADVERB_AT_END =
  /[\s,]+(?:also|then|later|has|had|have|was|is|further|again|once|simply|only|quietly|softly|himself|herself|reportedly|publicly|previously|repeatedly|and|who|\p{Ll}+ly)$/u

/** The subject that stands at the end of a clause, right before its verb. */
export function readSubject(clause: string): Mention | null {
  let rest = clause.trim()
  for (let adverb = ADVERB_AT_END.exec(rest); adverb !== null; adverb = ADVERB_AT_END.exec(rest)) {
    if (/^[\s,]+who$/u.test(adverb[0])) break
    rest = rest.slice(0, adverb.index).trim()
  }
  const direct = rest.endsWith(',') ? null : readNounPhrase(rest)
  const segments = rest.replace(/,\s*$/u, '').split(/,\s*/u)
  if (direct !== null && (direct.kind !== 'role' || segments.length === 1)) {
    const single = direct.kind === 'name' && !/\s/u.test(direct.text) && direct.titles.length === 0
    if (!single || segments.length === 1) return direct
    return fullNameBefore(segments, segments.length - 1) ?? direct
  }
  // Without a comma before the verb, nothing stands between it and its subject.
  if (!rest.endsWith(',') && direct === null) return null
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index]!
    if (index > 0 && isApposition(segment)) continue
    const mention = readNounPhrase(segment)
    if (mention === null || mention.kind === 'pronoun') continue
    if (mention.kind === 'name' && !/\s/u.test(mention.text) && mention.titles.length === 0) {
      const fuller = fullNameBefore(segments, index)
      if (fuller !== null) return fuller
    }
    return withApposition(mention, segments.slice(index + 1))
  }
  return direct
}

/** “Nora Veld, a teacher from Ostra, Merland, said”: the last name is a place, an apposition stands before it. */
function fullNameBefore(segments: string[], from: number): Mention | null {
  for (let index = from - 1; index >= 0; index -= 1) {
    if (!isApposition(segments[index + 1]!) || index + 1 === from) continue
    const mention = readNounPhrase(segments[index]!)
    if (mention?.kind === 'name' && /\s/u.test(mention.text)) {
      return withApposition(mention, segments.slice(index + 1))
    }
  }
  return null
}

function isApposition(segment: string): boolean {
  return /^(?:an?|the|who|whose|one of|now|aged|then|former|formerly|also|of|from|with|in|at|himself|herself|\d|\p{Ll})/u.test(
    segment,
  )
}

function withApposition(mention: Mention, segments: string[]): Mention {
  if (mention.role !== null || segments.length === 0) return mention
  const role = readRole(segments.join(', '))
  return role === null ? mention : { ...mention, role }
}

function readRole(apposition: string): string | null {
  const role = apposition
    .trim()
    .replace(/^(?:\d+\s*,?\s*|aged \d+\s*,?\s*)/u, '')
    .replace(/^(?:the|an?)\s+/iu, '')
    .replace(/[\s,.]+$/u, '')
  if (/^(?:who|whose|speaking|in|at|on|from|with|as)\b/iu.test(role)) return null
  return role === '' || role.length > 200 ? null : role
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
        /\b(?:of|in|from|at|near|to|with|for|against|by)(?:\s+the)?$/iu.test(before)
      ) {
        return roleMention(text)
      }
      return { ...mention, role: roleBefore(before) }
    }
  }
  return roleMention(text)
}

function roleMention(text: string): Mention | null {
  const role = ROLE_AT_END.exec(
    text
      .replace(/\s*\([^)]*\)$/u, '')
      .replace(/^(?:The|An?|One|Another)\b/u, (word) => word.toLowerCase()),
  )
  if (role === null) return null
  const words = role[1]!
  if (
    /^(?:the|this|that|his|her|their)\s+(?:day|time|place|event|end|world|way|word|words|idea)$/iu.test(
      words,
    )
  )
    return null
  const organisation =
    /^(?:the|this|his|her|their)\s+(?:ministry|council|party|court|government|agency|newspaper|daily|police|committee|organi[sz]ation|group|union|army|paper|report|statement)\b/iu.test(
      words,
    )
  const gender: Gender = /\b(?:woman|mother|sister|widow|daughter|wife|girl)\b/u.test(words)
    ? 'female'
    : /\b(?:man|father|brother|widower|son|husband|boy)\b/u.test(words)
      ? 'male'
      : null
  return {
    kind: organisation ? 'organisation' : 'role',
    text: words,
    titles: [],
    role: null,
    gender,
  }
}

function roleBefore(before: string): string | null {
  const match = /(?:^|\s)((?:^\p{Lu}[\p{L}’'-]*\s+)?(?:\p{Ll}[\p{L}’'-]*\s*){1,6})$/u.exec(before)
  if (match === null) return null
  const words = match[1]!.trim().split(/\s+/u)
  const start = words.findLastIndex((word) =>
    /^(?:the|an?|and|but|as|while|when|that|then|for|by|with|later|of|in|at|to|from|where|because|after|before|however|meanwhile)$/u.test(
      word,
    ),
  )
  const role = words.slice(start + 1).join(' ')
  return role === '' ? null : role
}

/** The subject that stands at the start of a clause: “said Mrs. Ada Lorne, the mayor of Ostra, in reply”. */
export function readSubjectAtStart(clause: string): Mention | null {
  const text = clause.trim()
  const pronoun = /^(he|she|they)\b/iu.exec(text)
  if (pronoun !== null) return pronounMention(pronoun[1]!)
  const indefinite = /^((?:an?|one|another)\s+[^,.;:]+)/iu.exec(text)
  if (indefinite !== null) {
    // “said one Valley Party member”: the noun at the end is the head, not the capitals before it.
    const head = withoutAdjunct(indefinite[1]!)
    if (/\s\p{Ll}[\p{L}’'-]*$/u.test(head) && /\p{Lu}/u.test(head)) return roleMention(head)
  }
  const before = /^((?:the\s+|an?\s+)?(?:\p{Ll}[\p{L}’'-]*\s+){0,6})(?=\p{Lu})/u.exec(text)
  const lead = before?.[1] ?? ''
  const named = NAME_AT_START.exec(text.slice(lead.length))
  if (named !== null && !/\b(?:of|in|from|at|to|on)\s*(?:the\s+)?$/u.test(lead)) {
    const mention = nameMention(named[1]!)
    if (mention !== null) {
      const after = text.slice(lead.length + named[0].length)
      const apposition = /^\s*(?:\([^)]*\))?,\s*([^,.;:]+)(?:[,.;:]|$)/u.exec(after)
      const role = lead.trim() === '' ? readRole(apposition?.[1] ?? '') : readRole(lead)
      return { ...mention, role }
    }
  }
  const phrase = /^((?:an?|the|one|another)\s+[^,.;:]+)/iu.exec(text)
  if (phrase === null) return null
  const head = withoutAdjunct(phrase[1]!)
  return roleMention(head)
}

function withoutAdjunct(phrase: string): string {
  return phrase.replace(/\s+(?:who|as|while|in|at|on|during|after|before|to|by)\s.*$/iu, '')
}

function pronounMention(word: string): Mention {
  const text = word.toLowerCase()
  const gender: Gender = text === 'she' ? 'female' : text === 'he' ? 'male' : null
  return { kind: 'pronoun', text, titles: [], role: null, gender }
}

function nameMention(words: string): Mention | null {
  let rest = words
  for (let first = rest.split(/\s+/u)[0]!; NOT_A_NAME.has(first); first = rest.split(/\s+/u)[0]!) {
    rest = rest.slice(first.length).trim()
    if (rest === '') return null
  }
  const titles: string[] = []
  let gender: Gender = null
  for (let title = TITLE_AT_START.exec(rest); title !== null; title = TITLE_AT_START.exec(rest)) {
    titles.push(title[1]!)
    gender ??= TITLES[title[1]!.toLowerCase().replace('.', '')] ?? null
    rest = rest.slice(title[0].length)
  }
  // “Macedonian President Jan Brook”: what stands before a title inside the run belongs to it.
  const inner = INNER_TITLE.exec(rest)
  if (inner !== null) {
    titles.push(`${inner[1]} ${inner[2]}`)
    gender ??= TITLES[inner[2]!.toLowerCase().replace('.', '')] ?? null
    rest = rest.slice(inner[0].length)
  }
  const isPossessive = /[’']s$/u.test(rest)
  const text = rest
    .replace(/[’']s$/u, '')
    .replace(WEEKDAY_AT_END, '')
    .trim()
  if (text === '' || /^\p{Lu}\.$/u.test(text)) return null
  const organisation =
    titles.length === 0 &&
    (isPossessive || ORGANISATION.test(text) || /^[\p{Lu}\d/&-]{2,}$/u.test(text))
  return { kind: organisation ? 'organisation' : 'name', text, titles, role: null, gender }
}

const NAMES = new RegExp(`(?<![\\p{L}’'])(${NAME})`, 'gu')

/** Every run of capitalised words in a text that may name a person, with its place and what stands right after. */
export function findEnglishNames(
  text: string,
): { mention: Mention; index: number; afterPreposition: boolean }[] {
  const found = []
  for (const match of text.matchAll(NAMES)) {
    const mention = nameMention(match[1]!)
    if (mention === null || mention.kind !== 'name') continue
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    const after = text.slice(match.index + match[0].length)
    const apposition = /^(?:\s*\([^)]*\))?,\s*((?:[^,.;:]|,(?=\s*\d))+),/u.exec(after)
    const starts = apposition !== null && /^(?:an?\s|the\s|former\s|\p{Ll})/u.test(apposition[1]!)
    found.push({
      mention: starts ? { ...mention, role: readRole(apposition[1]!) } : mention,
      index: match.index,
      afterPreposition:
        /\b(?:in|at|from|of|to|near|outside|for|by|with|against|about|between|than|like|via)(?:\s+the)?\s+$/iu.test(
          before,
        ),
    })
  }
  return found
}
