import { Worker } from 'node:worker_threads'
import { AppError } from '#lib/errors.ts'
import { openReading } from '../plan.ts'
import type { PlannedRecord } from '../planned.ts'
import type { ReadingAnswer, ReadingOrder } from './protocol.ts'

/**
 * The process in which one file is read. Started by its path and run by Node itself: it is no part of the bundle.
 * Bytes come on the standard input, orders and answers go over the channel to the server.
 */

const BATCH = 100
/** Records of long texts go in smaller batches, since several of them are held at once. */
const BATCH_CHARACTERS = 2_000_000
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
    const file = { name: fileName, bytes: process.stdin }
    const { records, ...known } = await openReading(file, choices, limits.documentMegabytes)
    let batch: PlannedRecord[] = []
    let characters = 0
    const send = async () => {
      await tell({ kind: 'records', records: batch })
      await nextOrder()
      batch = []
      characters = 0
    }
    for await (const record of records) {
      batch.push(record)
      characters += lengthOf(record)
      if (batch.length >= BATCH || characters >= BATCH_CHARACTERS) await send()
    }
    if (batch.length > 0) await send()
    await tell({ kind: 'finished', reading: known })
  } catch (error) {
    await tell(refusalOf(error))
  }
  process.disconnect()
}

function lengthOf(record: PlannedRecord): number {
  if (record.outcome === 'failed') return 0
  const passages = record.content.text?.passages ?? []
  return passages.reduce((sum, { text }) => sum + text.length, 0)
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
