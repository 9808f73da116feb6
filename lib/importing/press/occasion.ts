import { splitSentences } from './blocks.ts'
import { resolveDay } from './dates.ts'
import type { PressOccasion, Span } from './types.ts'

const KINDS: [PressOccasion['kind'], RegExp][] = [
  [
    'press_conference',
    /\b(?:press|news) (?:conference|briefing)\b|نشست خبری|کنفرانس (?:خبری|مطبوعاتی)/iu,
  ],
  [
    'hearing',
    /\b(?:hearing|tribunal|trial|inquest|public inquiry)\b|دادرسی|جلسهٔ دادگاه|جلسه دادگاه|نشست دادگاه|محاکمه/iu,
  ],
  [
    'commemoration',
    /\b(?:commemoration|memorial|vigil|remembrance|anniversary ceremony)\b|یادبود|بزرگداشت|سالگرد/iu,
  ],
  [
    'conference',
    /\b(?:conference|symposium|summit|congress|seminar|forum)\b|کنفرانس|همایش|کنگره|سمینار/iu,
  ],
  ['interview', /\binterview\b|مصاحبه|گفت‌وگو|گفتگو/iu],
  ['session', /\b(?:session|meeting|assembly)\b|نشست|جلسه|گردهمایی/iu],
  ['other', /\b(?:rally|gathering|event|ceremony|demonstration|march)\b|مراسم|تجمع|راهپیمایی/iu],
]
const PLACE_WORD = "\\p{Lu}[\\p{L}’'-]*(?:\\s+\\p{Lu}[\\p{L}’'-]*)*"
const PLACE_EN = new RegExp(
  `\\b(?:in|at)\\s+(${PLACE_WORD})(,\\s+(?:${PLACE_WORD}|D\\.C\\.))?`,
  'u',
)
const PLACE_FA =
  /(?:^|\s)در\s+(?:شهر\s+)?(?!این|آن|روز|سال|ماه|حالی|تاریخ|مورد|جریان)([^\s،.:«»]+(?:\s+[^\s،.:«»]+)?)(?=\s+(?:برگزار|برپا|تشکیل|با|به|که|روز|شهادت|شرکت|دربارهٔ|درباره)|،|\.|$)/u

/**
 * The occasion of which a report tells: the first kind that its opening names, with place and day where the same
 * sentence gives them. Weekdays are read against the day of publication; nothing is supplied that is not written.
 */
export function findOccasion(
  body: readonly Span[],
  publishedOn: string | null,
): PressOccasion | null {
  for (const block of body.slice(0, 2)) {
    for (const sentence of splitSentences(block.text)) {
      const found = KINDS.map(([kind, pattern]) => ({ kind, at: sentence.text.search(pattern) }))
        .filter(({ at }) => at >= 0)
        .at(0)
      if (found === undefined) continue
      const after = sentence.text.slice(found.at)
      const place = readPlace(after) ?? readPlace(sentence.text.slice(0, found.at))
      return {
        kind: found.kind,
        place: place?.place ?? null,
        placeStated: place?.stated ?? null,
        date: resolveDay(withoutDateline(sentence.text), publishedOn),
      }
    }
  }
  return null
}

function readPlace(text: string): { place: string; stated: string } | null {
  const english = PLACE_EN.exec(text)
  if (english !== null) {
    const place = english[1]!.replace(/[’']s$/u, '')
    return { place, stated: place + (english[2] ?? '') }
  }
  const persian = PLACE_FA.exec(text)
  return persian === null ? null : { place: persian[1]!, stated: persian[1]! }
}

/** The dateline's own date is that of the report, not of the occasion. */
function withoutDateline(sentence: string): string {
  const dash = /^.{1,110}?\d{4}[^–—―\n]{0,40}[–—―:-]\s*/u.exec(sentence)
  return dash === null ? sentence : sentence.slice(dash[0].length)
}
