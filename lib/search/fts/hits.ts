import type { PassageHit, SearchHit } from '../contract.ts'
import { cutStretch } from '../highlight.ts'
import type { Clause, Sequence } from '../query.ts'
import { type IndexDatabase, PASSAGE_STRIDE } from './schema.ts'

const PASSAGES_PER_HIT = 3
/** A phrase standing in a passage is worth more than its words apart. */
const PHRASE_WEIGHT = 3

interface PassageRow {
  id: number
  number: number
  key: string
  language: string
  text: string
}

/** A sequence as it is looked for in the lines of forms, with its weight by rarity. */
interface Needle {
  clause: number
  text: string
  weight: number
}

/** The hits of one page, with their best passages in text order and the words of the query marked in them. */
export function readHits(
  db: IndexDatabase,
  generation: number,
  ids: readonly number[],
  clauses: readonly Clause[],
): SearchHit[] {
  const sequences = clauses.flatMap(({ any }) => any.flat())
  const linesOf = db.prepare(`SELECT lines FROM forms_${generation} WHERE id = ?`).pluck()
  const all = ids.map((id) => ((linesOf.get(id) as string | undefined) ?? '').split('\n'))
  const needles = weighNeedles(clauses, all)
  const passage = db.prepare(
    `SELECT id, number, key, language, text FROM passages_${generation} WHERE id = ?`,
  )
  return ids.map((id, index) => {
    const { places, matching } = bestPlaces(all[index]!, needles)
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

/** Rarer words weigh more in the choice of passages; how rare is told by the page's own statements. */
function weighNeedles(clauses: readonly Clause[], all: readonly string[][]): Needle[] {
  return clauses.flatMap(({ any }, clause) =>
    any.flat().map(({ forms, prefix }) => {
      const text = ` ${forms.join(' ')}${prefix ? '' : ' '}`
      let lines = 0
      let met = 0
      for (const statement of all) {
        for (const line of statement) {
          lines++
          if (line.includes(text)) met++
        }
      }
      const rarity = Math.log(1 + lines / (met + 1))
      return { clause, text, weight: forms.length > 1 ? rarity * PHRASE_WEIGHT : rarity }
    }),
  )
}

/** The places of the best passages, in text order, and how many passages hold a word of the query. */
function bestPlaces(
  lines: readonly string[],
  needles: readonly Needle[],
): { places: number[]; matching: number } {
  const scored: { place: number; score: number }[] = []
  // Line 0 holds titles and names, which are no passage.
  for (let place = 1; place < lines.length; place++) {
    const best = new Map<number, number>()
    for (const { clause, text, weight } of needles) {
      if (weight > (best.get(clause) ?? 0) && lines[place]!.includes(text)) best.set(clause, weight)
    }
    if (best.size === 0) continue
    let score = best.size * 100
    for (const weight of best.values()) score += weight
    scored.push({ place, score })
  }
  // Without words in the query, or found by title and names alone: the beginning, unmarked.
  if (scored.length === 0) return { places: lines.length > 1 ? [1] : [], matching: 0 }
  const places = scored
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, PASSAGES_PER_HIT)
    .map(({ place }) => place)
  return { places: places.sort((a, b) => a - b), matching: scored.length }
}
