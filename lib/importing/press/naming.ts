import { isPersian, splitSentences } from './blocks.ts'
import { isCountry } from './countries.ts'
import { findEnglishNames } from './english-names.ts'
import { SAYING } from './english-words.ts'
import { readDateline } from './layout.ts'
import { readPersianSpeaker } from './persian.ts'
import { findPersianNames, findSurnames } from './persian-names.ts'
import type { MarkedSpan } from './quotations.ts'
import type { Gender, NamedPlace, Span } from './types.ts'

/** Every name in the narration of a report, with what its surroundings tell of it. */
export function findNames(body: readonly Span[], marked: readonly MarkedSpan[][]): NamedPlace[] {
  const outside = body.map((block, index) => withoutQuotations(block, marked[index]!))
  const surnames = findSurnames(outside.filter(isPersian).join('\n'))
  const whole = outside.join('\n')
  const names = body.flatMap((block, index) => {
    const text = outside[index]!
    const persian = isPersian(block.text)
    const found = persian
      ? [...findPersianNames(text, surnames), ...findSpeakers(text, whole)]
      : findEnglishNames(text)
    return found
      .filter(({ mention }) => mention.titles.length > 0 || !isCountry(mention.text))
      .map(({ index: at, ...name }) => ({ ...name, at: block.start + at }))
  })
  return learnGenders(names, body, outside)
}

const PRONOUN_OF = { female: /^(?:she|her)\s/iu, male: /^(?:he|his)\s/iu } as const

const ANY_PRONOUN = /\b(?:he|she|him|her|his)\b/iu

/** “Ida Kestrel, her brother and …”: a possessive right after a name. */
const ITS_OWN = /^(?: and|,(?=[^,.;]* and ))\s+(his|her)\s/u
/** “Kestrel, who …, said she”: whoever says so means themselves. */
const SAYS_OF_SELF = new RegExp(`\\s(?:${SAYING})\\s+(?:that\\s+)?(he|she)\\b`, 'u')

/**
 * What pronouns tell of the gender of whom a report names: “Ida Kestrel then grew serious. She …”, where the sentence
 * names one person alone; “Kestrel said she …”; “Ida Kestrel, her brother and …”. Where they tell both, neither holds.
 */
function learnGenders(
  names: readonly NamedPlace[],
  body: readonly Span[],
  outside: readonly string[],
): NamedPlace[] {
  const told = new Map<NamedPlace, Gender>()
  const sentences = body.flatMap((block, index) =>
    cutAtQuotations(outside[index]!).map((one) => ({ ...one, from: block.start })),
  )
  sentences.forEach((sentence, at) => {
    const { text, from } = sentence
    const here = namesIn(names, sentence)
    for (const name of here) {
      const end = name.at - from - sentence.start + name.mention.text.length
      const own = ITS_OWN.exec(text.slice(Math.max(0, end)))
      if (own !== null) told.set(name, own[1] === 'her' ? 'female' : 'male')
    }
    const self = SAYS_OF_SELF.exec(text)
    const sayers = here.filter(({ at }) => self !== null && at < from + sentence.start + self.index)
    if (sayers.length === 1 && !sayers[0]!.oblique && !ANY_PRONOUN.test(text.slice(0, self!.index)))
      told.set(sayers[0]!, self![1] === 'she' ? 'female' : 'male')
    const gender = PRONOUN_OF.female.test(text)
      ? 'female'
      : PRONOUN_OF.male.test(text)
        ? 'male'
        : null
    const before = sentences[at - 1]
    // “A neighbour asked him to write. He wrote.”: the pronoun may look back on another pronoun.
    if (gender === null || before === undefined || ANY_PRONOUN.test(before.text)) return
    const people = namesIn(names, before).filter((name) => !name.oblique)
    if (people.length === 1 && people[0]!.mention.gender === null) told.set(people[0]!, gender)
  })
  return names.map((name) => {
    const gender = told.get(name)
    const isDoubted = [...told].some(
      ([other, its]) => its !== gender && surnameOf(other) === surnameOf(name),
    )
    return gender === undefined || isDoubted
      ? name
      : { ...name, person: true, mention: { ...name.mention, gender } }
  })
}

function namesIn(names: readonly NamedPlace[], { from, start, end }: Span & { from: number }) {
  return names.filter(({ at }) => at >= from + start && at < from + end)
}

function surnameOf({ mention }: NamedPlace): string {
  return mention.text.split(/\s+/u).at(-1)!
}

/** The sentences of narration, and what stands between two quotations as one of its own. */
function cutAtQuotations(outside: string): Span[] {
  return [...outside.matchAll(/[^|]+/gu)].flatMap(({ 0: part, index }) =>
    splitSentences(part).map(({ text, start, end }) => ({
      text: text.replace(/^[\s,”"’]+/u, ''),
      start: start + index,
      end: end + index,
    })),
  )
}

/** Persian subjects of verbs of saying are people, whatever their words. */
function findSpeakers(text: string, whole: string) {
  return text
    .split('|')
    .flatMap((part) => splitSentences(part))
    .flatMap((sentence) => {
      const mention = readPersianSpeaker(sentence.text, () => false)
      if (mention?.kind !== 'name') return []
      const isAlone = !/\s/u.test(mention.text)
      if (isAlone && mention.titles.length === 0 && countOf(mention.text, whole) < 2) return []
      return [
        {
          mention,
          index: Math.max(0, text.indexOf(mention.text)),
          oblique: false,
          possessive: false,
          person: true,
        },
      ]
    })
}

function countOf(word: string, text: string): number {
  return text.split(/[\s،.:؛؟!«»()|]+/u).filter((one) => one === word).length
}

/** The block with its quotations blanked out, so that offsets stay. */
function withoutQuotations(block: Span, spans: readonly MarkedSpan[]): string {
  // The place of a dateline is nobody.
  const dateline = readDateline(block.text)?.length ?? 0
  let outside = '|'.repeat(dateline) + block.text.slice(dateline)
  for (const span of spans) {
    // A quotation that began in an earlier paragraph has its opening mark there.
    const from = Math.max(0, span.outerStart - block.start)
    const to = span.outerEnd - block.start
    outside = outside.slice(0, from) + '|'.repeat(to - from) + outside.slice(to)
  }
  return outside
}
