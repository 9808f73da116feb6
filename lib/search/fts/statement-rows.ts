import type { Audience } from '#lib/statements/vocabularies.ts'
import type { StatementDocument } from '../contract.ts'
import type { PostingsBuilder } from './postings.ts'
import { type Restriction, restrictionOf } from './restrictions.ts'
import { PASSAGE_STRIDE, type Prepare, type StoredFacets } from './schema.ts'
import { bodyOf, distinctForms, type FormPlaces, lineOf } from './statement-forms.ts'
import type { Terms } from './terms.ts'

/** Where the words of what is written go: a segment that is being filled. */
export interface Target {
  generation: number
  terms: Terms
  segment: number
  postings: PostingsBuilder
  statements: number
}

/** Takes a statement out of every table; false when it was not there. Its postings count no more. */
export function takeStatement(prepare: Prepare, id: number, g: number, terms: Terms): boolean {
  const row = prepare(
    `SELECT passages, audience, visible_from IS NOT NULL OR visible_until IS NOT NULL AS timed
     FROM statements_${g} WHERE id = ?`,
  ).get(id) as { passages: number; audience: Audience; timed: number } | undefined
  if (row === undefined) return false
  const base = id * PASSAGE_STRIDE
  const lines = prepare(`SELECT forms FROM passages_${g} WHERE id BETWEEN ? AND ?`)
    .pluck()
    .all(base, base + row.passages) as string[]
  const deletePassage = prepare(`DELETE FROM pg_${g} WHERE rowid = ?`)
  for (let place = 0; place <= row.passages; place++) deletePassage.run(base + place)
  prepare(`DELETE FROM passages_${g} WHERE id BETWEEN ? AND ?`).run(base, base + row.passages)
  prepare(`DELETE FROM statements_${g} WHERE id = ?`).run(id)
  prepare(`DELETE FROM fd_${g} WHERE rowid = ?`).run(id)
  terms.count(distinctForms(lines), -1, restrictionOf(row.audience, row.timed === 1))
  return true
}

/** Writes a statement into every table, and its words, of which the terms know the numbers, to the target. */
export function addStatement(
  prepare: Prepare,
  document: StatementDocument,
  places: FormPlaces,
  numbers: ArrayLike<number>,
  target: Target,
  stamp: number,
): void {
  const g = target.generation
  const base = document.id * PASSAGE_STRIDE
  const insertBody = prepare(`INSERT INTO pg_${g} (rowid, body) VALUES (?, ?)`)
  const insertPassage = prepare(`INSERT INTO passages_${g} VALUES (?, ?, ?, ?, ?, ?)`)
  insertBody.run(base, bodyOf(places, 0))
  insertPassage.run(base, 0, '', '', places.lines[0], '')
  document.passages.forEach(({ number, key, language, text }, index) => {
    const place = index + 1
    insertBody.run(base + place, bodyOf(places, place))
    insertPassage.run(base + place, number, key, language, places.lines[place], text)
  })
  prepare(`INSERT INTO statements_${g} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    document.id,
    document.state,
    document.passages.length,
    places.length,
    target.segment,
    stamp,
    document.audience,
    document.visibleFrom,
    document.visibleUntil,
    document.dateGiven,
    document.dateAdded,
    JSON.stringify(facetsOf(document)),
  )
  prepare(`INSERT INTO fd_${g} (rowid, speaker, place) VALUES (?, ?, ?)`).run(
    document.id,
    lineOf(document.speakers),
    lineOf(document.placeNames),
  )
  target.postings.addStatement(document.id, places.rows, numbers)
  target.statements++
}

/** Whose words those of a statement are. */
export function restrictionFor(document: StatementDocument): Restriction | null {
  const timed = document.visibleFrom !== null || document.visibleUntil !== null
  return restrictionOf(document.audience, timed)
}

function facetsOf(document: StatementDocument): StoredFacets {
  return {
    type: document.type === null ? [] : [document.type],
    knows: [...new Set(document.knows)],
    event: [...new Set(document.events)],
    place: [...new Set(document.places)],
    language: [...new Set(document.languages)],
    year: [...new Set(document.years)],
    person: [...new Set(document.people)],
  }
}
