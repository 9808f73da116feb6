import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { StatementDocument } from '../contract.ts'
import { Numbers } from './numbers.ts'
import { type FormPlaces, readForms } from './statement-forms.ts'
import { endThread, startThread } from './thread.ts'

/** Where the forms of a statement stand, and the number of each form. */
export interface NumberedForms {
  places: FormPlaces
  numbers: Uint32Array
}

/** What the thread gives back: forms that it has not sent before, numbered on from the last one, and the statements. */
export interface ReadBatch {
  fresh: string[]
  statements: NumberedForms[]
}

export interface ReadStatement extends NumberedForms {
  document: StatementDocument
}

/** Statements that are read in one go. */
const BATCH = 10
/** Letters that are read ahead of the writing, which now and then stands still for half a second. */
const LETTERS_AHEAD = 4_000_000
/** A small archive is read before a thread would have started. */
const READ_HERE = 50

/**
 * Reads the forms of statements, in their order. Of all but the first this is done ahead, by a thread of its own, since
 * it takes about as long as writing them.
 *
 * @param numberOf gives every form its number
 */
export async function* readAhead(
  documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  numberOf: (form: string) => number,
): AsyncGenerator<ReadStatement> {
  let readHere = 0
  let ahead: ReaderAhead | null = null
  let batch: StatementDocument[] = []
  try {
    for await (const document of documents) {
      if (readHere < READ_HERE || availableParallelism() === 1) {
        readHere++
        const { forms, ...places } = readForms(document)
        yield { document, places, numbers: Uint32Array.from(forms, numberOf) }
        continue
      }
      batch.push(document)
      if (batch.length < BATCH) continue
      ahead ??= new ReaderAhead(numberOf)
      ahead.begin(batch)
      batch = []
      while (ahead.letters > LETTERS_AHEAD) yield* await ahead.next()
      // Many are begun before the first is given back; meanwhile other work gets its turn.
      await nextTurn()
    }
    if (batch.length > 0) {
      ahead ??= new ReaderAhead(numberOf)
      ahead.begin(batch)
    }
    while (ahead !== null && ahead.waiting > 0) yield* await ahead.next()
  } finally {
    await ahead?.end()
  }
}

/** The thread, what it has been given, and which number of ours each of its numbers is. */
class ReaderAhead {
  readonly #numberOf: (form: string) => number
  readonly #worker: Worker = startThread('forms-worker.ts')
  readonly #answers = on(this.#worker, 'message', { close: ['exit'] })
  readonly #batches: StatementDocument[][] = []
  readonly #numbers = new Numbers()
  /** Of the texts of all that waits. */
  letters = 0

  constructor(numberOf: (form: string) => number) {
    this.#numberOf = numberOf
  }

  get waiting(): number {
    return this.#batches.length
  }

  begin(batch: StatementDocument[]): void {
    this.letters += lettersOf(batch)
    this.#batches.push(batch)
    this.#worker.postMessage(batch)
  }

  /** The first batch that was begun and not given back yet. @throws what the thread failed with */
  async next(): Promise<ReadStatement[]> {
    const { done, value } = await this.#answers.next()
    if (done) throw new Error('the thread that reads statements for the index ended')
    const [{ fresh, statements }] = value as [ReadBatch]
    for (const form of fresh) this.#numbers.push(this.#numberOf(form))
    const ours = this.#numbers.values
    for (const { numbers } of statements) {
      for (let at = 0; at < numbers.length; at++) numbers[at] = ours[numbers[at]!]!
    }
    const batch = this.#batches.shift()!
    this.letters -= lettersOf(batch)
    return batch.map((document, index) => ({ document, ...statements[index]! }))
  }

  async end(): Promise<void> {
    await endThread(this.#worker)
  }
}

function lettersOf(batch: readonly StatementDocument[]): number {
  let letters = 0
  for (const { passages } of batch) for (const { text } of passages) letters += text.length
  return letters
}
