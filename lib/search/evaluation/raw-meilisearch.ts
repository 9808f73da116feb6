import { Meilisearch } from 'meilisearch'
import type { SearchQuery, SearchScope, StatementDocument } from '../contract.ts'
import { followTasks, type MeilisearchAddress } from '../meilisearch/client.ts'
import { quote } from '../meilisearch/filters.ts'

/** Statements sent in one go. */
const BATCH = 200
const WRITE_TIMEOUT_MS = 600_000
const FACETS = ['type', 'knows', 'event', 'place', 'year']

/** What a page of results shows, as far as one index of passages can tell. */
export interface RawPage {
  /** Statement ids, best first. */
  ids: number[]
  total: number
}

/**
 * Meilisearch as one sets it up first, to compare ours with: one index of passages, the server's defaults, `distinct`
 * by statement and its page mode. Counts facets over the one passage that is kept of each statement.
 */
export class RawMeilisearch {
  readonly #client: Meilisearch
  readonly #uid: string

  constructor({ url, key }: MeilisearchAddress, prefix: string) {
    this.#client = new Meilisearch({
      host: url,
      ...(key === null ? {} : { apiKey: key }),
      timeout: WRITE_TIMEOUT_MS,
      // As ours has it: compressed answers wait for delayed acknowledgements.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    })
    this.#uid = `${prefix}_raw`
  }

  async fill(documents: Iterable<StatementDocument>): Promise<void> {
    const index = this.#client.index(this.#uid)
    await followTasks(this.#client, [
      await this.#client.createIndex(this.#uid, { primaryKey: 'id' }),
      await index.updateSettings({
        searchableAttributes: ['text'],
        filterableAttributes: ['statement', 'audience', ...FACETS],
      }),
    ])
    let batch: StatementDocument[] = []
    for (const document of documents) {
      batch.push(document)
      if (batch.length === BATCH) {
        await this.put(batch)
        batch = []
      }
    }
    if (batch.length > 0) await this.put(batch)
  }

  async put(documents: readonly StatementDocument[]): Promise<void> {
    const passages = documents.flatMap((document) =>
      document.passages.map((passage) => ({
        id: `${document.id}-${passage.number}`,
        statement: document.id,
        number: passage.number,
        text: passage.text,
        audience: document.audience,
        type: document.type,
        knows: document.knows,
        event: document.events,
        place: document.places,
        year: document.years,
      })),
    )
    await followTasks(this.#client, [await this.#client.index(this.#uid).addDocuments(passages)])
  }

  /** A whole page: exact total, five facets, filters, crops with their words marked. */
  async page(text: string, perPage: number, filters: readonly string[]): Promise<RawPage> {
    const answer = await this.#client.index<{ statement: number }>(this.#uid).search(text, {
      distinct: 'statement',
      page: 1,
      hitsPerPage: perPage,
      filter: [...filters],
      facets: FACETS,
      attributesToCrop: ['text'],
      attributesToHighlight: ['text'],
      cropLength: 60,
    })
    return { ids: answer.hits.map(({ statement }) => statement), total: answer.totalHits }
  }

  /** The page of a query of the product, as far as it can be put: the last word is a beginning by default. */
  async search(query: SearchQuery, scope: SearchScope): Promise<{ total: number; bounded: false }> {
    const chosen = Object.entries(query.facets).map(([facet, values]) => oneOf(facet, values))
    const filters = [oneOf('audience', scope.audiences), ...chosen]
    const { total } = await this.page(query.text.replace(/\*$/, ''), query.perPage, filters)
    return { total, bounded: false }
  }

  /** Number of passages. */
  async count(): Promise<number> {
    const stats = await this.#client.getStats()
    return stats.indexes[this.#uid]?.numberOfDocuments ?? 0
  }

  async remove(ids: readonly number[]): Promise<void> {
    const filter = oneOf('statement', ids.map(String))
    await followTasks(this.#client, [
      await this.#client.index(this.#uid).deleteDocuments({ filter }),
    ])
  }

  async close(): Promise<void> {
    await followTasks(this.#client, [await this.#client.deleteIndex(this.#uid)])
  }
}

function oneOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quote).join(', ')}]`
}
