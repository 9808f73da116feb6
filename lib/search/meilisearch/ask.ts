import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { IndexName } from './settings.ts'

/** One search among those of a request. */
export type Question = Omit<MultiSearchQuery, 'indexUid'> & { index: IndexName }

/** A statement or a passage, as far as its attributes were asked for. */
export interface Row {
  id: number
  statement: number
  /** From 1 within the statement; 0 holds titles and names. */
  position: number
  number: number
  key: string
  passage_language: string
  text: string
}

export interface Answered {
  hits: Row[]
  /** In page mode. */
  totalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
}

interface Waiting {
  question: Question
  owner: Asker
  resolve: (answer: Answered) => void
  reject: (error: unknown) => void
}

/** What waits for the next request. */
interface Queue {
  client: Meilisearch
  uid: (name: IndexName) => string
  waiting: Waiting[]
}

/** Questions of one request; many more would make the others wait too long. */
const QUESTIONS_MAX = 200

/**
 * Asks the server for one reader: whatever is asked before the next turn of the event loop goes in one request, so that
 * a page takes as many journeys as its questions depend on each other, and no more.
 */
export class Asker {
  readonly #queue: Queue
  #abandoned = false

  private constructor(queue: Queue) {
    this.#queue = queue
  }

  static open(client: Meilisearch, uid: (name: IndexName) => string): Asker {
    return new Asker({ client, uid, waiting: [] })
  }

  /** One whose questions go with those of this one, until it is abandoned. */
  fork(): Asker {
    return new Asker(this.#queue)
  }

  /** Nobody waits for its answers any more: what has not been sent is not asked. */
  abandon(): void {
    this.#abandoned = true
  }

  ask(question: Question): Promise<Answered> {
    const { waiting } = this.#queue
    if (waiting.length === 0) setImmediate(() => this.#send())
    return new Promise((resolve, reject) => {
      waiting.push({ question, owner: this, resolve, reject })
    })
  }

  /** Resolves when what has been asked so far is on its way, so that one may reckon meanwhile. */
  async sent(): Promise<void> {
    await nextTurn()
    await nextTurn()
  }

  askAll(questions: readonly Question[]): Promise<Answered[]> {
    return Promise.all(questions.map((question) => this.ask(question)))
  }

  #send(): void {
    const all = this.#queue.waiting.splice(0).filter(({ owner }) => !owner.#abandoned)
    for (let from = 0; from < all.length; from += QUESTIONS_MAX) {
      void this.#sendSome(all.slice(from, from + QUESTIONS_MAX))
    }
  }

  async #sendSome(asked: readonly Waiting[]): Promise<void> {
    try {
      const { results } = await this.#queue.client.multiSearch({
        queries: asked.map(({ question: { index, ...query } }) => ({
          ...query,
          indexUid: this.#queue.uid(index),
        })),
      })
      for (const [index, { resolve }] of asked.entries()) {
        resolve(results[index] as unknown as Answered)
      }
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
