import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MultiSearchQuery } from 'meilisearch'
import type { QueryConnection } from './query-connection.ts'
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
  /** Normalised words, in lines that no phrase runs out of. */
  head?: string[]
  body?: string[]
}

export interface Answered {
  hits: Row[]
  /** In page mode. */
  totalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
}

interface Asked extends PromiseWithResolvers<Answered> {
  question: Question
  key: string
  askers: Asker[]
}

/** What waits for the next requests, and what has been asked already. */
interface Queue {
  connection: QueryConnection
  uid: (name: IndexName) => string
  waiting: Asked[]
  asked: Map<string, Asked>
}

/** Questions of one request; many more would make the others wait too long. */
const QUESTIONS_MAX = 100
/** Requests that questions are dealt out to: the server works off those of one request one after the other. */
const REQUESTS = 2

/**
 * Asks the server for one reader: whatever is asked before the next turn of the event loop goes together, so that a
 * page takes as many journeys as its questions depend on each other, and no more. The same question is asked once.
 */
export class Asker {
  readonly #queue: Queue
  #abandoned = false

  private constructor(queue: Queue) {
    this.#queue = queue
  }

  static open(connection: QueryConnection, uid: (name: IndexName) => string): Asker {
    return new Asker({ connection, uid, waiting: [], asked: new Map() })
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
    const { waiting, asked } = this.#queue
    const key = JSON.stringify(question)
    let one = asked.get(key)
    if (one === undefined) {
      if (waiting.length === 0) setImmediate(() => this.#send())
      one = { question, key, askers: [], ...Promise.withResolvers<Answered>() }
      waiting.push(one)
      asked.set(key, one)
    }
    one.askers.push(this)
    return one.promise
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
    const { waiting, asked } = this.#queue
    const wanted: Asked[] = []
    for (const one of waiting.splice(0)) {
      if (one.askers.every((asker) => asker.#abandoned)) asked.delete(one.key)
      else wanted.push(one)
    }
    for (const some of dealOut(wanted)) {
      for (let from = 0; from < some.length; from += QUESTIONS_MAX) {
        void this.#sendSome(some.slice(from, from + QUESTIONS_MAX))
      }
    }
  }

  async #sendSome(asked: readonly Asked[]): Promise<void> {
    try {
      const answers = await this.#queue.connection.search(
        asked.map(({ question: { index, ...query } }) => ({
          ...query,
          indexUid: this.#queue.uid(index),
        })),
      )
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index] as Answered)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}

/** Shares questions between the requests, each time to the one that has less to do. */
function dealOut(waiting: readonly Asked[]): Asked[][] {
  const requests = Array.from({ length: REQUESTS }, () => ({ load: 0, some: [] as Asked[] }))
  for (const one of waiting) {
    const [least] = requests.toSorted((a, b) => a.load - b.load)
    least!.some.push(one)
    least!.load += weigh(one.question)
  }
  return requests.map(({ some }) => some).filter((some) => some.length > 0)
}

/** About how long a question takes beside others. */
function weigh({ facets, q, limit = 0 }: Question): number {
  return (facets === undefined ? 0 : 2) + (q ? 2 : 0) + (limit > 1 ? 1 : 0) + 1
}
