import type { EnqueuedTask, Meilisearch } from 'meilisearch'
import type { Audience } from '#lib/statements/vocabularies.ts'
import type { StatementDocument } from '../contract.ts'
import { restrictionOf } from '../fts/restrictions.ts'
import { followTasks } from './client.ts'
import { idsIn, quote } from './filters.ts'
import { deleteIndexes, makeIndexes, swapIndexes } from './indexes.ts'
import { readDigests, readInventory } from './inventory.ts'
import { makeRecords, type StatementRecords } from './records.ts'
import { BUILDING, type IndexName, indexUid } from './settings.ts'
import { areCurrent, readTerms, TermList } from './terms.ts'

/** Passages sent in one request, and requests that may wait to be worked off while an index is built. */
const REQUEST_PASSAGES = 2_000
const BUILD_WAITING_MAX = 30
/** Statements and terms read or sent in one request. */
const READ_STEP = 10_000

/** A statement as an index holds it, as far as its words are counted by it. */
interface CountedStatement {
  words: string[]
  audience: Audience
  from: number | null
  until: number | null
}

/** Three indexes, and what is known of their terms. */
interface Shelf {
  suffix: string
  terms: TermList
}

/** Indexes that are being built, and what has changed since: the records of a statement, or null for a removed one. */
interface Building extends Shelf {
  later: Map<number, StatementRecords | null>
}

/** Writes the three indexes; statements last, so that one that is there has its passages. */
export class MeilisearchWriter {
  readonly #client: Meilisearch
  readonly #prefix: string
  #prepared = false
  /** What is known to be in the index of terms. */
  #terms: TermList | null = null
  #building: Building | null = null

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
    await makeIndexes(this.#client, this.#prefix, '')
    this.#prepared = true
  }

  /** The terms, read once and kept up to date by what is written here. */
  async terms(): Promise<TermList> {
    await this.prepare()
    if (this.#terms === null) {
      const terms = new TermList()
      await readTerms(this.#client, this.uid('terms'), terms)
      this.#terms ??= terms
    }
    return this.#terms
  }

  /** The terms as they are now: what others have changed is read or, where it is another index, all of it. */
  async currentTerms(): Promise<TermList> {
    const terms = await this.terms()
    const uid = this.uid('terms')
    if (await areCurrent(this.#client, uid, terms)) return terms
    await readTerms(this.#client, uid, terms)
    if (await areCurrent(this.#client, uid, terms)) return terms
    // Readers have the old ones until then.
    const others = new TermList()
    await readTerms(this.#client, uid, others)
    this.#terms = others
    return others
  }

  /** The terms are read anew when they are needed. */
  forgetTerms(): void {
    this.#terms = null
  }

  async put(documents: readonly StatementDocument[]): Promise<void> {
    if (documents.length === 0) return
    await this.#change(
      documents.map(({ id }) => id),
      documents.map(makeRecords),
    )
  }

  async remove(ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await this.#change(ids, [])
  }

  async count(): Promise<number> {
    await this.prepare()
    const { totalHits } = await this.#index('statements', '').search('', { hitsPerPage: 0 })
    return totalHits
  }

  async inventory(): Promise<Map<number, string>> {
    await this.prepare()
    return readInventory(this.#client, this.uid('statements'))
  }

  async digests(): Promise<Map<number, string>> {
    await this.prepare()
    return readDigests(this.#client, this.uid('passages'))
  }

  /** Builds new indexes beside those that answer, and swaps all three at once. */
  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    if (this.#building !== null) throw new Error('the search index is being rebuilt already')
    await this.prepare()
    await deleteIndexes(this.#client, this.#prefix, BUILDING)
    await makeIndexes(this.#client, this.#prefix, BUILDING)
    const building: Building = { suffix: BUILDING, terms: new TermList(), later: new Map() }
    this.#building = building
    try {
      await this.#fill(building, documents)
      await this.#catchUp(building, building.later)
      await swapIndexes(this.#client, this.#prefix)
      this.#terms = building.terms
    } finally {
      this.#building = null
    }
    // What came while the indexes were swapped.
    await this.#catchUp({ suffix: '', terms: building.terms }, building.later)
    await deleteIndexes(this.#client, this.#prefix, BUILDING)
  }

  /** Deletes the indexes with all that is in them. */
  async drop(): Promise<void> {
    await deleteIndexes(this.#client, this.#prefix, '')
    await deleteIndexes(this.#client, this.#prefix, BUILDING)
    this.#prepared = false
    this.#terms = null
  }

  #index(name: IndexName, suffix: string) {
    return this.#client.index(`${this.uid(name)}${suffix}`)
  }

  /** Puts these records in the place of the statements, or removes those for which there is none. */
  async #change(ids: readonly number[], records: readonly StatementRecords[]): Promise<void> {
    try {
      await this.#replace({ suffix: '', terms: await this.currentTerms() }, ids, records)
    } catch (error) {
      // Whether the terms arrived is not known: they are read again.
      this.#terms = null
      throw error
    }
    for (const id of ids) this.#building?.later.set(id, null)
    for (const one of records) this.#building?.later.set(one.statement.id, one)
  }

  async #catchUp(shelf: Shelf, later: Building['later']): Promise<void> {
    while (later.size > 0) {
      const changes = [...later]
      later.clear()
      await this.#replace(
        shelf,
        changes.map(([id]) => id),
        changes.flatMap(([, records]) => records ?? []),
      )
    }
  }

  async #replace(
    { suffix, terms }: Shelf,
    ids: readonly number[],
    records: readonly StatementRecords[],
  ): Promise<void> {
    const earlier = await this.#readCounted(ids, suffix)
    const changed = new Set<string>()
    for (const { words, audience, from, until } of earlier) {
      const restriction = restrictionOf(audience, from !== null || until !== null)
      for (const word of words) terms.change(word, restriction, -1, changed)
    }
    for (const { words, restriction } of records) {
      for (const word of words) terms.change(word, restriction, 1, changed)
    }
    const statements = this.#index('statements', suffix)
    const passages = this.#index('passages', suffix)
    const kept = new Set(records.map(({ statement }) => statement.id))
    const gone = ids.filter((id) => !kept.has(id))
    const tasks = await this.#addTerms({ suffix, terms }, changed)
    if (gone.length > 0) {
      tasks.push(await statements.deleteDocuments({ filter: idsIn('id', gone) }))
      tasks.push(await passages.deleteDocuments({ filter: idsIn('statement', gone) }))
    }
    tasks.push(...(await this.#addPassages(suffix, records)))
    if (earlier.length > 0 && records.length > 0) {
      // Passages of an earlier revision that the new one has not overwritten.
      const old = records.map(
        ({ statement }) => `(statement = ${statement.id} AND state != ${quote(statement.state)})`,
      )
      tasks.push(await passages.deleteDocuments({ filter: old.join(' OR ') }))
    }
    if (records.length > 0) {
      // Worked off in this order: a statement that is there has its passages.
      tasks.push(await statements.addDocuments(records.map(({ statement }) => statement)))
    }
    await followTasks(this.#client, tasks)
  }

  /** Fills empty indexes; requests wait in the server, which works off several in one go. */
  async #fill(
    shelf: Shelf,
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    const waiting: EnqueuedTask[] = []
    let batch: StatementRecords[] = []
    let passages = 0
    const send = async () => {
      if (batch.length === 0) return
      waiting.push(...(await this.#addPassages(shelf.suffix, batch)))
      const statements = batch.map(({ statement }) => statement)
      waiting.push(await this.#index('statements', shelf.suffix).addDocuments(statements))
      batch = []
      passages = 0
      await followTasks(this.#client, waiting.splice(0, waiting.length - BUILD_WAITING_MAX))
    }
    for await (const document of documents) {
      const records = makeRecords(document)
      for (const word of records.words) shelf.terms.change(word, records.restriction, 1)
      batch.push(records)
      passages += records.passages.length
      if (passages >= REQUEST_PASSAGES) await send()
    }
    await send()
    waiting.push(...(await this.#addTerms(shelf)))
    await followTasks(this.#client, waiting)
  }

  async #addPassages(
    suffix: string,
    records: readonly StatementRecords[],
  ): Promise<EnqueuedTask[]> {
    const passages = records.flatMap((one) => one.passages)
    const tasks: EnqueuedTask[] = []
    for (let from = 0; from < passages.length; from += REQUEST_PASSAGES) {
      const step = passages.slice(from, from + REQUEST_PASSAGES)
      tasks.push(await this.#index('passages', suffix).addDocuments(step))
    }
    return tasks
  }

  /** Writes the counts of these terms, or of all. */
  async #addTerms(
    { suffix, terms }: Shelf,
    changed?: ReadonlySet<string>,
  ): Promise<EnqueuedTask[]> {
    terms.stamp = Math.max(terms.stamp + 1, Date.now())
    const records = [...terms.records(changed)]
    const tasks: EnqueuedTask[] = []
    for (let from = 0; from < records.length; from += READ_STEP) {
      const step = records.slice(from, from + READ_STEP)
      tasks.push(await this.#index('terms', suffix).addDocuments(step))
    }
    return tasks
  }

  async #readCounted(ids: readonly number[], suffix: string): Promise<CountedStatement[]> {
    const { results } = await this.#index('statements', suffix).getDocuments<
      CountedStatement & Record<string, unknown>
    >({
      filter: idsIn('id', ids),
      fields: ['words', 'audience', 'from', 'until'],
      limit: ids.length,
    })
    return results
  }
}
