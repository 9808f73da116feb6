import { describe, expect, it } from 'vitest'
import { Random } from '#lib/search/evaluation/random.ts'
import { addToBucket, likely, newBucket } from '#lib/search/near-terms.ts'
import { editDistance } from '#lib/text/edit-distance.ts'

/** Few letters, so that words are near each other and their pairs of letters repeat. */
const LETTERS = [...'abcdeگه']
const WORDS = 4_000

describe('near words', () => {
  it('are as far apart as the whole table of the optimal string alignment says', () => {
    const random = new Random(7)
    const counts = new Map<string, number>()
    for (let pair = 0; pair < WORDS; pair++) {
      const word = someWord(random)
      const other =
        random.fraction() < 0.5 ? someWord(random) : edited(edited(word, random), random)
      const distance = wholeTable(word, other)
      for (const limit of [0, 1, 2, 3]) {
        const found = editDistance(word, other, limit)
        expect([word, other, limit, found]).toEqual([
          word,
          other,
          limit,
          Math.min(distance, limit + 1),
        ])
        counts.set(`${limit} ${found}`, (counts.get(`${limit} ${found}`) ?? 0) + 1)
      }
    }
    expect(
      Math.min(...['1 0', '1 1', '1 2', '2 2', '3 3', '3 4'].map((key) => counts.get(key)!)),
    ).toBeGreaterThan(30)
  })

  it('are never left out by their signatures', () => {
    const random = new Random(11)
    for (const edits of [1, 2]) {
      for (let number = 0; number < WORDS; number++) {
        const word = someWord(random)
        let other = word
        for (let edit = 0; edit < edits; edit++) other = edited(other, random)
        const bucket = newBucket()
        addToBucket(bucket, 1, other)
        expect([word, other, likely(bucket, word, edits)]).toEqual([word, other, [0]])
      }
    }
  })
})

function someWord(random: Random): string {
  return Array.from({ length: 5 + random.below(7) }, () => random.pick(LETTERS)).join('')
}

/** One letter more, less, another, or two neighbours swapped. */
function edited(word: string, random: Random): string {
  const at = random.below(word.length)
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  switch (random.below(4)) {
    case 0:
      return `${before}${random.pick(LETTERS)}${word.slice(at)}`
    case 1:
      return `${before}${after}`
    case 2:
      return `${before}${random.pick(LETTERS)}${after}`
    default:
      return `${before}${after.slice(0, 1)}${word[at]}${after.slice(1)}`
  }
}

function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const ways = [table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + same]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        ways.push(table[i - 2]![j - 2]! + 1)
      }
      table[i]![j] = Math.min(...ways)
    }
  }
  return table[a.length]![b.length]!
}
