import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type Matrix = [number, number, number, number, number, number]

/** A glyph as it stands on its page, in points from the upper left corner; `text` in logical order, often one letter. */
export interface Glyph {
  text: string
  /** Left edge of the glyph on its line. */
  x: number
  /** Baseline, growing downwards. */
  y: number
  width: number
  size: number
}

interface FontGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

interface TextState {
  matrix: Matrix
  fontSize: number
  unit: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

/**
 * The glyphs of a page with their places. pdf.js's own text layer turns whole runs of right-to-left text over and
 * drops joiners, so words are put together here from what is drawn.
 *
 * @see ISO 32000-2, 9.4 (text objects)
 */
export async function readGlyphs(page: Page): Promise<Glyph[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const glyphs: Glyph[] = []
  const stack: TextState[] = []
  let state: TextState = {
    matrix: page.getViewport({ scale: 1 }).transform as Matrix,
    fontSize: 0,
    unit: 0.001,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  }
  let line: Matrix = [1, 0, 0, 1, 0, 0]
  let at = 0

  const moveLine = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    at = 0
  }
  const show = (pieces: readonly (FontGlyph | number | null)[]) => {
    for (const piece of pieces) {
      if (piece === null) continue
      if (typeof piece === 'number') {
        at -= (piece / 1000) * state.fontSize * state.scale
        continue
      }
      const advance = piece.width * state.unit * state.fontSize
      const spacing = state.charSpacing + (piece.isSpace ? state.wordSpacing : 0)
      const glyph = place(piece.unicode, multiply(state.matrix, line), at, advance, state)
      if (glyph !== null) glyphs.push(glyph)
      at += (advance + spacing) * state.scale
    }
  }

  fnArray.forEach((operator, index) => {
    const args = argsArray[index] ?? []
    switch (operator) {
      case OPS.save:
        stack.push({ ...state })
        break
      case OPS.restore:
        state = stack.pop() ?? state
        break
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as Matrix)
        break
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state })
        if (args[0]) state.matrix = multiply(state.matrix, args[0] as Matrix)
        break
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state
        break
      case OPS.beginText:
        line = [1, 0, 0, 1, 0, 0]
        at = 0
        break
      case OPS.setTextMatrix:
        line = [...(args.length === 1 ? args[0] : args)] as Matrix
        at = 0
        break
      case OPS.moveText:
        moveLine(args[0], args[1])
        break
      case OPS.setLeadingMoveText:
        state.leading = -args[1]
        moveLine(args[0], args[1])
        break
      case OPS.nextLine:
        moveLine(0, -state.leading)
        break
      case OPS.setLeading:
        state.leading = args[0]
        break
      case OPS.setCharSpacing:
        state.charSpacing = args[0]
        break
      case OPS.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case OPS.setHScale:
        state.scale = args[0] / 100
        break
      case OPS.setTextRise:
        state.rise = args[0]
        break
      case OPS.setFont:
        state.fontSize = args[1]
        state.unit = fontUnit(page, args[0])
        break
      case OPS.showText:
        show(args[0])
        break
    }
  })
  return glyphs
}

/** Null for what is not drawn from left to right along the page: stamps and marginal notes on their side. */
function place(
  text: string,
  matrix: Matrix,
  at: number,
  advance: number,
  { fontSize, rise, scale }: TextState,
): Glyph | null {
  const [a, b, c, d, e, f] = matrix
  if (a <= 0 || Math.abs(b) > 0.1 * a || text === '') return null
  return {
    text,
    x: Math.round((a * at + c * rise + e) * 100) / 100,
    y: b * at + d * rise + f,
    width: Math.round(a * advance * scale * 100) / 100,
    size: Math.abs(fontSize) * Math.hypot(c, d),
  }
}

/** Widths are in thousandths of the font size but for fonts that are drawings themselves (Type 3). */
function fontUnit(page: Page, name: string): number {
  const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
  return font?.fontMatrix?.[0] ?? 0.001
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}
