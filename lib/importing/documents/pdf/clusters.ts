import type { Glyph } from './glyphs.ts'
import type { Cluster } from './order.ts'

/** A gap wider than this share of the size is a space, where the program drew none. */
const SPACE_SHARE = 0.17
const JOINER = '\u200c'
const ARABIC_LETTER = /^(?=\p{L})\p{Script=Arabic}/u

/** Letters with their marks as they stand on a row from left to right, with spaces where there are gaps. */
export function toClusters(
  row: readonly Glyph[],
  size: number,
  baseline: number,
  fillers: ReadonlySet<string>,
): Cluster[] {
  const marks = row.filter(isMark)
  const sorted = withoutFillers(
    row.filter((glyph) => !isMark(glyph)).sort((a, b) => sortingPlace(a) - sortingPlace(b)),
    fillers,
  )
  const clusters: Cluster[] = []
  for (const [index, glyph] of sorted.entries()) {
    const cluster = toCluster(glyph, sorted, index)
    if (cluster === null) continue
    const previous = clusters.at(-1)
    if (isRaised(glyph, size, baseline)) {
      raise(cluster, previous, clusters)
      continue
    }
    const gap = previous === undefined ? 0 : cluster.x - (previous.x + previous.width)
    const isBetweenWords = !isBlank(cluster.text) && !isBlank(previous?.text ?? ' ')
    if (isBetweenWords && gap > SPACE_SHARE * size)
      clusters.push({ text: ' ', x: cluster.x - gap, width: gap })
    clusters.push(cluster)
  }
  for (const mark of marks) attach(mark, clusters)
  return clusters
}

/** An empty glyph before a letter may stand a hair beyond the letter's own edge. */
function sortingPlace({ text, x, size }: Glyph): number {
  return isBlank(text) ? x - 0.08 * size : x
}

/**
 * Null for what stands for nothing. A blank that takes no room between two letters is a zero width non-joiner,
 * whatever the font calls it; a joiner that takes room is a space: programs share one empty glyph between the two.
 */
function toCluster(glyph: Glyph, sorted: readonly Glyph[], index: number): Cluster | null {
  const { x, width } = glyph
  const text = normalise(glyph.text)
  if (!isBlank(text)) return { text, x, width }
  const middle = x + width * 0.5
  const isCovered = sorted
    .slice(Math.max(0, index - 4), index + 5)
    .some((other) => !isBlank(other.text) && other.x < middle && other.x + other.width > middle)
  if (!isCovered && width > 0) return { text: text === '\u00a0' ? text : ' ', x, width }
  return text === JOINER || text === ' ' ? { text: JOINER, x, width: 0 } : null
}

/**
 * What programs stretch Arabic words with: strokes that overlap, for which the font names no letter. Told from a row
 * where they overlap, they are known in all rows of the document.
 */
export function fillersIn(row: readonly Glyph[]): string[] {
  const strokes = row.filter(({ text }) => /^[^\p{L}\p{M}\p{N}\s\p{Cf}]$|^\u0640$/u.test(text))
  const sorted = [...strokes].sort((one, other) => one.x - other.x)
  return sorted.flatMap((glyph, index) => {
    const next = sorted[index + 1]
    return next?.text === glyph.text && next.x < glyph.x + glyph.width * 0.6 ? [glyph.text] : []
  })
}

/** A stroke between two letters that it joins makes the letter before it longer. */
function withoutFillers(sorted: readonly Glyph[], fillers: ReadonlySet<string>): readonly Glyph[] {
  if (!sorted.some(({ text }) => fillers.has(text))) return sorted
  const kept: Glyph[] = []
  for (const [index, glyph] of sorted.entries()) {
    const previous = kept.at(-1)
    const next = sorted.slice(index).find(({ text }) => !fillers.has(text))
    const isFiller =
      fillers.has(glyph.text) &&
      previous !== undefined &&
      ARABIC_LETTER.test(previous.text) &&
      next !== undefined &&
      ARABIC_LETTER.test(next.text)
    if (!isFiller) kept.push(glyph)
    else kept[kept.length - 1] = { ...previous, width: glyph.x + glyph.width - previous.x }
  }
  return kept
}

/** A small number above the line refers to a note. */
function isRaised({ text, size: own, y }: Glyph, size: number, baseline: number): boolean {
  return own < 0.8 * size && baseline - y > 0.15 * size && /^\p{Nd}$/u.test(text)
}

function raise(cluster: Cluster, previous: Cluster | undefined, clusters: Cluster[]): void {
  const number = previous && /^\[(\p{Nd}+)\]$/u.exec(previous.text)
  if (!number) clusters.push({ ...cluster, text: `[${cluster.text}]` })
  else {
    previous.text = `[${number[1]}${cluster.text}]`
    previous.width = cluster.x + cluster.width - previous.x
  }
}

function isMark({ text }: Glyph): boolean {
  return /^\p{M}+$/u.test(text)
}

function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200f\u2060\ufeff]*$/u.test(text)
}

/** Puts a mark after the letter over which it stands. */
function attach(mark: Glyph, clusters: Cluster[]): void {
  const middle = mark.x + mark.width / 2
  let best: Cluster | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const cluster of clusters) {
    if (isBlank(cluster.text)) continue
    const away = Math.max(cluster.x - middle, middle - (cluster.x + cluster.width), 0)
    if (away < distance) [best, distance] = [cluster, away]
  }
  if (best === null) clusters.push({ text: mark.text, x: mark.x, width: mark.width })
  else best.text += mark.text
}

/** Shapes of letters become the letters: presentation forms and Latin ligatures. */
function normalise(text: string): string {
  return text.replace(/[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/gu, (form) =>
    form.normalize('NFKC').trim(),
  )
}
