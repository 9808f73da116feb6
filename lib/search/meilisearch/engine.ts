import type { Meilisearch } from 'meilisearch'
import {
  FACET_NAMES,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
  type SearchScope,
  type StatementDocument,
} from '../contract.ts'
import type { Reading } from './ask.ts'
import {
  checkServerVersion,
  connectForQueries,
  connectForVersion,
  connectForWrites,
  type MeilisearchAddress,
} from './client.ts'
import { suggestWords } from './near-words.ts'
import { answerQuery } from './reader.ts'
import { MeilisearchWriter } from './writer.ts'

/** Raised when the index holds another number of statements than it should. */
export class CountMismatchError extends Error {
  override readonly name = 'CountMismatchError'
}

/** Search by a Meilisearch server of which this archive has indexes named `PREFIX_…`. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  readonly #queries: Meilisearch
  readonly #writes: Meilisearch
  readonly #writer: MeilisearchWriter
  readonly #address: MeilisearchAddress
  #versionChecked = false

  constructor(address: MeilisearchAddress, prefix = 'govah') {
    this.#address = address
    this.#queries = connectForQueries(address)
    this.#writes = connectForWrites(address)
    this.#writer = new MeilisearchWriter(this.#writes, prefix)
  }

  /** @throws CountMismatchError when the index does not hold as many statements as the scope expects */
  async search(query: SearchQuery, scope: SearchScope): Promise<SearchResult> {
    if (scope.audiences.length === 0) return nothing()
    const reading = await this.#reading()
    const answer = await answerQuery(reading, query, scope)
    if (scope.expected !== undefined && answer.statements !== scope.expected) {
      throw new CountMismatchError(
        `Meilisearch holds ${answer.statements} statements, expected ${scope.expected}`,
      )
    }
    // Another process has written: its words are there for the next query.
    if (answer.terms !== reading.terms.size) {
      await this.#writer.rereadTerms()
    }
    return answer.result
  }

  async suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]> {
    if (scope.audiences.length === 0) return []
    return suggestWords(await this.#reading(), beginning, scope, most)
  }

  /** @throws ServerVersionError when the server is of a version that this adapter does not know */
  async checkServer(): Promise<void> {
    if (this.#versionChecked) return
    await checkServerVersion(connectForVersion(this.#address))
    this.#versionChecked = true
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

  async #reading(): Promise<Reading> {
    const terms = await this.#writer.terms()
    return { client: this.#queries, uid: (name) => this.#writer.uid(name), terms }
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
