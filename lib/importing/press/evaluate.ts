import { z } from 'zod'
import { foldName } from './speakers.ts'
import type { PressDraft, PressReport } from './types.ts'

/** One line of a truth file: what each speaker of a report is quoted as saying; `name` null: the text does not tell. */
export const truthSchema = z.strictObject({
  file: z.string().min(1),
  speakers: z
    .array(z.strictObject({ name: z.string().nullable(), quotes: z.array(z.string().min(1)) }))
    .min(1),
})
export type Truth = z.infer<typeof truthSchema>

export const VERDICTS = ['right', 'wrong', 'toConfirm', 'missed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What became of one quotation of the truth. */
export interface Judged {
  file: string
  /** Null: the truth names nobody. */
  name: string | null
  quote: string
  verdict: Verdict
  /** Whom the draft names that holds most of it; null: to confirm, or in no draft. */
  given: string | null
}

export interface ReportEvaluation {
  judged: Judged[]
  /** Quoted passages that share no word with any quotation of the truth. */
  extra: string[]
  /** Passages that were checked, and those of them for which `text.slice(start, end)` is their text. */
  passages: number
  exact: number
}

/** Figures over all reports. `exactSlices` is a share, from 0 to 1; the others are counts. */
export interface PressFigures {
  reports: number
  quotes: number
  right: number
  wrong: number
  toConfirm: number
  missed: number
  extra: number
  exactSlices: number
}

export function sumFigures(evaluations: readonly ReportEvaluation[]): PressFigures {
  const judged = evaluations.flatMap((one) => one.judged)
  const count = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length
  const passages = evaluations.reduce((sum, one) => sum + one.passages, 0)
  const exact = evaluations.reduce((sum, one) => sum + one.exact, 0)
  return {
    reports: evaluations.length,
    quotes: judged.length,
    right: count('right'),
    wrong: count('wrong'),
    toConfirm: count('toConfirm'),
    missed: count('missed'),
    extra: evaluations.reduce((sum, one) => sum + one.extra.length, 0),
    exactSlices: passages === 0 ? 1 : exact / passages,
  }
}

/**
 * Compares what was read from a report with what a person found in it. A quotation is found when passages hold at least
 * half of its words; it is `right` when the draft that holds most of them is its speaker's (or, where the truth names
 * nobody, when it is left to confirm), `toConfirm` when it was found but its speaker left open, `wrong` when it was
 * given to somebody else, whether or not the passage is marked as to be confirmed, and `missed` when it was not found.
 * A reported passage counts as holding a quotation only where the two are about the same words.
 */
export function evaluateReport(truth: Truth, text: string, report: PressReport): ReportEvaluation {
  const words = cutWords(text)
  const passages = report.drafts.flatMap((draft) =>
    draft.passages.map((passage) => ({ ...passage, draft })),
  )
  const holders = words.map((word) =>
    passages.filter((passage) => passage.start < word.end && passage.end > word.start),
  )
  const used = new Set<number>()
  const judged = truth.speakers.flatMap(({ name, quotes }) =>
    quotes.map((quote): Judged => {
      const places = findPlaces(words, quote)
      const tallies = places.map((place) => tally(place, holders))
      const best = tallies.sort((a, b) => b.held - a.held || a.around - b.around)[0]
      for (const at of best?.place ?? places[0] ?? []) used.add(at)
      const draft = best === undefined || best.held < best.place.length / 2 ? null : best.draft
      const verdict = judge(name, draft, truth)
      return { file: truth.file, name, quote, verdict, given: draft?.speaker ?? null }
    }),
  )
  const extra = passages.filter(
    (passage) =>
      passage.form === 'quoted' &&
      !words.some((_word, at) => used.has(at) && holders[at]!.includes(passage)),
  )
  const exact = passages.filter(({ start, end, text: words }) => text.slice(start, end) === words)
  return {
    judged,
    extra: extra.map((passage) => passage.text),
    passages: passages.length,
    exact: exact.length,
  }
}

function judge(name: string | null, draft: PressDraft | null, truth: Truth): Verdict {
  if (draft === null) return 'missed'
  if (draft.speaker === null) return name === null ? 'right' : 'toConfirm'
  if (name === null) return 'wrong'
  return fittingNames(draft, truth).includes(name) ? 'right' : 'wrong'
}

/** The speakers of the truth that a draft's speaker can mean; none where it fits several equally. */
function fittingNames(draft: PressDraft, truth: Truth): string[] {
  const ours = nameWords(draft.speaker as string)
  const scored = truth.speakers.flatMap(({ name }) => {
    if (name === null) return []
    const theirs = nameWords(name)
    const shared = ours.filter((word) => theirs.includes(word)).length
    const fits = shared > 0 && (shared === ours.length || shared === theirs.length)
    return fits ? [{ name, score: shared / Math.max(ours.length, theirs.length) }] : []
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const names = scored.filter(({ score }) => score === best).map(({ name }) => name)
  return new Set(names).size === 1 ? names : []
}

const BESIDE_A_NAME = new Set(
  'a an the his her their its one of mr mrs ms miss dr madam prof آقای خانم دکتر یک این آن'.split(
    ' ',
  ),
)

function nameWords(name: string): string[] {
  const words = foldName(name).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? []
  const telling = words
    .map((word) => word.replace(/[’']s$/u, ''))
    .filter((word) => !BESIDE_A_NAME.has(word))
  return [...new Set(telling)]
}

interface Word {
  fold: string
  start: number
  end: number
}

function cutWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'\u200c-]*/gu)].map((match) => ({
    fold: foldName(match[0]).replace(/[’'\s-]/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * Where a quotation stands among the words of a text: each place as word indices. Where its words do not stand together
 * (the truth may join what “she said” parts), the one place that takes the longest runs in order.
 */
function findPlaces(words: readonly Word[], quote: string): number[][] {
  const wanted = cutWords(quote).map(({ fold }) => fold)
  const together = words.flatMap((_, at) =>
    wanted.every((fold, index) => words[at + index]?.fold === fold)
      ? [wanted.map((_fold, index) => at + index)]
      : [],
  )
  if (together.length > 0) return together
  const place: number[] = []
  for (let from = 0; from < wanted.length; ) {
    const run = longestRun(words, wanted.slice(from), (place.at(-1) ?? -1) + 1)
    if (run.length === 0) return []
    place.push(...run)
    from += run.length
  }
  return [place]
}

function longestRun(words: readonly Word[], wanted: readonly string[], from: number): number[] {
  let best: number[] = []
  for (let at = from; at < words.length; at += 1) {
    let length = 0
    while (length < wanted.length && words[at + length]?.fold === wanted[length]) length += 1
    if (length > best.length) best = Array.from({ length }, (_, index) => at + index)
  }
  return best
}

/** Of the words at a place: how many each draft holds, and the draft that holds most. */
function tally(
  place: readonly number[],
  holders: readonly { draft: PressDraft; form: string }[][],
) {
  const counts = new Map<PressDraft, number>()
  for (const at of place) {
    const fitting = holders[at]!.filter(
      (passage) => passage.form === 'quoted' || isAbout(passage, place, holders),
    )
    for (const { draft } of fitting) counts.set(draft, (counts.get(draft) ?? 0) + 1)
  }
  const [draft, held] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  // Of several places of the same words, the one where a passage holds these and few others.
  const passages = new Set(place.flatMap((at) => holders[at]!))
  const around = holders.filter((here) => here.some((passage) => passages.has(passage))).length
  return { place, draft, held, around }
}

function isAbout(passage: object, place: readonly number[], holders: readonly object[][]): boolean {
  const size = holders.filter((here) => here.includes(passage)).length
  const shared = place.filter((at) => holders[at]!.includes(passage)).length
  return shared * 2 > size
}
