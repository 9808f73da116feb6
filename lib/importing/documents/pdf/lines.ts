import { fillersIn, toClusters } from './clusters.ts'
import type { Glyph } from './glyphs.ts'
import { mendBrackets, mendDigits } from './mend.ts'
import { type Cluster, toLogical, weighDirections } from './order.ts'

/** A line of a page, its words in the order in which they are read. */
export interface Line {
  text: string
  page: number
  left: number
  right: number
  /** Baseline, as a share of the page's height from its top. */
  place: number
  /** Baseline in points from the top of the page. */
  y: number
  size: number
  isRtl: boolean
}

export interface PageGlyphs {
  glyphs: readonly Glyph[]
  number: number
  height: number
}

type Row = Omit<Line, 'text' | 'isRtl'> & { clusters: Cluster[] }

/** The lines of a document, in the order in which they were drawn, so that columns stay apart. */
export function readLines(pages: readonly PageGlyphs[]): Line[] {
  const drawn = pages.map((page) => ({ page, rows: gatherRows(page.glyphs) }))
  const fillers = new Set(drawn.flatMap((one) => one.rows.flatMap(fillersIn)))
  const rows = drawn.flatMap((one) =>
    one.rows.flatMap((glyphs) => measure(glyphs, one.page, fillers)),
  )
  const whole = weighDirections(rows.flatMap(({ clusters }) => clusters))
  const isMostlyRtl = whole.rtl > whole.ltr
  const lines = rows.flatMap(({ clusters, ...row }): Line[] => {
    const { rtl, ltr } = weighDirections(clusters)
    // A line of both directions follows the document unless it hardly holds a word of its direction.
    const isRtl = rtl > (isMostlyRtl ? 0.2 : 0.8) * (rtl + ltr) && rtl > 0
    const text = toLogical(clusters, isRtl)
      .map((cluster) => cluster.text)
      .join('')
      .replace(/[^\S\u00a0]+/gu, ' ')
      .trim()
    return text === '' ? [] : [{ ...row, text, isRtl }]
  })
  const rtl = lines.filter(({ isRtl }) => isRtl)
  const mended = mendDigits(mendBrackets(rtl.map(({ text }) => text)))
  const texts = new Map(rtl.map((line, index) => [line, mended[index]!]))
  return lines.map((line) => ({ ...line, text: texts.get(line) ?? line.text }))
}

function gatherRows(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = []
  for (const glyph of glyphs) {
    const row = rows.at(-1)
    const first = row?.find(({ text }) => text.trim() !== '') ?? row?.[0]
    const isSame = first && Math.abs(first.y - glyph.y) < 0.45 * Math.max(first.size, glyph.size)
    if (row && isSame) row.push(glyph)
    else rows.push([glyph])
  }
  return rows
}

function measure(glyphs: readonly Glyph[], page: PageGlyphs, fillers: ReadonlySet<string>): Row[] {
  const solid = glyphs.filter(({ text }) => text.trim() !== '')
  if (solid.length === 0) return []
  const size = median(solid.map((glyph) => glyph.size))
  const y = median(solid.map((glyph) => glyph.y))
  return [
    {
      clusters: toClusters(glyphs, size, y, fillers),
      page: page.number,
      left: Math.min(...solid.map(({ x }) => x)),
      right: Math.max(...solid.map(({ x, width }) => x + width)),
      place: y / page.height,
      y,
      size: Math.round(size * 10) / 10,
    },
  ]
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
