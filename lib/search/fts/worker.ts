import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerAnswer, WorkerQuestion } from './pool.ts'
import { IndexReader } from './reader.ts'
import { isDamage } from './schema.ts'
import { END } from './thread.ts'

/**
 * A thread that answers queries, so that a heavy one never holds up the server. Started by its path and run by Node
 * itself: it is no part of the bundle.
 */

const port = parentPort!
const { path } = workerData as { path: string }
let reader: IndexReader | null = null

function answer(question: WorkerQuestion): WorkerAnswer {
  try {
    reader ??= new IndexReader(path)
    if (question.kind === 'warm') {
      reader.warm()
      return { number: question.number, ok: true, result: null }
    }
    const result =
      question.kind === 'suggest'
        ? reader.suggest(question.beginning, question.scope, question.most)
        : reader.search(question.query, question.scope)
    return { number: question.number, ok: true, result }
  } catch (error) {
    reader?.close()
    reader = null
    return {
      number: question.number,
      ok: false,
      damaged: isDamage(error),
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }
  }
}

port.on('message', (message: WorkerQuestion | typeof END) => {
  if (message !== END) return port.postMessage(answer(message))
  reader?.close()
  port.close()
})
