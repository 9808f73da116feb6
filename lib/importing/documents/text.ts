import { cutPassages } from '#lib/text/passages.ts'
import { opensTestimony } from '../cuts.ts'
import { splitAtLabels, splitLong } from '../turns.ts'
import { type Block, type ReadDocument, tidy } from './document.ts'

/** A block of a text whose offsets are those of the file as it was decoded. */
export type PlacedBlock = Block & { start: number; end: number }

/** Cuts a plain text at its paragraphs and turns, each with its line and, where form feeds tell, its page. */
export function readText(text: string): ReadDocument & { blocks: PlacedBlock[] } {
  const cuts = splitAtLabels(cutPassages(text), opensTestimony).flatMap(splitLong)
  const hasPages = text.includes('\f')
  let at = 0
  let line = 1
  let page = 1
  const blocks = cuts.map((cut, index): PlacedBlock => {
    const passed = text.slice(at, cut.start)
    line += passed.match(/\r\n?|\n/gu)?.length ?? 0
    page += passed.match(/\f/gu)?.length ?? 0
    at = cut.start
    const isTitle = index === 0 && cuts.length > 1 && isHeading(cut.text)
    return { ...cut, kind: isTitle ? 'heading' : 'prose', line, ...(hasPages ? { page } : {}) }
  })
  return { title: null, blocks, text: plainText(text), leftOut: [] }
}

/** Without what differs between two copies of one text: the mark at its beginning, line ends, blank ends. */
function plainText(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .trim()
}

/** A first short line without a stop at its end is what the text is called. */
function isHeading(text: string): boolean {
  return tidy(text).length <= 120 && !/[.!?؟…:”»"]$/u.test(text)
}
