import type { LeftOut } from '../document.ts'
import type { Line } from './lines.ts'

/** Running heads and feet stand in these shares of a page. */
const TOP = 0.15
const BOTTOM = 0.87
/** A page with fewer numbered lines is a list, not a transcript with a numbered margin. */
const NUMBERED_LINES_MIN = 8

export interface NumberedLine extends Line {
  /** The number printed beside the line, as courts cite it. */
  number?: number
}

/** Takes out what stands at the head or foot of page after page, numbers aside, and numbers of pages. */
export function takeHeads(lines: readonly Line[]): { body: Line[]; leftOut: LeftOut[] } {
  const pages = Map.groupBy(lines, ({ page }) => page)
  const candidates = [...pages.values()].flatMap(outermost)
  const counts = new Map<string, Set<number>>()
  for (const line of candidates) {
    const key = keyOf(line)
    counts.set(key, (counts.get(key) ?? new Set()).add(line.page))
  }
  const enough = Math.max(2, Math.min(3, Math.ceil(pages.size * 0.4)))
  const heads = new Set(candidates.filter((line) => (counts.get(keyOf(line))?.size ?? 0) >= enough))
  return {
    body: lines.filter((line) => !heads.has(line)),
    leftOut: [...heads].map(({ text, page }) => ({
      reason: /\p{L}/u.test(text) ? 'head' : 'pageNumber',
      text,
      page,
    })),
  }
}

/** The two lines nearest to either edge of a page, where they stand in its margins. */
function outermost(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.place - b.place)
  const top = sorted.slice(0, 2).filter(({ place }) => place < TOP)
  const bottom = sorted.slice(-2).filter(({ place }) => place > BOTTOM)
  return [...new Set([...top, ...bottom])]
}

function keyOf({ text, place }: Line): string {
  const edge = place < 0.5 ? 'top' : 'bottom'
  return `${edge}:${text
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\s+/gu, ' ')
    .toLowerCase()}`
}

/** Takes the numbers off lines that are numbered in the margin, as in transcripts of hearings, and keeps them. */
export function takeLineNumbers(lines: readonly Line[]): NumberedLine[] {
  return [...Map.groupBy(lines, ({ page }) => page).values()].flatMap((page) => {
    const numbers = page.map(({ text }) =>
      Number(/^(\d{1,2})(?=\s|$)/u.exec(text)?.[1] ?? Number.NaN),
    )
    const rising = numbers.filter(
      (number, index) => index > 0 && number === numbers[index - 1]! + 1,
    )
    const isNumbered = rising.length >= NUMBERED_LINES_MIN && rising.length >= page.length * 0.7
    if (!isNumbered) return page
    return page.flatMap((line, index): NumberedLine[] => {
      const number = numbers[index]!
      if (Number.isNaN(number)) return [line]
      const text = line.text.replace(/^\d{1,2}\s*/u, '')
      // The number's own place is no indentation.
      return text === '' ? [] : [{ ...line, text, number }]
    })
  })
}
