import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  copyRow,
  decodePostings,
  encodePostings,
  makePostings,
  type Postings,
  type PostingsBuilder,
} from './postings.ts'
import type { IndexDatabase, Reading } from './schema.ts'

/**
 * Postings are written in segments that never change: each write adds a small one, and a statement names the segment
 * in which its words are found, so that what an earlier segment says of it counts no more. Small segments of about one
 * size are merged into a larger one.
 */

/** Posting id = segment × this + word. */
const SEGMENT_STRIDE = 2 ** 30
/** So many segments of one size are merged into one. */
const MERGED_TOGETHER = 16
/** Larger ones are left alone until the next rebuild. */
const MERGED_STATEMENTS_MAX = 40_000
/** Rows of the merged segments in one step; between steps other work gets its turn. */
const MERGE_ROWS = 20_000

/** Which statements have their words in which segment, at the time of a merge. */
type SegmentOf = ReadonlyMap<number, number>

/** A new segment, to be filled and then made live. */
export function createSegment(db: IndexDatabase, generation: number): number {
  return db
    .prepare(`INSERT INTO segments_${generation} (statements, live) VALUES (0, 0) RETURNING id`)
    .pluck()
    .get() as number
}

/** Writes what was gathered into a segment. */
export function writeSegment(
  db: IndexDatabase,
  generation: number,
  segment: number,
  builder: PostingsBuilder,
): void {
  const insert = db.prepare(`INSERT INTO postings_${generation} VALUES (?, ?)`)
  for (const [word, postings] of builder.byWord()) {
    insert.run(segment * SEGMENT_STRIDE + word, encodePostings(postings))
  }
}

export function openSegment(
  db: IndexDatabase,
  generation: number,
  segment: number,
  statements: number,
): void {
  db.prepare(`UPDATE segments_${generation} SET statements = ?, live = 1 WHERE id = ?`).run(
    statements,
    segment,
  )
}

/** Reads the postings of a word from all live segments. */
export class SegmentReader {
  readonly #read: (id: number) => Buffer | undefined
  readonly segments: readonly number[]

  constructor(db: Reading, generation: number) {
    const read = db.prepare(`SELECT data FROM postings_${generation} WHERE id = ?`).pluck()
    this.#read = (id) => read.get(id) as Buffer | undefined
    this.segments = db
      .prepare(`SELECT id FROM segments_${generation} WHERE live = 1 ORDER BY id`)
      .pluck()
      .all() as number[]
  }

  /** A segment's postings of a word, or null where it has none. */
  postings(segment: number, word: number): Postings | null {
    const blob = this.#read(segment * SEGMENT_STRIDE + word)
    return blob === undefined ? null : decodePostings(blob)
  }
}

/** Throws away what was begun and never made live, as after a crash. */
export function dropUnfinishedSegments(db: IndexDatabase, generation: number): void {
  const unfinished = db.prepare(`SELECT id FROM segments_${generation} WHERE live = 0`).pluck()
  if (unfinished.get() === undefined) return
  db.transaction(() => {
    for (const segment of unfinished.all() as number[]) dropSegment(db, generation, segment)
  }).immediate()
}

/** Segments that should be merged now, or null. */
export function segmentsToMerge(db: IndexDatabase, generation: number): number[] | null {
  const rows = db
    .prepare(`SELECT id, statements FROM segments_${generation} WHERE live = 1 AND statements <= ?`)
    .all(MERGED_STATEMENTS_MAX / MERGED_TOGETHER) as { id: number; statements: number }[]
  const bySize = Map.groupBy(rows, ({ statements }) =>
    Math.floor(Math.log(Math.max(1, statements)) / Math.log(MERGED_TOGETHER)),
  )
  for (const same of bySize.values()) {
    if (same.length >= MERGED_TOGETHER) return same.map(({ id }) => id)
  }
  return null
}

/**
 * Copies what still counts of these segments into a new one, in steps; `write` runs each in a transaction. False when
 * another process threw the new segment away meanwhile.
 */
export async function mergeSegments(
  db: IndexDatabase,
  generation: number,
  merged: readonly number[],
  write: (step: () => void) => void,
): Promise<boolean> {
  let target = 0
  let segmentOf: SegmentOf = new Map()
  write(() => {
    target = createSegment(db, generation)
    segmentOf = readSegmentOf(db, generation, merged)
  })
  for (let word = 0; ; ) {
    let next: number | null = null
    write(() => {
      next = mergeStep(db, generation, merged, segmentOf, target, word)
    })
    if (next === null) break
    word = next
    await nextTurn()
  }
  let done = false
  write(() => {
    done = finishMerge(db, generation, merged, target)
  })
  return done
}

function readSegmentOf(
  db: IndexDatabase,
  generation: number,
  segments: readonly number[],
): SegmentOf {
  const rows = db
    .prepare(
      `SELECT id, segment FROM statements_${generation}
       WHERE segment IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(segments)) as [number, number][]
  return new Map(rows)
}

/** Merges some words from this one on; the next word, or null at the end. */
function mergeStep(
  db: IndexDatabase,
  generation: number,
  merged: readonly number[],
  segmentOf: SegmentOf,
  target: number,
  word: number,
): number | null {
  const rowsOf = db
    .prepare(
      `SELECT id, data FROM postings_${generation} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`,
    )
    .raw()
  const share = Math.ceil(MERGE_ROWS / merged.length)
  const byWord = new Map<number, Postings[]>()
  let last = Infinity
  for (const segment of merged) {
    const base = segment * SEGMENT_STRIDE
    const rows = rowsOf.all(base + word, base + SEGMENT_STRIDE, share) as [number, Buffer][]
    if (rows.length === share) last = Math.min(last, rows.at(-1)![0] - base)
    for (const [id, data] of rows) {
      const postings = keepOwn(decodePostings(data), segment, segmentOf)
      const known = byWord.get(id - base)
      if (known === undefined) byWord.set(id - base, [postings])
      else known.push(postings)
    }
  }
  const insert = db.prepare(`INSERT INTO postings_${generation} VALUES (?, ?)`)
  for (const each of [...byWord.keys()].sort((a, b) => a - b)) {
    if (each > last) break
    const joined = joinPostings(byWord.get(each)!)
    if (joined.length > 0) insert.run(target * SEGMENT_STRIDE + each, encodePostings(joined))
  }
  return last === Infinity ? null : last + 1
}

function finishMerge(
  db: IndexDatabase,
  generation: number,
  merged: readonly number[],
  target: number,
): boolean {
  const isThere = db.prepare(`SELECT 1 FROM segments_${generation} WHERE id = ?`).get(target)
  const live = db
    .prepare(
      `SELECT count(*) FROM segments_${generation}
       WHERE live = 1 AND id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .get(JSON.stringify(merged)) as number
  if (isThere === undefined || live < merged.length) {
    dropSegment(db, generation, target)
    return false
  }
  // What was written anew meanwhile names another segment, and what is copied of it counts no more.
  const moved = db
    .prepare(
      `UPDATE statements_${generation} SET segment = ?, stamp = (SELECT stamp FROM current)
       WHERE segment IN (SELECT value FROM json_each(?))`,
    )
    .run(target, JSON.stringify(merged)).changes
  openSegment(db, generation, target, moved)
  for (const segment of merged) dropSegment(db, generation, segment)
  return true
}

function dropSegment(db: IndexDatabase, generation: number, segment: number): void {
  db.prepare(`DELETE FROM segments_${generation} WHERE id = ?`).run(segment)
  db.prepare(`DELETE FROM postings_${generation} WHERE id >= ? AND id < ?`).run(
    segment * SEGMENT_STRIDE,
    (segment + 1) * SEGMENT_STRIDE,
  )
}

function keepOwn(postings: Postings, segment: number, segmentOf: SegmentOf): Postings {
  const kept: number[] = []
  for (let at = 0; at < postings.length; at++) {
    if (segmentOf.get(postings.ids[at]!) === segment) kept.push(at)
  }
  if (kept.length === postings.length) return postings
  const some = makePostings(kept.length)
  for (const [index, at] of kept.entries()) copyRow(postings, at, some, index)
  return some
}

function joinPostings(parts: readonly Postings[]): Postings {
  const rows = parts.flatMap((part) =>
    Array.from({ length: part.length }, (_, at) => ({ part, at })),
  )
  rows.sort(
    (a, b) => a.part.ids[a.at]! - b.part.ids[b.at]! || a.part.runs[a.at]! - b.part.runs[b.at]!,
  )
  const joined = makePostings(rows.length)
  for (const [index, { part, at }] of rows.entries()) copyRow(part, at, joined, index)
  return joined
}
