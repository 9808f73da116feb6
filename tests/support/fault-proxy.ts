import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * Stands in front of a real search server and makes its faults: `stopped` refuses connections, `slow` answers too late,
 * `resetting` breaks them off, `failing` answers 500, `tasks` accepts every change with 202 and then lets it fail.
 */
export const FAULTS = ['stopped', 'slow', 'resetting', 'failing', 'tasks'] as const
export type Fault = (typeof FAULTS)[number]

/** Longer than any test waits for an answer. */
const SLOW_MS = 30_000
/** Numbers of tasks that the server itself never comes to. */
const FAILING_TASK = 4_000_000_000

export class FaultProxy {
  readonly #target: string
  readonly #server = createServer((asked, answer) => this.#handle(asked, answer))
  readonly #sockets = new Set<Socket>()
  #fault: Fault | null = null
  #port = 0
  /** Searches that have come in. */
  searches = 0

  constructor(target: string) {
    this.#target = target
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  async open(): Promise<void> {
    await this.#listen()
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** From now on this one, or none. */
  async make(fault: Fault | null): Promise<void> {
    const before = this.#fault
    this.#fault = fault
    if (fault === 'stopped') await this.#stopListening()
    else if (before === 'stopped') await this.#listen()
  }

  async close(): Promise<void> {
    if (this.#fault !== 'stopped') await this.#stopListening()
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        this.#port = (this.#server.address() as AddressInfo).port
        resolve()
      })
    })
  }

  async #stopListening(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #handle(asked: IncomingMessage, answer: ServerResponse): void {
    if (asked.url?.startsWith('/multi-search')) this.searches += 1
    switch (this.#fault) {
      case 'slow':
        setTimeout(() => this.#pass(asked, answer), SLOW_MS).unref()
        return
      case 'resetting':
        asked.socket.resetAndDestroy()
        return
      case 'failing':
        answerJson(answer, 500, { message: 'made to fail', code: 'internal', type: 'internal' })
        return
      case 'tasks':
        if (isChange(asked)) {
          const task = { taskUid: FAILING_TASK, indexUid: null, status: 'enqueued' }
          answerJson(answer, 202, { ...task, type: 'documentAdditionOrUpdate' })
          return
        }
        if (asked.url === `/tasks/${FAILING_TASK}`) {
          const task = { uid: FAILING_TASK, status: 'failed', type: 'documentAdditionOrUpdate' }
          answerJson(answer, 200, { ...task, error: { message: 'made to fail' } })
          return
        }
    }
    this.#pass(asked, answer)
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (answer.destroyed) return
    const passed = request(
      new URL(asked.url ?? '/', this.#target),
      { method: asked.method, headers: asked.headers, agent: false },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    // A server that is being started again breaks off what was asked of it; so does this one.
    passed.on('error', () => asked.socket.destroy())
    asked.pipe(passed)
  }
}

function isChange({ method, url }: IncomingMessage): boolean {
  if (method === 'GET' || !url) return false
  const reads = url.endsWith('/search') || url.endsWith('/fetch') || url.startsWith('/multi-search')
  return !reads
}

function answerJson(answer: ServerResponse, status: number, body: unknown): void {
  answer.writeHead(status, { 'content-type': 'application/json' })
  answer.end(JSON.stringify(body))
}
