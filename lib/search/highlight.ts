import { spacedForm, tokenise, type Word } from '#lib/text/tokenise.ts'
import type { Sequence } from './query.ts'

/** A stretch of a passage around its matches, as an engine gives it out. */
export interface Stretch {
  text: string
  highlights: [number, number][]
  cutBefore: boolean
  cutAfter: boolean
}

/** Passages longer than this are shown as a stretch around the first match. */
export const STRETCH_MAX_LENGTH = 480
/** How much stands before the first match, so that it is read in its sentence. */
const LEAD_LENGTH = 120

/**
 * Whole words of the text that meet one of the sequences, as sorted, disjoint UTF-16 offsets [start, end).
 * Words that others write as one, and the words of a phrase, are marked as one.
 */
export function findHighlights(text: string, sequences: readonly Sequence[]): [number, number][] {
  if (sequences.length === 0) return []
  return mergeMarks(marksOf(tokenise(text), sequences))
}

/**
 * The passage itself or, where it is long, a stretch of it cut at words so that the first match stands in it.
 */
export function cutStretch(text: string, sequences: readonly Sequence[]): Stretch {
  const words = tokenise(text)
  const marks = mergeMarks(marksOf(words, sequences))
  if (text.length <= STRETCH_MAX_LENGTH) {
    return { text, highlights: marks, cutBefore: false, cutAfter: false }
  }
  const [start, end] = stretchOf(text, words, bestMark(marks))
  return {
    text: text.slice(start, end),
    highlights: marks
      .filter((mark) => mark[0] >= start && mark[1] <= end)
      .map(([from, to]) => [from - start, to - start]),
    cutBefore: text.slice(0, start).trim() !== '',
    cutAfter: text.slice(end).trim() !== '',
  }
}

/** The mark from which most others are within one stretch; the first of equals. */
function bestMark(marks: readonly [number, number][]): [number, number] | null {
  let best: [number, number] | null = null
  let most = 0
  let last = 0
  for (let first = 0; first < marks.length; first++) {
    const limit = marks[first]![0] + STRETCH_MAX_LENGTH - LEAD_LENGTH
    while (last < marks.length && marks[last]![1] <= limit) last++
    if (last - first > most) {
      most = last - first
      best = marks[first]!
    }
  }
  return best
}

function stretchOf(
  text: string,
  words: readonly Word[],
  mark: [number, number] | null,
): [number, number] {
  if (words.length === 0) return [0, Math.min(text.length, STRETCH_MAX_LENGTH)]
  const aim = mark === null || mark[0] <= LEAD_LENGTH ? 0 : mark[0] - LEAD_LENGTH
  const from = words.find(({ start }) => start >= aim) ?? words[0]!
  const start = aim === 0 ? 0 : mark === null ? from.start : Math.min(from.start, mark[0])
  const limit = start + STRETCH_MAX_LENGTH
  if (limit >= text.length) return [start, text.length]
  let end = 0
  for (const word of words) {
    if (word.start >= start && word.end <= limit) end = word.end
    if (word.end > limit) break
  }
  return [start, Math.max(end, mark?.[1] ?? 0) || limit]
}

function marksOf(words: readonly Word[], sequences: readonly Sequence[]): [number, number][] {
  const marks: [number, number][] = []
  const exact = new Set<string>()
  const prefixes: string[] = []
  const phrases: Sequence[] = []
  for (const sequence of sequences) {
    if (sequence.forms.length > 1) phrases.push(sequence)
    else if (sequence.prefix) prefixes.push(sequence.forms[0]!)
    else exact.add(sequence.forms[0]!)
  }
  const meets = (form: string) =>
    exact.has(form) || (prefixes.length > 0 && prefixes.some((prefix) => form.startsWith(prefix)))
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    if (word.parts.some(meets) || word.others.some(meets)) marks.push([word.start, word.end])
    const next = words[index + 1]
    const spaced = next === undefined ? null : spacedForm(word, next)
    if (spaced !== null && meets(spaced)) marks.push([word.start, next!.end])
  }
  for (const phrase of phrases) marks.push(...phraseMarks(words, phrase))
  return marks
}

function phraseMarks(words: readonly Word[], { forms, prefix }: Sequence): [number, number][] {
  const owners: number[] = []
  const parts: string[] = []
  words.forEach((word, index) => {
    for (const part of word.parts) {
      parts.push(part)
      owners.push(index)
    }
  })
  const marks: [number, number][] = []
  for (let at = 0; at + forms.length <= parts.length; at++) {
    const met = forms.every((form, offset) => {
      const part = parts[at + offset]!
      return part === form || (prefix && offset === forms.length - 1 && part.startsWith(form))
    })
    if (met) {
      marks.push([words[owners[at]!]!.start, words[owners[at + forms.length - 1]!]!.end])
    }
  }
  return marks
}

function mergeMarks(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1)
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
