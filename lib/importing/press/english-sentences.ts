import { NAME, nameMention } from './english-names.ts'
import { isPersonal } from './english-roles.ts'
import { FRONTED, readSubjectAtStart } from './english-subjects.ts'
import type { Mention } from './types.ts'

const CONNECTOR =
  /^(?:and|but|yet|so|or|still|then|meanwhile|however|later|now|today|instead|also)[\s,]+/iu
/** “Reading from notes, …” */
const DOING =
  /^\p{Lu}\p{Ll}{2,}ing\s+(?:from|to|at|on|in|an?|the|his|her|their|with|for|through|about|into|over|that)\s/u

const PLACE_GOES_ON = new RegExp(
  `^${NAME},\\s+(?=(?:${NAME}(?<![’']s?)|he|she|they|it)\\s+\\p{Ll})`,
  'u',
)

/** The subject of a whole sentence: what it begins with, after connecting words and fronted phrases. */
export function readSentenceSubject(sentence: string, anybody = false): Mention | null {
  let text = sentence
    .trim()
    .replace(/\s[–—-]\s/gu, ', ')
    .replace(/^[\s|,–—-]+/u, '')
  for (let connector = CONNECTOR.exec(text); connector !== null; connector = CONNECTOR.exec(text)) {
    text = text.slice(connector[0].length)
  }
  const cleft = new RegExp(`^It\\s+(?:was|is)\\s+(${NAME})\\s+who\\b`, 'u').exec(text)
  if (cleft !== null) return nameMention(cleft[1]!)
  const about = new RegExp(`^For\\s+(${NAME})`, 'u').exec(text)
  if (about !== null) return nameMention(about[1]!)
  for (let guard = 0; guard < 3 && (FRONTED.test(text) || DOING.test(text)); guard += 1) {
    const comma = /,\s*(?=(?:(?:the|an?|his|her|their|one|he|she|they|it)\s|\p{Lu}))/u.exec(text)
    if (comma === null) return null
    text = text.slice(comma.index + comma[0].length)
  }
  // “In Salem, New Hampshire, Lorne went …”: what goes on with a place is no subject.
  text = text.replace(PLACE_GOES_ON, '')
  const mention = readSubjectAtStart(headOf(text))
  if (!anybody && mention?.kind === 'role' && !isPersonal(mention.text)) return null
  return mention
}

/** The sentence up to where its first verb begins, as far as the words tell: cut at relative clauses and verbs. */
function headOf(text: string): string {
  const verb =
    /\s(?:said|says|say|told|tells|was|were|is|are|has|had|have|did|does|do|would|will|could|can|may|might|must|should|remembers?|recalls?|knew|knows|came|went|took|stood|sat|stopped|described|describes|keeps?|kept|disputed|laughed|broke|gave|got|made|saw|lost|found|left|lives?|lived|works?|worked|(?<!^(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s)\p{Ll}{3,}ed)(?=\s|[.,;:]|$)/u.exec(
      text,
    )
  return verb === null ? text : text.slice(0, verb.index)
}
