import { readSubject, readSubjectAtStart } from './english-names.ts'
import type { Mention } from './types.ts'

const SAYING = [
  'said|says|say|told|tells|added|adds|stated|states|declared|declares|explained|explains|recalled|recalls',
  'testified|testifies|wrote|writes|noted|notes|insisted|insists|stressed|stresses|emphasi[sz]ed|continued|continues',
  'went on|concluded|replied|replies|answered|asked|asks|remarked|observed|argued|argues|warned|warns|claimed|claims',
  'alleged|maintained|reported|announced|admitted|confirmed|acknowledged|recounted|recounts|remembered|remembers',
  'reiterated|pointed out|commented|complained|whispered|shouted|cried|vowed|pledged|promised|urged|demanded',
  'affirmed|asserted|responded|underlined|underscored|joked|lamented|tweeted|posted',
].join('|')
const CALLING = 'called|calls|labelled|labeled|termed|branded|denounced|described|describes|dubbed'
/** Verbs by which a reporter relays what someone stated as a fact; appeals and comments are the reporter's summary. */
const RELAYING =
  'said|says|told|tells|stated|states|testified|testifies|recalled|recalls|recounted|recounts|explained|added|declared|claimed|alleged|maintained|insisted|remembered|wrote|admitted|confirmed'

/** Words for people, at the head of a role: “a former prisoner”, “the boy's mother”, “one of the witnesses”. */
const PERSON =
  /\b(?:prisoners?|witness(?:es)?|survivors?|m[ae]n|wom[ae]n|mother|father|brother|sister|son|daughter|wife|husband|widow|cousin|boy|girl|officials?|spokes\w+|lawyer|solicitor|judge|doctor|nurse|guard|soldier|officer|teacher|student|resident|neighbou?r|worker|driver|farmer|journalist|reporter|activist|leader|member|minister|president|secretary|director|manager|relative|friend|colleague|inmate|detainee|victim|refugee|volunteer|expert|professor|historian|mayor|chief|commander|source|captain|fisherman|keeper)(?=\s|$)/u

const SAYING_VERB = new RegExp(`(?<=^|[\\s,])(?:${SAYING})(?=[\\s,.:;]|$)`, 'giu')
const LEAD_VERB = new RegExp(`(?<=^|[\\s,])(?:${SAYING}|${CALLING})(?=[\\s,.:;]|$)`, 'giu')
const RELAYING_VERB = new RegExp(`(?<=[\\s,])(?:${RELAYING})(?=[\\s,])`, 'iu')
const PASSIVE_BEFORE =
  /(?:\b(?:is|was|are|were|been|be|being|become|became|so|widely|commonly|what)\s+)(?:\w+ly\s+)?$/iu

/** “in his “news anchor” voice”: words of the narrator's own sentence, held up by a determiner before and a noun after. */
export function isHeldUp(before: string, after: string): boolean {
  if (!/\b(?:an?|the|his|her|their|its|this|that)(?:\s+\p{Ll}+)?\s*$/u.test(before)) return false
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1]
  return (
    next !== undefined &&
    !/^(?:and|or|but|about|by|when|in|on|at|to|for|from|of|with|that|as|because|after|before|during|if|while|said|says)$/u.test(
      next,
    )
  )
}

/** What the words right before a quotation say of its speaker; `clause` runs from the sentence's start to the mark. */
export function readEnglishLead(clause: string, words: number): Mention | null {
  const according =
    /\b(?:according to|in the words of|as)\s+([^,]+(?:,[^,]*?)?)\s*(?:,|put it)[:,\s]*$/iu.exec(
      clause,
    )
  if (according !== null) {
    const mention = readSubjectAtStart(according[1]!)
    if (mention !== null) return mention
  }
  const label = /^([^:,]{2,60}):\s*$/u.exec(clause.trim())
  if (label !== null && !new RegExp(`\\b(?:${SAYING})\\b`, 'iu').test(clause)) {
    const mention = readSubject(label[1]!)
    return mention?.kind === 'name' ? mention : null
  }
  const verbs = [...clause.matchAll(LEAD_VERB)]
  for (const verb of verbs.reverse()) {
    const after = clause.slice(verb.index + verb[0].length)
    const gap = after.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    // A far verb leads in only where a colon, a comma or "that" points to the quotation.
    const points = /(?:[:,–—]|\bthat|\bas|\bsaying)\s*$/iu.test(after)
    if (gap > (points ? 25 : 8)) continue
    const before = clause.slice(0, verb.index)
    if (PASSIVE_BEFORE.test(before)) continue
    if (words <= 3 && gap > 6) continue
    const inverted = /^\s*$/.test(before)
      ? readSubjectAtStart(after.replace(/[\s,:]+$/u, ''))
      : null
    const mention = inverted ?? readSubject(before) ?? null
    if (mention !== null) return mention
  }
  return null
}

/** What the words right after a quotation say of its speaker; `clause` runs from the mark to the sentence's end. */
export function readEnglishTag(clause: string): { mention: Mention; rest: string } | null {
  const tag = clause.replace(/^[\s,–—]+/u, '')
  const according = /^(?:according to|as)\s+(.+?)(?:\s+put it)?[.,;]?$/iu.exec(tag)
  if (according !== null) {
    const mention = readSubjectAtStart(according[1]!)
    return mention === null ? null : { mention, rest: '' }
  }
  const verbs = [...tag.matchAll(SAYING_VERB)]
  const first = verbs[0]
  if (first === undefined) return null
  const rest = tag.slice(first.index + first[0].length)
  if (first.index === 0) {
    const mention = readSubjectAtStart(rest)
    return mention === null ? null : { mention, rest }
  }
  const subject = tag.slice(0, first.index)
  if (subject.split(/\s+/u).length > 30 || /^(?:and|but|or|who|which)\s/u.test(subject)) return null
  const mention = readSubject(subject)
  return mention === null ? null : { mention, rest }
}

/** Who a sentence without quotation marks reports as having stated its content, or null where it is narration. */
export function readEnglishReport(sentence: string): Mention | null {
  const according = /^(?:but |and |yet )?according to\s+([^,]+)(,[^,]*)?,/iu.exec(sentence)
  if (according !== null) {
    const mention = readSubjectAtStart(`${according[1]}${according[2] ?? ''}`)
    return mention !== null && relays(mention) ? mention : null
  }
  const verb = RELAYING_VERB.exec(sentence)
  if (verb === null) return null
  const rest = sentence.slice(verb.index + verb[0].length)
  if (
    !/^\s+(?:(?:[\p{L}’'-]+\s+){0,5}(?:that|how)\b|(?:he|she|they|it|there|the|his|her|their|its|no|all|some|most|many|when|in|on)\b)/iu.test(
      rest,
    )
  )
    return null
  if (!/that|how/iu.test(rest.slice(0, 60)) && !/^(?:said|says)$/iu.test(verb[0])) return null
  if (rest.split(/\s+/u).length < 5) return null
  const before = sentence.slice(0, verb.index)
  if (PASSIVE_BEFORE.test(before) || /\bwho$/u.test(before.trim())) return null
  const mention = readSubject(before)
  if (mention?.kind === 'role' && !beginsClause(before, mention.text)) return null
  return mention !== null && relays(mention) ? mention : null
}

function beginsClause(clause: string, words: string): boolean {
  const at = clause.toLowerCase().indexOf(words.toLowerCase())
  return at >= 0 && /(?:^|,\s*)$/u.test(clause.slice(0, at))
}

function relays(mention: Mention): boolean {
  if (mention.kind === 'organisation') return false
  return mention.kind !== 'role' || PERSON.test(mention.text)
}

export function isTitleOfWork(before: string): boolean {
  return /\b(?:book|film|movie|novel|song|article|report|play|poem|documentary|album|entitled|titled|headlined|series|painting)\s*,?\s*$/iu.test(
    before,
  )
}
