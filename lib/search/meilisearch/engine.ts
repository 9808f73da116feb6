import type { Meilisearch } from 'meilisearch'
import {
  FACET_NAMES,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
  type SearchScope,
  type StatementDocument,
} from '../contract.ts'
import { answerQuery } from './answer.ts'
import { Asker } from './ask.ts'
import {
  checkServerVersion,
  connectForVersion,
  connectForWrites,
  type MeilisearchAddress,
  mayManageKeys,
} from './client.ts'
import { idsNotIn } from './filters.ts'
import { QueryConnection } from './query-connection.ts'
import { changedTerms, type TermList } from './terms.ts'
import { suggestWords } from './told.ts'
import { MeilisearchWriter } from './writer.ts'

/** Words that another process has written are noticed within this time. */
const NOTICE_EVERY_MS = 1_000

/** Raised when the index holds another number of statements than it should. */
export class CountMismatchError extends Error {
  override readonly name = 'CountMismatchError'
}

/** Search by a Meilisearch server of which this archive has indexes named `PREFIX_…`. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly #queries: QueryConnection
  readonly #writes: Meilisearch
  readonly #writer: MeilisearchWriter
  readonly #address: MeilisearchAddress
  #versionChecked = false
  /** Epoch milliseconds from which the words are looked at again. */
  #noticeAt = 0

  constructor(address: MeilisearchAddress, prefix = 'govah') {
    this.#address = address
    this.#queries = new QueryConnection(address)
    this.#writes = connectForWrites(address)
    this.#writer = new MeilisearchWriter(this.#writes, prefix)
  }

  /** @throws CountMismatchError when the index does not hold as many statements as the scope expects */
  async search(query: SearchQuery, scope: SearchScope): Promise<SearchResult> {
    if (scope.audiences.length === 0) return nothing()
    const terms = await this.#writer.terms()
    const asker = this.#asker()
    const [result] = await Promise.all([
      answerQuery(asker, terms, query, scope),
      checkCount(asker, scope),
      this.#noticeTerms(asker, terms),
    ])
    return result
  }

  /** @throws CountMismatchError as above: what an index with old data completes may be withdrawn */
  async suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]> {
    if (scope.audiences.length === 0) return []
    const terms = await this.#writer.terms()
    const asker = this.#asker()
    const [words] = await Promise.all([
      suggestWords(asker, terms, beginning, scope, most),
      checkCount(asker, scope),
    ])
    return words
  }

  /** @throws ServerVersionError when the server is of a version that this adapter does not know */
  async checkServer(): Promise<void> {
    if (this.#versionChecked) return
    await checkServerVersion(connectForVersion(this.#address))
    this.#versionChecked = true
  }

  /** Whether the archive holds a key with which others can be made, as the master key is: more than it needs. */
  async mayManageKeys(): Promise<boolean> {
    return mayManageKeys(this.#writes)
  }

  async put(documents: readonly StatementDocument[]): Promise<void> {
    await this.checkServer()
    await this.#writer.put(documents)
  }

  async remove(ids: readonly number[]): Promise<void> {
    await this.#writer.remove(ids)
  }

  async count(): Promise<number> {
    return this.#writer.count()
  }

  async inventory(): Promise<Map<number, string>> {
    await this.checkServer()
    return this.#writer.inventory()
  }

  async digests(): Promise<Map<number, string>> {
    await this.checkServer()
    return this.#writer.digests()
  }

  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    await this.checkServer()
    await this.#writer.rebuild(documents)
  }

  async close(): Promise<void> {}

  /** Deletes the indexes: for those of tests and measurements. */
  async drop(): Promise<void> {
    await this.#writer.drop()
  }

  /** Another process may have written: what it has changed is read beside the queries. */
  async #noticeTerms(asker: Asker, terms: TermList): Promise<void> {
    if (Date.now() < this.#noticeAt) return
    this.#noticeAt = Date.now() + NOTICE_EVERY_MS
    const { hits } = await asker.ask(changedTerms(terms))
    // Nobody waits for it; where it fails the next query meets what is wrong.
    if (hits.length > 0) this.#writer.currentTerms().catch(() => this.#writer.forgetTerms())
  }

  #asker(): Asker {
    return Asker.open(this.#queries, (name) => this.#writer.uid(name))
  }
}

/** @throws CountMismatchError when there are not as many statements as expected, beside those that are left out */
async function checkCount(asker: Asker, { exclude, expected }: SearchScope): Promise<void> {
  if (expected === undefined) return
  const filter = idsNotIn('id', exclude) ?? ''
  const { totalHits } = await asker.ask({ index: 'statements', filter, hitsPerPage: 0 })
  if (totalHits !== expected) {
    throw new CountMismatchError(`Meilisearch holds ${totalHits} statements, expected ${expected}`)
  }
}

function nothing(): SearchResult {
  return {
    hits: [],
    total: 0,
    totalFuzzy: 0,
    bounded: false,
    facets: Object.fromEntries(
      FACET_NAMES.map((name) => [name, []]),
    ) as unknown as SearchResult['facets'],
    alsoSearched: [],
    nearWords: [],
    queryCut: false,
  }
}
