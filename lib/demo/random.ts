/** Pseudo-random numbers from a seed (mulberry32), so that the demo archive says the same at every seeding. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below: (below: number) => number
  pick: <T>(items: readonly T[]) => T
  /** Deals every item once, in a shuffled order, before any of them comes again. */
  deck: <T>(items: readonly T[]) => () => T
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  const deck = <T>(items: readonly T[]) => {
    let left: T[] = []
    return () => {
      if (left.length === 0) left = [...items]
      return left.splice(below(left.length), 1)[0] as T
    }
  }
  return { below, pick, deck }
}
