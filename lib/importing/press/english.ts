import { NAME, nameMention, PERSON } from './english-names.ts'
import { readSentenceSubject } from './english-sentences.ts'
import { readSubject, readSubjectAtStart } from './english-subjects.ts'
import { HOLDING_AS, HOLDING_PARTICIPLE, HOLDING_UP, RELAYING, SAYING } from './english-words.ts'
import { SOMEBODY } from './pronouns.ts'
import type { KnowsPerson, Mention } from './types.ts'

/** Somebody said to speak, and the verb by which the text says so. */
export interface Saying {
  mention: Mention
  verb: string
}

const SAYING_VERB = new RegExp(`(?<=^|[\\s,])(?:${SAYING})(?=[\\s,.:;]|$)`, 'giu')
const LEAD_VERB = new RegExp(
  `(?<=^|[\\s,])(?:${SAYING}|${HOLDING_UP}|${HOLDING_PARTICIPLE}|${HOLDING_AS})(?=[\\s,.:;]|$)`,
  'giu',
)
const PARTICIPLE = new RegExp(`^(?:${HOLDING_PARTICIPLE})$`, 'iu')
const RELAYING_VERB = new RegExp(`(?<=[\\s,])(?:${RELAYING})(?=[\\s,])`, 'iu')
const PASSIVE_BEFORE =
  /(?:\b(?:is|was|are|were|been|be|being|become|became|so|widely|commonly|what|(?<=(?:^|,)\s*)(?:also|still)|officially|sometimes|locally|popularly|affectionately)\s+)(?:\w+ly\s+)?$/iu
const HABITUAL = /^(?:calls?|describes?|refers?|reads?|dubs?)$/iu
const WHAT_BEFORE = /\b(?:what|which|that|whom)\s+(?:[\p{L}’']+\s+){0,3}$/iu

/** “in his “news anchor” voice”: words of the narrator's own sentence, held up by a determiner before and a noun after. */
export function isHeldUp(before: string, after: string, words = ''): boolean {
  if (
    /\b(?:so-called|known as|nicknamed|named|called the|dubbed|codenamed|code-named|the words?|the phrase|the term|the slogan|marked|labelled|signed|above the words|including|such as)\s*(?:the\s*)?$/iu.test(
      before,
    )
  ) {
    return true
  }
  if (!/\b(?:an?|the|his|her|their|its|this|that|these|those|of|whole|called)\s*$/u.test(before))
    return false
  // “called her “a liar””: words with an article of their own are no part of the narrator's phrase.
  if (/^(?:an?|the)\s/iu.test(words)) return false
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1]
  return (
    next !== undefined &&
    !/^(?:and|or|but|about|by|when|in|on|at|to|for|from|of|with|that|as|because|after|before|during|if|while|until|said|says|over|since|who|against|between|is|was|were|are|had|has|he|she|they|it|\p{Ll}{3,}ed)$/u.test(
      next,
    )
  )
}

/** What the words right before a quotation say of its speaker; `clause` runs from the sentence's start to the mark. */
export function readEnglishLead(
  clause: string,
  words: number,
  knows: KnowsPerson,
): (Saying & { unsure?: boolean }) | null {
  const according =
    /\b(?:according to|in the words of)\s+([^,]+(?:,[^,]*?)?)\s*,[:,\s]*$/iu.exec(clause) ??
    /\bas\s+([^,]+(?:,[^,]*?)?)\s*puts?\s+it[:,\s]*$/iu.exec(clause)
  if (according !== null) {
    const mention = readSubjectAtStart(according[1]!)
    if (mention !== null) return { mention, verb: '' }
  }
  const label = /^([^:,]{2,60}):\s*$/u.exec(clause.trim())
  if (label !== null && !new RegExp(`\\b(?:${SAYING})\\b`, 'iu').test(clause)) {
    const mention = readSubject(label[1]!, knows)
    if (mention?.kind === 'name') return { mention, verb: '' }
    // “Veck disagreed: “…””: who acts before a colon speaks after it.
    if (FROM_SOMEBODY.test(label[1]!)) return { mention: SOMEBODY, verb: '', unsure: true }
    const acting = readSentenceSubject(label[1]!)
    return acting?.kind === 'name' && knows(acting.text)
      ? { mention: acting, verb: '', unsure: true }
      : null
  }
  const verbs = [...clause.matchAll(LEAD_VERB)]
  for (const match of verbs.reverse()) {
    const verb = match[0]
    const after = clause.slice(match.index + verb.length)
    const gap = after.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    // A far verb leads in only where a colon, a comma or "that" points to the quotation.
    const points = /(?:[:,–—]|\bthat|\bas|\bsaying)\s*$/iu.test(after)
    const relays = /^\s+(?:(?:[\p{L}’'-]+\s+){0,6}?that|he|she|they|it)\b/u.test(after)
    if (gap > (relays ? 45 : points ? 30 : words <= 2 ? 12 : 20)) continue
    const before = clause.slice(0, match.index)
    const agent = readAgent(verb, after)
    if (agent !== null) return { mention: agent, verb }
    if (PASSIVE_BEFORE.test(before) || isNoVerb(verb, before)) continue
    // “A source hinted that Karlin wanted …”: the words are those of whoever says so.
    if (OF_THE_MIND.test(verb) && RELAYED.test(before)) continue
    const mention = leadSubject(before, after, verb, knows)
    // “Lorne said that after talks Ostra had concluded …”: a place or a body concludes, and the words are Lorne's.
    if (TOLD_OF.test(before) && mention !== null && !isSomebody(mention, knows)) continue
    if (HOLDS_AS.test(verb) && !/\bas\b/u.test(after)) continue
    if (words <= 3 && HABITUAL.test(verb) && WHAT_BEFORE.test(before) && !isKnown(mention, knows))
      continue
    if (mention !== null) return { mention, verb }
  }
  return readHolder(clause, knows)
}

/** “the United States”, “their fears that …”: words in the form of verbs. */
function isNoVerb(verb: string, before: string): boolean {
  if (/^\p{Lu}/u.test(verb)) return before.trim() !== ''
  return /(?:(?:^|\s)(?:the|an?|his|her|its|this|these|those|no|any|of)|[’']s|s[’'])\s+$/iu.test(
    before,
  )
}

function isSomebody(mention: Mention, knows: KnowsPerson): boolean {
  if (mention.kind === 'name') return mention.titles.length > 0 || knows(mention.text)
  return mention.kind === 'role' ? PERSON.test(mention.text) : mention.text !== 'it'
}

function isKnown(mention: Mention | null, knows: KnowsPerson): boolean {
  return /^(?:he|she)$/u.test(mention?.text ?? '') || (mention !== null && knows(mention.text))
}

/** “described by the mayor, Ada Lorne, as “…””: the passive names who spoke. */
function readAgent(verb: string, after: string): Mention | null {
  if (!/(?:ed|put|called)$/iu.test(verb)) return null
  const by =
    /^(?:\s+(?:on|last|this)\s+\p{L}+)?\s+by\s+(.+?)(?:,?\s+(?:as|of|for|to|with))?\s*$/u.exec(
      after,
    )
  return by === null ? null : readSubjectAtStart(by[1]!)
}

const SAYINGS_OF =
  'claim|charge|accusation|allegation|warning|statement|letter|ruling|report|testimony|speech|account|complaint|appeal|promise|pledge|insistence|assertion|suggestion|argument|view|verdict|memo|email|post|tweet|answer|reply|response|message|petition|diary'
const POSSESSED = new RegExp(
  `^(?:(?:But|And|Yet)\\s+)?(${NAME})\\s+(?:\\p{Ll}+\\s+){0,2}?(?:${SAYINGS_OF})s?\\b`,
  'u',
)

/** “According to a study by Tove Lind”: whose work it is. */
const AUTHORED =
  /^(?:an?|the|his|her|their|one)\s+[^,]*?\b(?:survey|study|report|analysis|book|paper|poll|account|estimate|review)\s+by\s+(.+)$/iu

/** Whose words a clause without a verb of saying holds: “According to Oster, …”, “Brandt's ruling …”, “For Lorne, it was …”. */
function readHolder(clause: string, knows: KnowsPerson): (Saying & { unsure: boolean }) | null {
  const text = clause.trim()
  const according = /^(?:but |and |yet )?according to\s+([^,]+),/iu.exec(text)
  if (according !== null) {
    const mention = readSubjectAtStart(AUTHORED.exec(according[1]!)?.[1] ?? according[1]!)
    return mention === null ? null : { mention, verb: '', unsure: false }
  }
  const aside = /,\s+according to\s+([^,]+),/iu.exec(text)
  const teller = aside === null ? null : readSubjectAtStart(aside[1]!)
  if (teller !== null) return { mention: teller, verb: '', unsure: false }
  const possessed = /[’']s?\s/u.test(text) ? POSSESSED.exec(text) : null
  const owner =
    possessed !== null && /[’']s?$/u.test(possessed[1]!) ? nameMention(possessed[1]!) : null
  if (owner !== null && knows(owner.text)) return { mention: owner, verb: '', unsure: true }
  const about = new RegExp(`^For\\s+(${NAME}),.*\\s(?:was|is|were|are|meant|means)$`, 'u').exec(
    text,
  )
  const mention = about === null ? null : nameMention(about[1]!)
  return mention !== null && knows(mention.text) ? { mention, verb: '', unsure: true } : null
}

/** “Brook showed her a message from his wife: …”: not his. */
const FROM_SOMEBODY = /\s(?:from|by)\s+\S+(?:\s+\S+){0,3}\s*$/u

/** “The Courier quoted Ada Lorne as saying”: the words are hers. */
function quotedElsewhere(before: string): Mention | null {
  const words = /\b(?:quot|cit)(?:es|ed|ing)\s+(.{2,80})\s+as(?:\s+having)?$/u.exec(
    before.trim(),
  )?.[1]
  return words === undefined ? null : readSubjectAtStart(words)
}

/** “…, with the harbour minister Ada Lorne warning of “…””. */
function namedAfterWith(before: string, knows: KnowsPerson): Mention | null {
  const words = /(?:^|,\s*)with\s+([^,]{4,90})$/u.exec(before.trim())?.[1]
  const mention = words === undefined ? null : readSubject(words, knows)
  return mention !== null && isSomebody(mention, knows) ? mention : null
}

const OF_THE_MIND =
  /^(?:wants|wanted|expects|expected|feels|felt|hopes|hoped|fears|feared|thinks|believes|worries|worried)$/iu
const RELAYED = new RegExp(
  `(?:^|\\s)(?:${SAYING}|hinted|hints|claim|argue|insist|suggest)\\s+that\\s+(?:\\S+\\s+){1,6}$`,
  'iu',
)
const TOLD_OF = new RegExp(`(?:^|\\s)(?:${SAYING})\\s+(?:that\\s|it\\s)`, 'iu')
const HOLDS_AS = new RegExp(`^(?:${HOLDING_AS})$`, 'iu')
const OWN_SUBJECT =
  /,\s+(?:al)?(?:though|while|whereas|but|because)\s+(?!(?:also|then|later|never|has|had|who|\p{Ll}+ly|\p{Ll}+(?:ed|ing))\b)\p{L}[^,]*$/u

const SAID_BEFORE = new RegExp(`^(.*\\S)\\s(?:${SAYING})(?:\\s[^,]{1,60})?,\\s*$`, 'su')

function leadSubject(
  before: string,
  after: string,
  verb: string,
  knows: KnowsPerson,
): Mention | null {
  if (/^\s*$/u.test(before) && PARTICIPLE.test(verb)) return null
  const quoted = quotedElsewhere(before)
  if (quoted !== null) return quoted
  // “But, said Lorne, “…””
  if (/^\s*(?:(?:But|And|Yet|So|Still|Then),?\s*)?$/u.test(before))
    return readSubjectAtStart(after.replace(/[\s,:]+$/u, ''))
  if (PARTICIPLE.test(verb)) {
    // “The boats are late, Lorne said, adding “…””: she adds it, whatever the sentence began with.
    const teller = SAID_BEFORE.exec(before)?.[1]
    const told = teller === undefined ? null : readSubject(teller, knows)
    if (told !== null && told.kind !== 'role') return told
    // “with one man telling the paper …”: the participle has a subject of its own.
    const absolute =
      /\bwith\s+((?:an?|one|the|another|some|many|several|other|critics|others)\b[^,]{0,50})$/iu.exec(
        before.trim(),
      )
    const own = absolute === null ? null : (readSubjectAtStart(absolute[1]!) ?? SOMEBODY)
    return own ?? namedAfterWith(before, knows) ?? readSentenceSubject(before, true)
  }
  const isShared = /(?:^|\s)(?:and|but|or|then)(?:\s+(?:then|also|later|\p{Ll}+ly))?\s*$/iu.test(
    before,
  )
  const direct = isShared ? null : readSubject(before, knows)
  if (direct !== null) return direct
  // “The house said the letters had been handed in and stressed …”: the verb shares the sentence's subject.
  if (!/\s|,$/u.test(before.trim())) return null
  const shared = readSentenceSubject(before, true)
  // “…, though a source hinted”: the clause that the verb stands in has a subject of its own.
  const isAnothers = !isShared && OWN_SUBJECT.test(before)
  return shared !== null && isAnothers ? SOMEBODY : shared
}

/** Who a sentence without quotation marks reports as having stated its content, or null where it is narration. */
export function readEnglishReport(sentence: string, knows: KnowsPerson): Mention | null {
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
  const mention = readSubject(before, knows)
  if (mention?.kind === 'role' && !beginsClause(before, mention.text)) return null
  return mention !== null && relays(mention) ? mention : null
}

/** Who speaks or acts in a sentence of narration. */
export function readEnglishActors(
  sentence: string,
  knows: KnowsPerson,
): { mention: Mention; speaks: boolean; index: number }[] {
  const text = sentence.replace(/^[\s|,–—-]+/u, '')
  const label = /^([^:,.]{2,40}):\s/u.exec(text)
  if (label !== null && knows(label[1]!)) {
    return [
      {
        mention: { kind: 'name', text: label[1]!, titles: [], role: null, gender: null },
        speaks: true,
        index: 0,
      },
    ]
  }
  // “A witness, he says, is someone who sees”: only “he” is somebody.
  const aside = new RegExp(`,\\s+([^,]{1,60}?)\\s+(?:${SAYING})\\s*,`, 'iu').exec(text)
  const inserted = aside === null ? null : readSubject(aside[1]!, knows)
  if (inserted !== null) return [{ mention: inserted, speaks: true, index: 0 }]
  const subject = readSentenceSubject(text)
  const first = subject === null ? [] : [{ mention: subject, speaks: false, index: 0 }]
  for (const verb of text.matchAll(SAYING_VERB)) {
    const before = text.slice(0, verb.index)
    if (PASSIVE_BEFORE.test(before)) continue
    if (/(?:^|\s)(?:and|but|or)(?:\s+\p{Ll}+ly)?\s*$/u.test(before) && subject !== null) {
      return [{ mention: subject, speaks: true, index: 0 }]
    }
    const behind = text.slice(verb.index + verb[0].length)
    // “The boats were late, said Tove Lind of the rowers.”
    const inverted =
      /^$|,\s*$/u.test(before) && /^\s+(?!\p{Ll}+ed\b)(?:\p{Lu}|an?\s|the\s)/u.test(behind)
    const mention =
      verb.index === 0 || inverted ? readSubjectAtStart(behind) : readSubject(before, knows)
    if (mention !== null && (mention.kind !== 'role' || PERSON.test(mention.text))) {
      return [...first, { mention, speaks: true, index: verb.index }]
    }
  }
  return first
}

function beginsClause(clause: string, words: string): boolean {
  const at = clause.toLowerCase().indexOf(words.toLowerCase())
  return at >= 0 && /(?:^|,\s*)$/u.test(clause.slice(0, at))
}

function relays(mention: Mention): boolean {
  if (mention.kind === 'organisation' || mention.text === 'it') return false
  return mention.kind !== 'role' || PERSON.test(mention.text)
}

/** “the film “Salt Road””; “the film “a disgrace”” is what somebody calls it, as its small letter tells. */
export function isTitleOfWork(before: string, words: string): boolean {
  if (/^\p{Ll}/u.test(words)) return false
  return /\b(?:book|film|movie|novel|song|article|report|play|poem|documentary|album|entitled|titled|headlined|series|painting|memoir|essay|quarterly|magazine|exhibition|brochure|programme|program|show|opera|operation|project|works?)\s*,?\s*$/iu.test(
    before,
  )
}
