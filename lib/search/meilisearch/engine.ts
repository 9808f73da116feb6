import type { Meilisearch } from 'meilisearch'
import {
  FACET_NAMES,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
  type SearchScope,
  type StatementDocument,
} from '../contract.ts'
import { Asker, type Question } from './ask.ts'
import {
  checkServerVersion,
  connectForQueries,
  connectForVersion,
  connectForWrites,
  type MeilisearchAddress,
} from './client.ts'
import { idsNotIn } from './filters.ts'
import { QueryReader } from './reader.ts'
import { changedTerms } from './terms.ts'
import { suggestWords } from './told.ts'
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
    const terms = await this.#writer.terms()
    const asker = this.#asker()
    const [result, { totalHits }, changed] = await Promise.all([
      new QueryReader(asker, terms, query, scope).answer(),
      asker.ask(allStatements(scope)),
      asker.ask(changedTerms(terms)),
    ])
    if (scope.expected !== undefined && totalHits !== scope.expected) {
      throw new CountMismatchError(
        `Meilisearch holds ${totalHits} statements, expected ${scope.expected}`,
      )
    }
    // Another process has written: its words are there for the next query.
    if (changed.hits.length > 0) this.#writer.forgetTerms()
    return result
  }

  async suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]> {
    if (scope.audiences.length === 0) return []
    return suggestWords(this.#asker(), await this.#writer.terms(), beginning, scope, most)
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

  #asker(): Asker {
    return new Asker(this.#queries, (name) => this.#writer.uid(name))
  }
}

/** Asks how many statements there are, beside those that are left out. */
function allStatements({ exclude }: SearchScope): Question {
  return { index: 'statements', filter: idsNotIn('id', exclude) ?? '', hitsPerPage: 0 }
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
