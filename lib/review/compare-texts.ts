import type { Passage, StatementContent } from '#lib/statements/model.ts'
import { type DiffPart, diffWords } from '#lib/text/word-diff.ts'

/** How one passage fared between two revisions. */
export interface PassageChange {
  key: string
  kind: 'same' | 'changed' | 'added' | 'removed'
  /** Whether it stands in another order among the passages that both revisions have. */
  moved: boolean
  /** Its number in each revision, from 1; null where it isn't there. */
  numberBefore: number | null
  numberAfter: number | null
  speaker: string
  passageKind: Passage['kind']
  parts: DiffPart[]
  /** What changed beside the words. */
  attributes: { name: PassageAttribute; before: string; after: string }[]
}

/** Codes of vocabularies but for the speaker, which is a name. */
export const PASSAGE_ATTRIBUTES = ['speaker', 'kind', 'form', 'directness'] as const
export type PassageAttribute = (typeof PASSAGE_ATTRIBUTES)[number]

type Compared = Pick<Passage, 'key' | 'text'> & Partial<Passage>

/**
 * Sets two texts beside each other, passage by passage: aligned by key, in the order of the newer one, each removed
 * passage after the one that it followed.
 */
export function comparePassages(
  before: readonly Compared[],
  after: readonly Compared[],
): PassageChange[] {
  const numbersBefore = numbersOf(before)
  const numbersAfter = numbersOf(after)
  const common = after.filter((passage) => numbersBefore.has(passage.key))
  const inPlace = longestRising(common.map((passage) => numbersBefore.get(passage.key) ?? 0))
  const moved = new Set(common.filter((_, index) => !inPlace.has(index)).map(({ key }) => key))

  const changes = after.map((passage) =>
    compareOne(
      before[(numbersBefore.get(passage.key) ?? 0) - 1] ?? null,
      passage,
      numbersBefore.get(passage.key) ?? null,
      numbersAfter.get(passage.key) ?? null,
      moved.has(passage.key),
    ),
  )
  before.forEach((passage, index) => {
    if (numbersAfter.has(passage.key)) return
    const change = compareOne(passage, null, index + 1, null, false)
    const previous = before[index - 1]
    const place = changes.findIndex((other) => other.key === previous?.key)
    changes.splice(place + 1, 0, change)
  })
  return changes
}

/** The passages of one text alone, for a first revision that has nothing to be set beside. */
export function listPassages(passages: readonly Compared[]): PassageChange[] {
  return comparePassages(passages, passages)
}

function numbersOf(passages: readonly Compared[]): Map<string, number> {
  return new Map(passages.map((passage, index) => [passage.key, index + 1]))
}

function compareOne(
  before: Compared | null,
  after: Compared | null,
  numberBefore: number | null,
  numberAfter: number | null,
  moved: boolean,
): PassageChange {
  const shown = after ?? before
  const attributes = before && after ? compareAttributes(before, after) : []
  const changed = before?.text !== after?.text || attributes.length > 0
  return {
    key: shown?.key ?? '',
    kind: before ? (after ? (changed ? 'changed' : 'same') : 'removed') : 'added',
    moved,
    numberBefore,
    numberAfter,
    speaker: shown?.speaker ?? '',
    passageKind: shown?.kind ?? 'prose',
    parts: diffWords(before?.text ?? '', after?.text ?? ''),
    attributes,
  }
}

function compareAttributes(before: Compared, after: Compared): PassageChange['attributes'] {
  return PASSAGE_ATTRIBUTES.flatMap((name) => {
    const pair = { before: before[name] ?? '', after: after[name] ?? '' }
    return pair.before === pair.after ? [] : [{ name, ...pair }]
  })
}

/** The indexes of a longest rising run within `numbers` (patience sorting); the others have changed their place. */
function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  numbers.forEach((number, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index)
  return kept
}

/** A translation set beside its earlier state, in the order of the text that it translates. */
export interface TranslationChange {
  language: string
  kind: 'same' | 'changed' | 'added' | 'removed'
  passages: PassageChange[]
}

/** Every translation of either revision, by language. */
export function compareTranslations(
  before: StatementContent | null,
  after: StatementContent,
): TranslationChange[] {
  const earlier = before?.translations ?? []
  const languages = [...new Set([...after.translations, ...earlier].map((each) => each.language))]
  return languages.map((language) => {
    const old = earlier.find((each) => each.language === language)
    const now = after.translations.find((each) => each.language === language)
    const passages = comparePassages(old?.passages ?? [], now?.passages ?? [])
    const changed = passages.some((passage) => passage.kind !== 'same' || passage.moved)
    const kind = old && now ? (changed ? 'changed' : 'same') : now ? 'added' : 'removed'
    return { language, kind: before ? kind : 'same', passages: before ? passages : unmarked(now) }
  })
}

function unmarked(translation: StatementContent['translations'][number] | undefined) {
  return listPassages(translation?.passages ?? [])
}
