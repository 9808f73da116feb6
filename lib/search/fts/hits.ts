import type { PassageHit, SearchHit } from '../contract.ts'
import { cutStretch } from '../highlight.ts'
import type { Clause, Sequence } from '../query.ts'
import { eachPlace } from './postings.ts'
import { PASSAGE_STRIDE, type Reading } from './schema.ts'
import type { WordPlaces } from './word-places.ts'

const PASSAGES_PER_HIT = 3
/** A phrase standing in a passage is worth more than its words apart. */
const PHRASE_WEIGHT = 3
/** A demand met is worth more than any way to meet another. */
const DEMAND_WEIGHT = 100

interface PassageRow {
  id: number
  number: number
  key: string
  language: string
  text: string
}

/** What of the query stands in the places of one statement: for each demand, the weight of the best way to meet it. */
type MetPlaces = Map<number, Map<number, number>>

/** The hits of one page, with their best passages in text order and the words of the query marked in them. */
export function readHits(
  db: Reading,
  words: WordPlaces,
  slots: readonly number[],
  clauses: readonly Clause[],
): SearchHit[] {
  const sequences = clauses.flatMap(({ any }) => any.flat())
  const met = meetPlaces(words, slots, clauses)
  const passage = db.prepare(
    `SELECT id, number, key, language, text FROM passages_${words.columns.generation} WHERE id = ?`,
  )
  return slots.map((slot) => {
    const id = words.columns.idOf(slot)
    const { places, matching } = bestPlaces(met.get(slot)!)
    const passages = places.flatMap((place) => {
      const row = passage.get(id * PASSAGE_STRIDE + place) as PassageRow | undefined
      return row === undefined ? [] : [passageHit(row, sequences)]
    })
    return { id, passages, matchingPassages: matching }
  })
}

function passageHit(row: PassageRow, sequences: readonly Sequence[]): PassageHit {
  return {
    number: row.number,
    key: row.key,
    language: row.language,
    ...cutStretch(row.text, sequences),
  }
}

/** In which places of these statements each demand is met; rarer words weigh more in the choice of passages. */
function meetPlaces(
  words: WordPlaces,
  slots: readonly number[],
  clauses: readonly Clause[],
): Map<number, MetPlaces> {
  const met = new Map<number, MetPlaces>(slots.map((slot) => [slot, new Map()]))
  const isShown = new Uint8Array(words.columns.size)
  for (const slot of slots) isShown[slot] = 1
  clauses.forEach(({ any }, demand) => {
    for (const sequence of any.flat()) {
      const places = words.of(sequence)
      const rarity = Math.log(1 + words.open.count / (places.length + 1))
      const weight = sequence.forms.length > 1 ? rarity * PHRASE_WEIGHT : rarity
      for (let row = 0; row < places.length; row++) {
        const slot = places.slots[row]!
        if (isShown[slot] === 0) continue
        const run = places.runs[row]! - words.columns.firstRuns[slot]!
        eachPlace(run, places.masks[row]!, (place) => {
          if (place > 0) note(met.get(slot)!, place, demand, weight)
        })
      }
    }
  })
  return met
}

function note(met: MetPlaces, place: number, demand: number, weight: number): void {
  const known = met.get(place)
  if (known === undefined) met.set(place, new Map([[demand, weight]]))
  else if (weight > (known.get(demand) ?? 0)) known.set(demand, weight)
}

/** The places of the best passages, in text order, and how many passages hold a word of the query. */
function bestPlaces(met: MetPlaces): { places: number[]; matching: number } {
  // Without words in the query, or found by title and names alone: the beginning, unmarked.
  if (met.size === 0) return { places: [1], matching: 0 }
  const places = [...met]
    .map(([place, demands]) => {
      let score = demands.size * DEMAND_WEIGHT
      for (const weight of demands.values()) score += weight
      return { place, score }
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, PASSAGES_PER_HIT)
    .map(({ place }) => place)
  return { places: places.sort((a, b) => a - b), matching: met.size }
}
