import type { Saying } from './english.ts'
import { readSentenceSubject } from './english-sentences.ts'
import { readSubject, readSubjectAtStart } from './english-subjects.ts'
import { SAYING } from './english-words.ts'
import { pronounMention } from './pronouns.ts'
import type { KnowsPerson, Mention } from './types.ts'

const SAYING_VERB = new RegExp(`(?<=^|[\\s,])(?:${SAYING})(?=[\\s,.:;]|$)`, 'giu')

export interface Tag extends Saying {
  /** What stands after its verb. */
  rest: string
  unsure?: boolean
}

/** What the words right after a quotation say of its speaker; `clause` runs from the mark to the sentence's end. */
export function readEnglishTag(
  clause: string,
  knows: KnowsPerson,
  /** A comma closes the words, so that what comes next is about who said them. */
  afterComma: boolean,
): Tag | null {
  const dash = /^\s*[–—―-]{1,2}\s*(?=\p{Lu}|an?\s|the\s)([^.:;]{2,120})\.?$/u.exec(clause)
  const tag = clause.replace(/^[\s,–—]+/u, '')
  if (dash !== null && ![...tag.matchAll(SAYING_VERB)].length) {
    const mention = readSubjectAtStart(dash[1]!)
    if (mention !== null && mention.kind !== 'organisation') return { mention, verb: '', rest: '' }
  }
  const according =
    /^according to\s+(.+?)[.,;]?$/iu.exec(tag) ?? /^as\s+(.+?)\s+puts?\s+it[.,;]?$/iu.exec(tag)
  if (according !== null) {
    const mention = readSubjectAtStart(according[1]!)
    if (mention !== null) return { mention, verb: '', rest: '' }
  }
  return (
    readVerb(tag, knows) ?? readTrailing(tag) ?? (afterComma ? readUnknownVerb(tag, knows) : null)
  )
}

const TRAILING = new RegExp(
  `^[^,]{2,80}(?:,[^,]{2,80})?,\\s+(${SAYING})\\s+((?:\\p{Lu}|the\\s|an?\\s|one\\s).+)$`,
  'su',
)

/** “… “the last tide” for Ostra, said Tove Lind, a rower”: the sentence that holds the words is hers as a whole. */
function readTrailing(tag: string): Tag | null {
  const [, verb, words] = TRAILING.exec(tag) ?? []
  const mention = words === undefined ? null : readSubjectAtStart(words)
  return mention === null || mention.text === 'one' ? null : { mention, verb: verb!, rest: '' }
}

function readVerb(tag: string, knows: KnowsPerson): Tag | null {
  for (const match of tag.matchAll(SAYING_VERB)) {
    const verb = match[0]
    const rest = tag.slice(match.index + verb.length)
    if (match.index === 0) {
      const mention = readSubjectAtStart(rest)
      return mention === null ? null : { mention, verb, rest }
    }
    const subject = tag.slice(0, match.index)
    if (subject.split(/\s+/u).length > 30 || /^(?:and|but|or|who|which|that)\s/u.test(subject))
      return null
    // “… as the quarrel over Pelle Storm continues, the Town Hall said”: no verb of the main clause.
    if (SUBORDINATE.test(subject) && !subject.includes(',')) continue
    const mention = readSubject(subject, knows) ?? sharedSubject(subject)
    if (mention !== null) return { mention, verb, rest }
    if (!/\b(?:who|whom|which|whose)\b/u.test(subject)) return null
  }
  return null
}

/** “…,” Lorne weighed in. “…,” quavered Brook: whatever verb it is, whoever comes after the comma spoke. */
function readUnknownVerb(tag: string, knows: KnowsPerson): Tag | null {
  const inverted = /^(\p{Ll}{3,}(?:ed|s))\s+(?=\p{Lu}|(?:the|an?|one)\s)(.+)$/su.exec(tag)
  const words = inverted?.[2] ?? tag
  const mention = inverted === null ? readSentenceSubject(words) : readSubjectAtStart(words)
  if (mention === null || !isTelling(mention, knows)) return null
  const verb = inverted?.[1] ?? /\s(\p{Ll}{2,}(?:ed|s|t|d))(?=[\s.,])/u.exec(words)?.[1]
  return verb === undefined ? null : { mention, verb, rest: '', unsure: true }
}

function isTelling(mention: Mention, knows: KnowsPerson): boolean {
  if (mention.kind === 'name') return /\s/u.test(mention.text) || knows(mention.text)
  return mention.text === 'he' || mention.text === 'she'
}

const SUBORDINATE =
  /^(?:as|while|because|since|after|before|if|when|until|though|although)\s+(?:\S+\s+){4}/iu

/** “…,” she laughed and then said: the pronoun that begins the tag. */
function sharedSubject(tag: string): Mention | null {
  const pronoun = /^(he|she|they|it)\s/iu.exec(tag)
  return pronoun === null ? null : pronounMention(pronoun[1]!)
}
