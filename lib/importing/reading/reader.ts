import { Worker } from 'node:worker_threads'
import { AppError } from '#lib/errors.ts'
import { planImport } from '../plan.ts'
import type { ReadingAnswer, ReadingOrder } from './protocol.ts'

/**
 * The process in which one file is read. Started by its path and run by Node itself: it is no part of the bundle.
 * Bytes come on the standard input, orders and answers go over the channel to the server.
 */

const BATCH = 200
const [memoryMegabytes, watchMs] = process.argv.slice(2).map(Number)

watchMemory(memoryMegabytes! * 1024 * 1024, watchMs!)
process.once('message', (order: ReadingOrder) => {
  if (order.kind === 'read') void read(order)
})

/**
 * A thread beside the reader ends the process when its memory grows beyond the limit, because the limits of V8 know
 * nothing of the buffers that a compressed stream is unpacked into, and when the server that started it is gone.
 */
function watchMemory(bytes: number, everyMs: number): void {
  const watch = `
    const look = () => {
      const isAlone = process.ppid !== ${process.ppid}
      if (isAlone || process.memoryUsage.rss() > ${bytes}) process.kill(process.pid, 'SIGKILL')
    }
    setInterval(look, ${everyMs})`
  new Worker(watch, { eval: true }).unref()
}

async function read({ fileName, choices, limits }: Extract<ReadingOrder, { kind: 'read' }>) {
  try {
    const bytes = await collect(limits.documentMegabytes)
    const { records, ...plan } = planImport(fileName, bytes, choices.kind)
    for (let from = 0; from < records.length; from += BATCH) {
      await tell({ kind: 'records', records: records.slice(from, from + BATCH) })
      await nextOrder()
    }
    await tell({ kind: 'plan', plan })
  } catch (error) {
    await tell(refusalOf(error))
  }
  process.disconnect()
}

/** All bytes of the file, as long as it is no larger than a document may be. */
async function collect(megabytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.byteLength
    if (size > megabytes * 1024 * 1024)
      throw new AppError('invalid', 'import.fileTooLarge', { values: { megabytes } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What is no refusal of ours is a failure of the reader on this file, told with its stack for the log. */
function refusalOf(error: unknown): ReadingAnswer {
  if (error instanceof AppError)
    return { kind: 'refused', reason: error.reason, values: error.values }
  return { kind: 'failed', detail: error instanceof Error ? `${error.stack}` : String(error) }
}

function tell(answer: ReadingAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })
}

function nextOrder(): Promise<ReadingOrder> {
  return new Promise((resolve) => process.once('message', resolve))
}
