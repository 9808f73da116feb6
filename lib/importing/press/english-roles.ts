import { genderOfRole, PERSON, PERSON_AT_END } from './english-names.ts'
import { SOMEBODY } from './pronouns.ts'
import type { Mention } from './types.ts'

/** “The President said”: a title that stands for a name. */
export const TITLE_ALONE =
  /(?:^|\s)(?:the|this)\s+((?:\p{Lu}[\p{L}-]*\s+){0,2}(?:President|Minister|Chancellor|Premier|Pope|King|Queen|Prince|Princess|Governor|Mayor|Senator|Judge|General|Ambassador|Secretary|Archbishop|Bishop|Sheriff))$/iu

const ROLE_AT_END =
  /(?:^|[\s,])((?:an?|the|one|another|the other|this|that|his|her|their|its|some|many|several|two|three)\s+(?:[\p{L}\d][\p{L}\d’'-]*\s+){0,7}?[\p{Ll}\d][\p{L}\d’'-]*(?:\s+(?:of|from|for|at|in|(?:familiar\s+)?with|close\s+to)\s+(?:the\s+|an?\s+|her\s+|his\s+)?[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]*)*)?)$/u

export const BARE_PLURAL_AT_END =
  /(?:^|,\s*)((?:\p{L}[\p{L}’'-]*\s+){0,3}(?:police|(?:state|public|national|local)\s+(?:television|radio|media|TV)|officials|witnesses|residents|survivors|activists|prosecutors|lawyers|relatives|villagers|prisoners|authorities|investigators|doctors|organi[sz]ers|campaigners|neighbou?rs|families|critics|experts|sources|insiders|opponents|supporters|analysts|fans|protest[eo]rs|demonstrators|researchers|scientists))$/iu

const A_BODY_ALONE = /(?:^|\s)(?:police|television|radio|media|TV)$/iu

/** Words for people by their ending: “the banker”, “an electrician”; and words of those endings for things. */
const PERSON_SUFFIX =
  /(?<!\b(?:pap|newspap|lett|ord|numb|chapt|post|chart|weath|wat|dang|pow|tow|num|oth|summ|wint|fact|err|mot|ref|off|consid|rememb|diff|suff|cov|ent|discov|deliv|pref|answ|wond|gath|utt|hon|fav|harb|col|flo|do|riv|quart|shelt|matt))(?:er|or|ist|ian|ant|eer|man|woman|people)s?$/u

/** What no short name of a thing holds: the phrase reaches beyond its noun. */
const NOT_A_THING =
  /\s(?:over|after|before|comes?|just|as|on|by|to|with|about|has|is|was|in|at|and|but|when|while)\s|(?:\s\S+){6}/u

export const OBLIQUE =
  /\b(?:of|in|from|at|near|to|with|for|against|by|over|on|about|after|before|into|under)(?:\s+the)?$/iu

export function titleAlone(text: string): Mention | null {
  const title = TITLE_ALONE.exec(text)
  if (title === null) return null
  return { kind: 'role', text: `the ${title[1]}`, titles: [], role: null, gender: null }
}

/** “A spokesman for the Home Department” is not the department. */
export function roleOfOrganisation(text: string): Mention | null {
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
    /^(?:the|this|his|her|their|its)\s+(?:[\p{L}-]+\s+){0,2}(?:ministry|council|party|court|vestry|brief|notice|document|letter|government|agency|newspaper|daily|police|committee|organi[sz]ation|group|union|army|paper|report|statement|company|association|authority|commission|department|office|board|charity|magazine|broadcaster|television|firm|label|team|band|bank|club|business|start-?up|network|institute|studio|house|hospital|school|university|church|embassy|coalition|alliance|movement|campaign|bureau)(?:\s+(?:of|for)\s.*)?$/iu.test(
      words,
    )
  const gender = genderOfRole(words)
  const isThing = !A_BODY_ALONE.test(words) && !isPersonal(words)
  const at = plain.lastIndexOf(words)
  if (isThing && OBLIQUE.test(plain.slice(0, Math.max(0, at)).trim())) return null
  // “The sign says”, “the camp said”: whoever it is, it is no sign and no camp.
  if (isThing && !organisation)
    return /^(?:the|this|that|its)\s/iu.test(words) && !NOT_A_THING.test(words) ? SOMEBODY : null
  return {
    kind: organisation || A_BODY_ALONE.test(words) ? 'organisation' : 'role',
    text: words,
    titles: [],
    role: null,
    gender,
  }
}

/** Whether the noun that a phrase ends in, or that comes before what belongs to it, is somebody: “the claims of villagers” and “an investor call” are not. */
export function isPersonal(words: string): boolean {
  const counted = /^(?:one|some|many|several|most|all|two|three)\s+of\s+(.+)$/iu.exec(words)
  const noun = (counted?.[1] ?? words)
    .split(
      /,|\s(?:of|from|for|at|in|with|who|on|to|close|near|familiar|present|involved|named|called)(?:\s|$)/u,
    )[0]!
    .trim()
  return PERSON_AT_END.test(noun) || PERSON_SUFFIX.test(noun)
}

/** Where the first word for a person ends, with those that belong to it: “the chief executive | said”. */
export function endOfNoun(clause: string): number | null {
  const noun = PERSON.exec(clause)
  if (noun === null) return null
  let end = noun.index + noun[0].length
  for (;;) {
    const next = PERSON.exec(clause.slice(end))
    if (next === null || !/^(?:[’']s?)?(?:\s+\p{Ll}+)?$/u.test(clause.slice(end, end + next.index)))
      return end
    end += next.index + next[0].length
  }
}

/**
 * A role at the start of a clause, up to its noun and what belongs to it: “the witness | shook his head”. Whoever is told
 * of by more words (“who …”, “of …”) is introduced by them.
 */
export function roleAtStart(clause: string): Mention | null {
  const end = endOfNoun(clause)
  if (end === null) return roleMention(withoutAdjunct(clause))
  const rest = clause.slice(end)
  const tail =
    /^\s+(?:of|from|for|at|(?:familiar\s+)?with|close\s+to)\s+(?:(?:the|a|an|his|her|their)\s+)?(?:[\p{L}’'-]+)(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*/u.exec(
      rest,
    )
  const introduces =
    tail !== null || /^(?:\s+(?:who|whose|whom|in|on|named|called)\b|,?\s+\d)/u.test(rest)
  const mention =
    roleMention(clause.slice(0, end + (tail?.[0].length ?? 0))) ?? roleMention(clause.slice(0, end))
  return mention === null ? null : { ...mention, introduces }
}

export function roleBefore(before: string): string | null {
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

export function withoutAdjunct(phrase: string): string {
  const cut = phrase.replace(
    /(?<!close)\s+(?:who|as|while|on|during|after|before|to|by|when|since)\s.*$/iu,
    '',
  )
  const short = cut.replace(/\s+(?:in|at|with)\s.*$/iu, '')
  return short
}
