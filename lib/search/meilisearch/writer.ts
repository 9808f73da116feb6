import { type EnqueuedTask, type Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { StatementDocument } from '../contract.ts'
import { PassageDigests } from '../digests.ts'
import { followTasks, TaskFailedError } from './client.ts'
import { idsIn, quote } from './filters.ts'
import { makeRecords, type StatementRecords, stateFromStored } from './records.ts'
import { BUILDING, INDEX_SETTINGS, INDEXES, type IndexName, indexUid } from './settings.ts'
import { readTerms, TermList, termRecord } from './terms.ts'

/** Statements sent in one go while an index is built, and passages in one request. */
const BUILD_BATCH = 500
const REQUEST_RECORDS_MAX = 2_000
const READ_STEP = 10_000

/** What is read of a passage to compare it. */
interface PassageRow {
  statement: number
  position: number
  number: number
  key: string
  passage_language: string
  text: string
}

/** Writes the three indexes; statements last, so that one that is there has its passages. */
export class MeilisearchWriter {
  readonly #client: Meilisearch
  readonly #prefix: string
  #prepared = false
  #building = false
  /** What is known to be in the index of terms. */
  #terms: TermList | null = null

  constructor(client: Meilisearch, prefix: string) {
    this.#client = client
    this.#prefix = prefix
  }

  uid(name: IndexName): string {
    return indexUid(this.#prefix, name)
  }

  /** Makes the indexes and gives them their settings. */
  async prepare(): Promise<void> {
    if (this.#prepared) return
    await this.#makeIndexes('')
    this.#prepared = true
  }

  /** The terms as they are now, read once and kept up to date by what is written here. */
  async terms(): Promise<TermList> {
    await this.prepare()
    this.#terms ??= await readTerms(this.#client, this.uid('terms'))
    return this.#terms
  }

  /** Reads the terms again: others have written. */
  async rereadTerms(): Promise<void> {
    this.#terms = await readTerms(this.#client, this.uid('terms'))
  }

  async put(documents: readonly StatementDocument[]): Promise<void> {
    if (documents.length === 0) return
    const known = await this.terms()
    const records = documents.map(makeRecords)
    await this.#add('', records, known, true)
    if (this.#building) await this.#add(BUILDING, records, new TermList(), true)
  }

  async remove(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return
    await this.prepare()
    for (const suffix of this.#building ? ['', BUILDING] : ['']) {
      await followTasks(this.#client, [
        await this.#index('statements', suffix).deleteDocuments({ filter: idsIn('id', ids) }),
        await this.#index('passages', suffix).deleteDocuments({ filter: idsIn('statement', ids) }),
      ])
    }
  }

  async count(): Promise<number> {
    await this.prepare()
    const { totalHits } = await this.#index('statements', '').search('', { hitsPerPage: 0 })
    return totalHits
  }

  async inventory(): Promise<Map<number, string>> {
    await this.prepare()
    const found = new Map<number, string>()
    for (let offset = 0; ; offset += READ_STEP) {
      const { results } = await this.#client
        .index<{ id: number; state: string }>(this.uid('statements'))
        .getDocuments({ fields: ['id', 'state'], limit: READ_STEP, offset })
      for (const { id, state } of results) found.set(id, stateFromStored(state))
      if (results.length < READ_STEP) return found
    }
  }

  async digests(): Promise<Map<number, string>> {
    await this.prepare()
    const digests = new PassageDigests()
    const passages = this.#client.index<PassageRow>(this.uid('passages'))
    const fields: (keyof PassageRow)[] = [
      'statement',
      'position',
      'number',
      'key',
      'passage_language',
      'text',
    ]
    for (let offset = 0; ; offset += READ_STEP) {
      const { results } = await passages.getDocuments({ fields, limit: READ_STEP, offset })
      for (const { statement, position, passage_language: language, ...rest } of results) {
        // Titles and names have no passage of their own.
        if (position > 0) digests.add(statement, { language, ...rest })
      }
      if (results.length < READ_STEP) return digests.toMap()
    }
  }

  /** Builds new indexes beside those that answer, and swaps all three at once. */
  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    if (this.#building) throw new Error('the search index is being rebuilt already')
    await this.prepare()
    await this.#deleteIndexes(BUILDING)
    await this.#makeIndexes(BUILDING)
    this.#building = true
    const terms = new TermList()
    try {
      let batch: StatementDocument[] = []
      for await (const document of documents) {
        batch.push(document)
        if (batch.length < BUILD_BATCH) continue
        await this.#add(BUILDING, batch.map(makeRecords), terms, false)
        batch = []
      }
      await this.#add(BUILDING, batch.map(makeRecords), terms, false)
      await this.#swap()
      this.#terms = terms
    } finally {
      this.#building = false
    }
    await this.#deleteIndexes(BUILDING)
  }

  /** Deletes the indexes with all that is in them. */
  async drop(): Promise<void> {
    await this.#deleteIndexes('')
    await this.#deleteIndexes(BUILDING)
    this.#prepared = false
    this.#terms = null
  }

  /**
   * Puts the new indexes in the place of the old ones, all at once. The task belongs to no index, so that a key limited
   * to some cannot ask for it: it is done when one behind it is, and has succeeded when the new index stands there.
   */
  async #swap(): Promise<void> {
    const next = await this.#index('statements', BUILDING).getRawInfo()
    await this.#client.swapIndexes(
      INDEXES.map((name) => ({
        indexes: [this.uid(name), `${this.uid(name)}${BUILDING}`] as [string, string],
        rename: false,
      })),
    )
    await followTasks(this.#client, [
      await this.#index('statements', '').updateSettings(INDEX_SETTINGS.statements),
    ])
    const now = await this.#index('statements', '').getRawInfo()
    if (String(now.createdAt) !== String(next.createdAt)) {
      throw new TaskFailedError('Meilisearch has not swapped in the new indexes')
    }
  }

  #index(name: IndexName, suffix: string) {
    return this.#client.index(`${this.uid(name)}${suffix}`)
  }

  async #add(
    suffix: string,
    records: readonly StatementRecords[],
    known: TermList,
    replacing: boolean,
  ): Promise<void> {
    if (records.length === 0) return
    const terms = known.add(records.flatMap((record) => [...record.terms]))
    const passages = records.flatMap((record) => record.passages)
    const tasks: EnqueuedTask[] = []
    try {
      for (let from = 0; from < terms.length; from += READ_STEP) {
        const step = terms.slice(from, from + READ_STEP).map(termRecord)
        tasks.push(await this.#index('terms', suffix).addDocuments(step))
      }
      for (let from = 0; from < passages.length; from += REQUEST_RECORDS_MAX) {
        const step = passages.slice(from, from + REQUEST_RECORDS_MAX)
        tasks.push(await this.#index('passages', suffix).addDocuments(step))
      }
      if (replacing) {
        // Passages of an earlier revision that the new one has not overwritten.
        const earlier = records.map(
          ({ statement }) =>
            `(statement = ${statement.id} AND state != ${quote(String(statement.state))})`,
        )
        tasks.push(
          await this.#index('passages', suffix).deleteDocuments({ filter: earlier.join(' OR ') }),
        )
      }
      await followTasks(this.#client, tasks)
      await followTasks(this.#client, [
        await this.#index('statements', suffix).addDocuments(
          records.map(({ statement }) => statement),
        ),
      ])
    } catch (error) {
      // Whether the terms arrived is not known: they are read again.
      if (suffix === '') this.#terms = null
      throw error
    }
  }

  async #makeIndexes(suffix: string): Promise<void> {
    const tasks: EnqueuedTask[] = []
    for (const name of INDEXES) {
      const uid = `${this.uid(name)}${suffix}`
      if (!(await this.#exists(uid))) {
        await followTasks(this.#client, [
          await this.#client.createIndex(uid, { primaryKey: 'id' }),
        ]).catch(async (error: unknown) => {
          // Another process was faster.
          if (!(await this.#exists(uid))) throw error
        })
      }
      tasks.push(await this.#client.index(uid).updateSettings(INDEX_SETTINGS[name]))
    }
    await followTasks(this.#client, tasks)
  }

  async #exists(uid: string): Promise<boolean> {
    try {
      await this.#client.getRawIndex(uid)
      return true
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return false
      throw error
    }
  }

  async #deleteIndexes(suffix: string): Promise<void> {
    for (const name of INDEXES) {
      const uid = `${this.uid(name)}${suffix}`
      if (await this.#exists(uid)) {
        await followTasks(this.#client, [await this.#client.deleteIndex(uid)])
      }
    }
  }
}
