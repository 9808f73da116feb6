import { parseText, parseVTTTimestamp, tokenizeVTTCue, type VTTCue } from 'media-captions'
import { AppError } from '#lib/errors.ts'
import { type LeftOut, type ReadDocument, tidy } from './document.ts'
import type { PlacedBlock } from './text.ts'

/** Cues further apart than this are not one sentence. */
const GAP_MAX_MS = 2_000
const PASSAGE_MAX_CHARACTERS = 700

type Token = ReturnType<typeof tokenizeVTTCue>[number]

/** Whether a text is captions, by its first lines. */
export function captionsFormat(text: string): 'vtt' | 'srt' | null {
  if (/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/u.test(text)) return 'vtt'
  const isSrt =
    /^\uFEFF?\s*(?:\d+[ \t]*\r?\n)?\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]+-->[ \t]+\d/u.test(text)
  return isSrt ? 'srt' : null
}

/**
 * Reads captions as a transcript: the cues of one voice that make a sentence are one passage, with its time codes.
 *
 * @see WebVTT: The Web Video Text Tracks Format (W3C)
 * @throws AppError `invalid` noCues
 */
export async function readCaptions(
  text: string,
  format: 'vtt' | 'srt',
): Promise<ReadDocument & { blocks: PlacedBlock[] }> {
  const { cues } = await parseText(text.replace(/^\uFEFF/u, ''), { type: format })
  if (cues.length === 0) throw new AppError('invalid', 'import.noCues')
  const { places, leftOut } = placeCues(text, cues)
  const blocks: PlacedBlock[] = []
  for (const [index, cue] of cues.entries()) {
    // Every cue has its line of times; should one not be found again, the one before is nearest.
    const place = places[Math.min(index, places.length - 1)] ?? { start: 0, end: 0, line: 1 }
    for (const { voice, words } of speeches(cue, format)) {
      const block: PlacedBlock = {
        text: words,
        kind: 'prose',
        ...place,
        time: { start: Math.round(cue.startTime * 1000), end: Math.round(cue.endTime * 1000) },
        ...(voice === '' ? {} : { speaker: voice }),
      }
      const previous = blocks.at(-1)
      if (previous && goesOn(previous, block)) join(previous, block)
      else blocks.push(block)
    }
  }
  if (blocks.length === 0) throw new AppError('invalid', 'import.noCues')
  return { title: null, blocks, leftOut }
}

/** Where each cue stands; lines with times that no cue came of are told, not dropped. */
function placeCues(
  text: string,
  cues: readonly VTTCue[],
): { places: { start: number; end: number; line: number }[]; leftOut: LeftOut[] } {
  const places: { start: number; end: number; line: number }[] = []
  const leftOut: LeftOut[] = []
  const lines = text.split('\n')
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue
    const time = parseVTTTimestamp(line.split('-->')[0]!.trim().replace(',', '.'))
    if (time === null || cues[places.length]?.startTime !== time) {
      leftOut.push({ reason: 'cue', text: `${index + 1}: ${line.trim()}` })
      continue
    }
    let last = index + 1
    while (last < lines.length && lines[last]!.trim() !== '') last += 1
    const start = Math.min(starts[index]! + line.length + 1, text.length)
    places.push({ start, end: Math.max(start, (starts[last] ?? offset) - 1), line: index + 1 })
  }
  return { places, leftOut }
}

/** What each voice says in a cue; lines that begin with a dash are of different speakers. */
function speeches(cue: VTTCue, format: 'vtt' | 'srt'): { voice: string; words: string }[] {
  const parts: { voice: string; words: string }[] = []
  const add = (voice: string, words: string) => {
    const last = parts.at(-1)
    if (last && (last.voice === voice || words.trim() === '')) last.words += words
    else if (words.trim() !== '') parts.push({ voice, words })
  }
  if (format === 'srt')
    add('', cue.text.replace(/<\/?(?:b|i|u|s|font)\b[^>]*>|\{\\an?\d+\}/giu, ''))
  else for (const token of tokenizeVTTCue(cue)) collect(token, '', add)
  return parts.flatMap(({ voice, words }) => {
    const lines = words.trim().split('\n')
    const isDialogue = lines.length > 1 && lines.every((line) => /^\s*[-–—]\s*\S/u.test(line))
    return (isDialogue ? lines.map((line) => line.replace(/^\s*[-–—]\s*/u, '')) : [words])
      .map((one) => ({ voice, words: tidy(one.replace(/\s*\n\s*/gu, ' ')) }))
      .filter((one) => one.words !== '')
  })
}

function collect(token: Token, voice: string, add: (voice: string, words: string) => void): void {
  if (token.type === 'text') add(voice, token.data)
  else {
    const own = token.type === 'v' ? (token.voice ?? '').trim() : voice
    for (const child of token.children) collect(child, own, add)
  }
}

function goesOn(previous: PlacedBlock, block: PlacedBlock): boolean {
  return (
    previous.speaker === block.speaker &&
    !/[.!?؟…:][”»"’)\]]*$/u.test(previous.text) &&
    !/^[^\s:]{1,40}:\s/u.test(block.text) &&
    block.time!.start - previous.time!.end <= GAP_MAX_MS &&
    previous.text.length + block.text.length < PASSAGE_MAX_CHARACTERS
  )
}

function join(previous: PlacedBlock, block: PlacedBlock): void {
  previous.text = `${previous.text} ${block.text}`
  previous.end = block.end
  previous.time = {
    start: previous.time!.start,
    end: Math.max(previous.time!.end, block.time!.end),
  }
}
