import { diffArrays } from 'diff'
import { type Passage, passageSchema } from '#lib/statements/model.ts'
import { wordsOf } from '#lib/text/word-match.ts'

/** Passages share at least this part of their words to be the same one in other words. */
const LIKENESS_MIN = 0.3

type PassageInput = Parameters<typeof passageSchema.parse>[0] & { text: string; speaker?: string }

/**
 * Newly read passages with the keys of those that they stand for, so that translations, mentions and comments stay with
 * their words: the same words keep their passage, words that changed in its place keep its key.
 */
export function alignPassages(
  current: readonly Passage[],
  incoming: readonly PassageInput[],
): Passage[] {
  const changes = diffArrays(
    current.map(({ text }) => text),
    incoming.map(({ text }) => text),
  )
  const aligned: Passage[] = []
  let [at, next] = [0, 0]
  let removed: Passage[] = []
  let added: PassageInput[] = []
  const settle = () => {
    aligned.push(...pairUp(removed, added))
    removed = []
    added = []
  }
  for (const { added: isAdded, removed: isRemoved, count } of changes) {
    if (isRemoved) removed.push(...current.slice(at, at + count))
    else if (isAdded) added.push(...incoming.slice(next, next + count))
    else {
      settle()
      for (let index = 0; index < count; index += 1) {
        aligned.push(replaceWords(current[at + index]!, incoming[next + index]!))
      }
    }
    if (!isAdded) at += count
    if (!isRemoved) next += count
  }
  settle()
  return aligned
}

/** Between what stayed: each added passage goes, in order, with the next removed one that it resembles. */
function pairUp(removed: readonly Passage[], added: readonly PassageInput[]): Passage[] {
  let from = 0
  return added.map((passage) => {
    const found = removed.findIndex(
      ({ text }, index) => index >= from && likeness(text, passage.text) >= LIKENESS_MIN,
    )
    if (found === -1) return passageSchema.parse(passage)
    from = found + 1
    return replaceWords(removed[found]!, passage)
  })
}

/** What a person has added to a passage stays with it. */
function replaceWords(current: Passage, incoming: PassageInput): Passage {
  const { text, origin, speaker } = passageSchema.parse(incoming)
  return { ...current, text, origin, speaker: speaker === '' ? current.speaker : speaker }
}

/** The part of their words that two texts share, 0 to 1 (Jaccard). */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
