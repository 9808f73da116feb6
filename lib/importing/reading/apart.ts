import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { environment } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import type { ImportChoices } from '../choices.ts'
import type { FinishedReading } from '../plan.ts'
import type { PlannedRecord } from '../planned.ts'
import type { ReadingAnswer, ReadingLimits, ReadingOrder } from './protocol.ts'

export interface ReadingRequest {
  fileName: string
  /** The whole file, or its bytes as they come: they are passed on as fast as they are read. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>
  choices?: ImportChoices
  /** Takes the records as they are read, and is waited for. */
  onRecords: (records: PlannedRecord[]) => void | Promise<void>
  /** Stops the reading; the promise rejects with the signal's reason. */
  signal?: AbortSignal
}

/** More would take memory and processor from the server itself. */
const READINGS_MAX = 4
/** How often the reader's memory is looked at. */
const WATCH_MS = 20

/**
 * Reads a file into what it would become, in a process of its own: one that is killed when it takes too long or too
 * much memory, is given no variables, reads no file but the product's own code, writes none and starts no program.
 * What happens to it happens to this file alone.
 *
 * @throws AppError `invalid` with the file's reason, among them readingTooLong, readingTooLarge and readingFailed
 */
export async function readApart(
  request: ReadingRequest,
  limits: ReadingLimits = environment().importLimits,
): Promise<FinishedReading> {
  await takeTurn()
  try {
    request.signal?.throwIfAborted()
    return await converse(request, limits)
  } finally {
    passTurn()
  }
}

let running = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (running < READINGS_MAX) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
}

function passTurn(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}

function converse(request: ReadingRequest, limits: ReadingLimits): Promise<FinishedReading> {
  const { resolve, reject, promise } = Promise.withResolvers<FinishedReading>()
  const child = startReader(limits)
  let stderr = ''
  let timer: NodeJS.Timeout

  const end = (settle: () => void) => {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', onAbort)
    child.removeAllListeners('close')
    child.kill('SIGKILL')
    settle()
  }
  const fail = (error: unknown) => end(() => reject(error))
  const onAbort = () => fail(request.signal?.reason)
  const restartClock = () => {
    clearTimeout(timer)
    const { seconds } = limits
    timer = setTimeout(() => fail(refusal('readingTooLong', { seconds })), seconds * 1000)
  }

  child.on('error', fail)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-4_000)
  })
  child.on('close', (code, signal) => fail(deathOf(code, signal, stderr, limits)))
  child.on('message', (answer: ReadingAnswer) => {
    if (answer.kind === 'finished') return end(() => resolve(answer.reading))
    if (answer.kind === 'refused') return fail(refusal(answer.reason, answer.values))
    if (answer.kind === 'failed') return fail(refusal('readingFailed', {}, answer.detail))
    // The time that whoever takes the records needs is not the reader's.
    clearTimeout(timer)
    Promise.resolve(answer.records)
      .then(request.onRecords)
      .then(() => {
        if (!child.connected) return
        restartClock()
        child.send({ kind: 'more' } satisfies ReadingOrder)
      }, fail)
  })
  request.signal?.addEventListener('abort', onAbort)
  restartClock()
  const { fileName, choices = {} } = request
  child.send({ kind: 'read', fileName, choices, limits } satisfies ReadingOrder)
  feed(child, request.bytes, fail)
  return promise
}

/** Found at run time, so that no bundler takes the reader's file for a part of its bundle. */
function startReader(limits: ReadingLimits): ChildProcess {
  const { spawn } = process.getBuiltinModule('node:child_process')
  const home = process.cwd()
  const env = {} as NodeJS.ProcessEnv
  return spawn(
    process.execPath,
    [
      '--permission',
      ...['lib/*', 'node_modules/*', 'package.json'].map(
        (own) => `--allow-fs-read=${join(/* turbopackIgnore: true */ home, own)}`,
      ),
      '--allow-worker',
      '--no-warnings',
      `--max-old-space-size=${limits.memoryMegabytes}`,
      join(home, 'lib', 'importing', 'reading', 'reader.ts'),
      String(limits.memoryMegabytes),
      String(WATCH_MS),
    ],
    { cwd: home, env, serialization: 'advanced', stdio: ['pipe', 'ignore', 'pipe', 'ipc'] },
  )
}

function feed(
  child: ChildProcess,
  bytes: ReadingRequest['bytes'],
  fail: (error: unknown) => void,
): void {
  const { Readable: Source } = process.getBuiltinModule('node:stream')
  const stdin = child.stdin!
  // A reader that has ended takes no more bytes; why it ended is told by its end.
  stdin.on('error', () => {})
  if (bytes instanceof Uint8Array) {
    stdin.end(bytes)
    return
  }
  const source: Readable = Source.from(bytes, { objectMode: false })
  source.on('error', fail)
  child.on('close', () => source.destroy())
  source.pipe(stdin)
}

/** Why a reader ended without an answer: by its watch or by V8 for memory, else by a crash. */
function deathOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  stderr: string,
  limits: ReadingLimits,
): AppError {
  const isMemory = signal === 'SIGKILL' || /heap out of memory|allocation failed/iu.test(stderr)
  if (isMemory) return refusal('readingTooLarge', { megabytes: limits.memoryMegabytes })
  return refusal('readingFailed', {}, `the reader ended with ${signal ?? code}: ${stderr}`)
}

function refusal(reason: string, values: AppError['values'] = {}, detail?: string): AppError {
  return new AppError('invalid', reason.includes('.') ? reason : `import.${reason}`, {
    values,
    ...(detail === undefined ? {} : { detail }),
  })
}
