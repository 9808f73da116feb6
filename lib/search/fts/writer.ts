import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Statement } from 'better-sqlite3'
import type { Audience } from '#lib/statements/vocabularies.ts'
import { indexedForms, tokenise } from '#lib/text/tokenise.ts'
import type { StatementDocument } from '../contract.ts'
import { RestrictedCounts, type Restriction, restrictionOf } from './restricted-counts.ts'
import {
  BREAK,
  createGeneration,
  currentGeneration,
  dropGeneration,
  type IndexDatabase,
  listGenerations,
  PASSAGE_STRIDE,
} from './schema.ts'
import { soundKeys } from './sounds.ts'

/** Statements between two commits of a rebuild, and between two turns of other work. */
const COMMIT_EVERY = 2_000
const TURN_EVERY = 10
/** Words read in one step. */
const TERMS_STEP = 1_000
/** FTS5 settings while a generation is built: few large parts, merged once at the end. */
const BULK = { hashsize: 64 * 2 ** 20, automerge: 0, crisismerge: 64 }
/** FTS5's own settings, for the small writes of every day. */
const USUAL = { hashsize: 2 ** 20, automerge: 4, crisismerge: 16 }
/** Pages merged in one step of the tidying after a rebuild; between steps other work gets its turn. */
const MERGE_PAGES = 500
/** Shorter forms and numbers are no names. */
const TERM_MIN_LENGTH = 2

/** The facets of a statement as the index keeps them; `person` is filtered by and not counted. */
export type StoredFacets = Record<
  'type' | 'knows' | 'event' | 'place' | 'language' | 'year' | 'person',
  readonly string[]
>

/** Writes the index: one connection, in the process that changed the archive. */
export class IndexWriter {
  readonly #db: IndexDatabase
  /** Prepared once: preparing costs as much as running. */
  readonly #statements = new Map<string, Statement>()
  /** The generation that is being built, and how often its words stand in what is not open to all. */
  #building: number | null = null
  readonly #restricted = new RestrictedCounts()

  constructor(db: IndexDatabase) {
    this.#db = db
  }

  /** Replaces or adds, all of them or none. */
  put(documents: readonly StatementDocument[]): void {
    this.#write((stamp, generation) => {
      for (const document of documents) {
        this.#replace(document, generation, stamp)
        if (this.#building !== null) this.#replace(document, this.#building, stamp)
      }
    })
  }

  /** Removes what is there. */
  remove(ids: readonly number[]): void {
    this.#write((stamp, generation) => {
      for (const id of ids) {
        this.#remove(id, generation, stamp)
        if (this.#building !== null) this.#remove(id, this.#building, stamp)
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

  /**
   * Builds a new generation beside the one that answers, swaps it in and removes all others. Written in few large
   * transactions, since full-text tables are merged less then; between statements other work gets its turn.
   */
  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    if (this.#building !== null) throw new Error('the search index is being rebuilt already')
    const generation = Math.max(...listGenerations(this.#db)) + 1
    this.#db
      .transaction(() => {
        createGeneration(this.#db, generation)
        for (const table of ['st', 'pg']) this.#configure(`${table}_${generation}`, BULK)
      })
      .immediate()
    this.#building = generation
    try {
      let written = 0
      for await (const document of documents) {
        if (!this.#db.inTransaction) this.#db.exec('BEGIN IMMEDIATE')
        this.#replace(document, generation, 0)
        written++
        if (written % COMMIT_EVERY === 0) this.#commitBuilding()
        if (written % TURN_EVERY === 0) await nextTurn()
      }
      this.#commitBuilding()
      await this.#collectTerms(generation)
      for (const table of ['st', 'pg']) await this.#merge(`${table}_${generation}`)
      this.#swapIn(generation)
    } finally {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      this.#building = null
      this.#restricted.clear()
    }
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
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
      for (const table of ['st', 'pg']) this.#configure(`${table}_${generation}`, USUAL)
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

  #replace(document: StatementDocument, generation: number, stamp: number): void {
    const fresh = !this.#take(document.id, generation)
    if (fresh && stamp > 0) {
      this.#prepare(`DELETE FROM removals_${generation} WHERE id = ?`).run(document.id)
    }
    this.#add(document, generation, stamp)
  }

  #remove(id: number, generation: number, stamp: number): void {
    if (!this.#take(id, generation)) return
    this.#prepare(`INSERT OR REPLACE INTO removals_${generation} VALUES (?, ?)`).run(id, stamp)
  }

  /** Takes a statement out of every table; false when it was not there. */
  #take(id: number, g: number): boolean {
    const row = this.#prepare(
      `SELECT s.passages, s.audience, s.visible_from IS NOT NULL OR s.visible_until IS NOT NULL AS timed, f.lines
       FROM statements_${g} s JOIN forms_${g} f USING (id) WHERE id = ?`,
    ).get(id) as { passages: number; audience: Audience; timed: number; lines: string } | undefined
    if (row === undefined) return false
    const base = id * PASSAGE_STRIDE
    const deletePassage = this.#prepare(`DELETE FROM pg_${g} WHERE rowid = ?`)
    for (let place = 0; place <= row.passages; place++) deletePassage.run(base + place)
    this.#prepare(`DELETE FROM st_${g} WHERE rowid = ?`).run(id)
    this.#prepare(`DELETE FROM passages_${g} WHERE id BETWEEN ? AND ?`).run(
      base,
      base + row.passages,
    )
    this.#prepare(`DELETE FROM statements_${g} WHERE id = ?`).run(id)
    this.#prepare(`DELETE FROM forms_${g} WHERE id = ?`).run(id)
    this.#prepare(`DELETE FROM fd_${g} WHERE rowid = ?`).run(id)
    this.#countTerms(g, row.lines, -1, restrictionOf(row.audience, row.timed === 1))
    return true
  }

  #add(document: StatementDocument, g: number, stamp: number): void {
    const base = document.id * PASSAGE_STRIDE
    const insertForms = this.#prepare(`INSERT INTO pg_${g} (rowid, body, others) VALUES (?, ?, ?)`)
    const insertPassage = this.#prepare(`INSERT INTO passages_${g} VALUES (?, ?, ?, ?, ?)`)
    const titles = streams(Object.values(document.titles).map((title) => title ?? ''))
    const names = streams([...document.names, ...document.extra])
    const head = {
      body: `${titles.body} ${BREAK} ${names.body}`,
      others: [titles.others, names.others].filter(Boolean).join(' '),
    }
    insertForms.run(base, head.body, head.others)
    const lines = [formsLine(head)]
    const bodies: string[] = []
    const others: string[] = [head.others]
    document.passages.forEach((passage, index) => {
      const forms = streams([passage.text])
      insertForms.run(base + index + 1, forms.body, forms.others)
      insertPassage.run(
        base + index + 1,
        passage.number,
        passage.key,
        passage.language,
        passage.text,
      )
      lines.push(formsLine(forms))
      bodies.push(forms.body)
      others.push(forms.others)
    })
    this.#prepare(
      `INSERT INTO st_${g} (rowid, head, names, body, others) VALUES (?, ?, ?, ?, ?)`,
    ).run(document.id, titles.body, names.body, bodies.join(` ${BREAK} `), others.join(' '))
    const allLines = lines.join('\n')
    this.#prepare(`INSERT INTO forms_${g} VALUES (?, ?)`).run(document.id, allLines)
    this.#prepare(`INSERT INTO statements_${g} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      document.id,
      document.state,
      document.passages.length,
      stamp,
      document.audience,
      document.visibleFrom,
      document.visibleUntil,
      document.dateGiven,
      document.dateAdded,
      JSON.stringify(facetsOf(document)),
    )
    this.#prepare(`INSERT INTO fd_${g} (rowid, speaker, place) VALUES (?, ?, ?)`).run(
      document.id,
      formsLine(streams(document.speakers)),
      formsLine(streams(document.placeNames)),
    )
    const timed = document.visibleFrom !== null || document.visibleUntil !== null
    this.#countTerms(g, allLines, 1, restrictionOf(document.audience, timed))
  }

  /** Keeps the words' counts; those of a generation that is being built are taken from its full-text table at its end. */
  #countTerms(
    generation: number,
    lines: string,
    change: 1 | -1,
    restriction: Restriction | null,
  ): void {
    if (generation === this.#building) {
      if (restriction === null) return
      for (const term of distinctTerms(lines)) this.#restricted.add(term, restriction, change)
      return
    }
    const [column, also] = restriction === null ? ['', ''] : [`, ${restriction}`, ', 1']
    const counted = restriction === null ? '' : `, ${restriction} = ${restriction} + ${change}`
    const statement = this.#prepare(
      `INSERT INTO terms_${generation} (term, statements${column}) VALUES (?, 1${also})
       ON CONFLICT (term) DO UPDATE SET statements = statements + ${change}${counted} RETURNING statements`,
    ).pluck()
    for (const term of distinctTerms(lines)) {
      if (statement.get(term) === 1 && change === 1) this.#addSounds(generation, term)
    }
  }

  /** Keys by which the word's spellings in the other script find it. */
  #addSounds(generation: number, term: string): void {
    const insert = this.#prepare(`INSERT OR IGNORE INTO sounds_${generation} VALUES (?, ?)`)
    for (const key of soundKeys(term)) insert.run(key, term)
  }

  /** Fills the words of a fresh generation from its full-text table, some at a time. */
  async #collectTerms(generation: number): Promise<void> {
    this.#db.exec(`
      DROP TABLE IF EXISTS temp.vocabulary;
      CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, 'st_${generation}', 'row');
    `)
    const next = this.#prepare(
      'SELECT term, doc FROM temp.vocabulary WHERE term > ? ORDER BY term LIMIT ?',
    ).raw()
    const insert = this.#prepare(
      `INSERT INTO terms_${generation} (term, statements, registered, staff, hidden) VALUES (?, ?, ?, ?, ?)`,
    )
    let last = ''
    for (;;) {
      const rows = next.all(last, TERMS_STEP) as [string, number][]
      if (rows.length === 0) break
      this.#db
        .transaction(() => {
          for (const [term, statements] of rows) {
            if (!isTerm(term)) continue
            insert.run(term, statements, ...this.#restricted.of(term))
            this.#addSounds(generation, term)
          }
        })
        .immediate()
      last = rows.at(-1)![0]
      await nextTurn()
    }
    this.#db.exec('DROP TABLE temp.vocabulary')
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

/** Forms of several texts, set apart so that no phrase runs from one into the next. */
function streams(texts: readonly string[]): { body: string; others: string } {
  const forms = texts.map((text) => indexedForms(tokenise(text)))
  return {
    body: forms.map(({ ordered }) => ordered.join(' ')).join(` ${BREAK} `),
    others: forms.flatMap(({ others }) => others).join(' '),
  }
}

/** One line for each passage, to find in it by plain text search which words it holds. */
function formsLine({ body, others }: { body: string; others: string }): string {
  return others === '' ? ` ${body} ` : ` ${body} ${BREAK} ${others.replaceAll(' ', ` ${BREAK} `)} `
}

function distinctTerms(lines: string): Set<string> {
  const terms = new Set(lines.split(/[ \n]+/))
  for (const term of terms) if (!isTerm(term)) terms.delete(term)
  return terms
}

function isTerm(form: string): boolean {
  return form.length >= TERM_MIN_LENGTH && !/^\d+$/.test(form)
}
