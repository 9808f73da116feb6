import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Statement } from 'better-sqlite3'
import type { StatementDocument } from '../contract.ts'
import { PassageDigests } from '../digests.ts'
import { readAhead } from './forms-ahead.ts'
import { PostingsBuilder } from './postings.ts'
import {
  createGeneration,
  currentGeneration,
  dropGeneration,
  type IndexDatabase,
  listGenerations,
  PASSAGE_STRIDE,
  type Prepare,
} from './schema.ts'
import {
  createSegment,
  dropUnfinishedSegments,
  mergeSegments,
  openSegment,
  segmentsToMerge,
  writeSegment,
} from './segments.ts'
import { readForms } from './statement-forms.ts'
import { addStatement, restrictionFor, type Target, takeStatement } from './statement-rows.ts'
import { GatheredTerms, type Terms, WrittenTerms } from './terms.ts'

/** Statements between two commits of a rebuild, and between two turns of other work. */
const COMMIT_EVERY = 2_000
const TURN_EVERY = 10
/** Words written in one step. */
const TERMS_STEP = 20_000
/** Postings of one segment of a rebuild. */
const SEGMENT_POSTINGS = 2 ** 23
/** FTS5 settings while a generation is built: few large parts, merged once at the end. */
const BULK = { hashsize: 64 * 2 ** 20, automerge: 0, crisismerge: 64 }
/** FTS5's own settings, for the small writes of every day. */
const USUAL = { hashsize: 2 ** 20, automerge: 4, crisismerge: 16 }
/** Pages merged in one step of the tidying after a rebuild; between steps other work gets its turn. */
const MERGE_PAGES = 500
/** Pages after which the log is written back while a generation is built, and usually. */
const CHECKPOINT_PAGES = { bulk: 20_000, usual: 1_000 }

/** A generation that is being built. */
interface Building {
  generation: number
  terms: GatheredTerms
  target: Target
  /** What has been read and not been written yet; what else is written of the same statement is newer. */
  coming: Map<number, StatementDocument>
}

/** Writes the index: one connection, in the process that changed the archive. */
export class IndexWriter {
  readonly #db: IndexDatabase
  /** Prepared once: preparing costs as much as running. */
  readonly #statements = new Map<string, Statement>()
  readonly #prepare: Prepare = (sql) => {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
  #building: Building | null = null

  constructor(db: IndexDatabase) {
    this.#db = db
    dropUnfinishedSegments(db, currentGeneration(db))
  }

  /** Replaces or adds, all of them or none. */
  async put(documents: readonly StatementDocument[]): Promise<void> {
    if (documents.length === 0) return
    this.#write((stamp, generation) => {
      const terms = new WrittenTerms(this.#prepare, generation)
      this.#putInto(documents, this.#newTarget(generation, terms), stamp)
      const building = this.#building
      if (building === null) return
      for (const { id } of documents) building.coming.delete(id)
      this.#putInto(documents, this.#newTarget(building.generation, building.terms), stamp)
    })
    await this.#mergeSegments()
  }

  /** Removes what is there. */
  remove(ids: readonly number[]): void {
    this.#write((stamp, generation) => {
      const terms = new WrittenTerms(this.#prepare, generation)
      for (const id of ids) {
        this.#remove(id, generation, terms, stamp)
        const building = this.#building
        if (building === null) continue
        building.coming.delete(id)
        this.#remove(id, building.generation, building.terms, stamp)
      }
    })
  }

  count(): number {
    return this.#read((generation) =>
      this.#prepare(`SELECT count(*) FROM statements_${generation}`).pluck().get(),
    ) as number
  }

  inventory(): Map<number, string> {
    const rows = this.#read((generation) =>
      this.#prepare(`SELECT id, state FROM statements_${generation}`).raw().all(),
    )
    return new Map(rows as [number, string][])
  }

  digests(): Map<number, string> {
    const digests = new PassageDigests()
    this.#read((generation) => {
      const rows = this.#prepare(
        `SELECT id, number, key, language, text FROM passages_${generation} WHERE number > 0`,
      ).iterate() as Iterable<{
        id: number
        number: number
        key: string
        language: string
        text: string
      }>
      // Titles and names, number 0, are no passage.
      for (const row of rows) digests.add(Math.floor(row.id / PASSAGE_STRIDE), row)
    })
    return digests.toMap()
  }

  /**
   * Builds a new generation beside the one that answers, swaps it in and removes all others. Written in few large
   * transactions, since full-text tables are merged less then; between statements other work gets its turn.
   */
  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    if (this.#building !== null) throw new Error('the search index is being rebuilt already')
    const building = this.#begin()
    const { generation, terms, coming } = building
    this.#building = building
    this.#db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES.bulk}`)
    try {
      let written = 0
      const statements = readAhead(noted(documents, coming), (form) => terms.numberOf(form))
      for await (const { document, places, numbers } of statements) {
        if (coming.get(document.id) !== document) continue
        coming.delete(document.id)
        if (!this.#db.inTransaction) this.#db.exec('BEGIN IMMEDIATE')
        takeStatement(this.#prepare, document.id, generation, terms)
        terms.countNumbers(numbers, 1, restrictionFor(document))
        addStatement(this.#prepare, document, places, numbers, building.target, 0)
        written++
        if (building.target.postings.length > SEGMENT_POSTINGS) this.#nextSegment(building)
        if (written % COMMIT_EVERY === 0) this.#commitBuilding()
        if (written % TURN_EVERY === 0) await nextTurn()
      }
      this.#commitBuilding()
      this.#db.transaction(() => this.#close(building.target)).immediate()
      for (const step of terms.write(this.#prepare, generation, TERMS_STEP)) {
        this.#db.transaction(step).immediate()
        await nextTurn()
      }
      await this.#merge(`pg_${generation}`)
      this.#swapIn(generation)
    } finally {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      this.#building = null
      this.#db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES.usual}`)
    }
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  /** What else is written while a generation is built comes after what is built so far, and is not held up by it. */
  #commitBuilding(): void {
    if (this.#db.inTransaction) this.#db.exec('COMMIT')
  }

  /** The generation is that of the snapshot that is read, also while another process swaps in a new one. */
  #read<T>(work: (generation: number) => T): T {
    if (this.#db.inTransaction) return work(currentGeneration(this.#db))
    return this.#db.transaction(() => work(currentGeneration(this.#db)))()
  }

  #swapIn(generation: number): void {
    this.#write((stamp) => {
      this.#configure(`pg_${generation}`, USUAL)
      this.#prepare('UPDATE current SET generation = ?').run(generation)
      this.#prepare(`UPDATE statements_${generation} SET stamp = ?`).run(stamp)
      for (const other of listGenerations(this.#db)) {
        if (other !== generation) dropGeneration(this.#db, other)
      }
      this.#statements.clear()
    })
  }

  #configure(table: string, settings: Record<string, number>): void {
    const configure = this.#prepare(`INSERT INTO ${table} (${table}, rank) VALUES (?, ?)`)
    // FTS5 takes whole numbers alone, and a plain number is bound as a fraction.
    for (const [name, value] of Object.entries(settings)) configure.run(name, BigInt(value))
  }

  /** Every write raises the stamp, by which readers in any process see what is new. */
  #write(change: (stamp: number, generation: number) => void): void {
    this.#commitBuilding()
    this.#db
      .transaction(() => {
        const stamp = this.#prepare('UPDATE current SET stamp = stamp + 1 RETURNING stamp')
          .pluck()
          .get() as number
        change(stamp, currentGeneration(this.#db))
      })
      .immediate()
  }

  #begin(): Building {
    const generation = Math.max(...listGenerations(this.#db)) + 1
    return this.#db
      .transaction(() => {
        createGeneration(this.#db, generation)
        this.#configure(`pg_${generation}`, BULK)
        const terms = new GatheredTerms()
        const target = this.#newTarget(generation, terms)
        return { generation, terms, target, coming: new Map() }
      })
      .immediate()
  }

  #nextSegment(building: Building): void {
    this.#close(building.target)
    building.target = this.#newTarget(building.generation, building.terms)
  }

  #newTarget(generation: number, terms: Terms): Target {
    const segment = createSegment(this.#db, generation)
    return { generation, terms, segment, postings: new PostingsBuilder(), statements: 0 }
  }

  #close({ generation, segment, postings, statements }: Target): void {
    writeSegment(this.#db, generation, segment, postings)
    openSegment(this.#db, generation, segment, statements)
  }

  #putInto(documents: readonly StatementDocument[], target: Target, stamp: number): void {
    // One statement given twice is written once, as it was given last; postings come in the order of statements.
    const last = new Map(documents.map((document) => [document.id, document]))
    for (const id of [...last.keys()].sort((a, b) => a - b)) {
      this.#replace(last.get(id)!, target, stamp)
    }
    this.#close(target)
  }

  async #mergeSegments(): Promise<void> {
    // While another generation is built, this one will soon be gone.
    while (this.#building === null) {
      const generation = this.#read((current) => current)
      const merged = segmentsToMerge(this.#db, generation)
      if (merged === null) return
      const write = (step: () => void) => this.#write(step)
      if (!(await mergeSegments(this.#db, generation, merged, write))) return
    }
  }

  #replace(document: StatementDocument, target: Target, stamp: number): void {
    const { generation, terms } = target
    if (!takeStatement(this.#prepare, document.id, generation, terms)) {
      this.#prepare(`DELETE FROM removals_${generation} WHERE id = ?`).run(document.id)
    }
    const { forms, ...places } = readForms(document)
    const numbers = terms.count(forms, 1, restrictionFor(document))
    addStatement(this.#prepare, document, places, numbers, target, stamp)
  }

  #remove(id: number, generation: number, terms: Terms, stamp: number): void {
    if (!takeStatement(this.#prepare, id, generation, terms)) return
    this.#prepare(`INSERT OR REPLACE INTO removals_${generation} VALUES (?, ?)`).run(id, stamp)
  }

  /** Brings the many small parts of a fresh full-text table into few, in steps. */
  async #merge(table: string): Promise<void> {
    const step = this.#prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`)
    const changes = this.#prepare('SELECT total_changes()').pluck()
    step.run(-MERGE_PAGES)
    for (;;) {
      const before = changes.get() as number
      step.run(MERGE_PAGES)
      if ((changes.get() as number) - before < 2) return
      await nextTurn()
    }
  }
}

async function* noted(
  documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  coming: Map<number, StatementDocument>,
): AsyncGenerator<StatementDocument> {
  for await (const document of documents) {
    coming.set(document.id, document)
    yield document
  }
}
