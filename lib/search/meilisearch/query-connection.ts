import { Agent, type IncomingMessage, request } from 'node:http'
import { request as requestSecurely, Agent as SecureAgent } from 'node:https'
import { text } from 'node:stream/consumers'
import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type MultiSearchQuery,
} from 'meilisearch'
import { type MeilisearchAddress, QUERY_TIMEOUT_MS } from './client.ts'

/** Connections that are kept open beside each other. */
const CONNECTIONS_MAX = 16

/**
 * Puts searches to the server over connections that stay open. A page takes several journeys, and one by `fetch`, as
 * the client makes them, costs this process twice as much. Errors are those of the client.
 */
export class QueryConnection {
  readonly #url: URL
  readonly #headers: Record<string, string>
  readonly #agent: Agent
  readonly #request: typeof request

  constructor({ url, key, searchKey }: MeilisearchAddress) {
    this.#url = new URL('multi-search', url.endsWith('/') ? url : `${url}/`)
    const used = searchKey ?? key
    this.#headers = {
      'content-type': 'application/json',
      // Compressed answers come in chunks, and each waits 40 ms for a delayed acknowledgement.
      'accept-encoding': 'identity',
      ...(used === null ? {} : { authorization: `Bearer ${used}` }),
    }
    const isSecure = this.#url.protocol === 'https:'
    const options = { keepAlive: true, maxSockets: CONNECTIONS_MAX }
    this.#agent = isSecure ? new SecureAgent(options) : new Agent(options)
    this.#request = isSecure ? requestSecurely : request
  }

  /**
   * The answers in the order of the searches.
   *
   * @throws MeilisearchRequestError when the server cannot be reached or does not answer in time
   * @throws MeilisearchApiError when it refuses
   */
  async search(queries: readonly MultiSearchQuery[]): Promise<unknown[]> {
    const response = await this.#send(JSON.stringify({ queries }))
    const body = await text(response).catch((error) => this.#fail(error))
    const { statusCode: status = 500, statusMessage } = response
    if (status !== 200) {
      const init = { status, statusText: statusMessage ?? '' }
      throw new MeilisearchApiError(new Response(null, init), readRefusal(body))
    }
    return JSON.parse(body).results
  }

  #send(body: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = this.#request(this.#url, {
        agent: this.#agent,
        method: 'POST',
        headers: { ...this.#headers, 'content-length': Buffer.byteLength(body) },
      })
      const late = () => new MeilisearchRequestTimeOutError(QUERY_TIMEOUT_MS, { body })
      const timer = setTimeout(() => sent.destroy(late()), QUERY_TIMEOUT_MS)
      sent.once('close', () => clearTimeout(timer))
      sent.once('response', resolve)
      sent.once('error', (error) => {
        // The server may close a connection in the moment in which it is used again: it has read nothing of it.
        if (sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
          resolve(this.#send(body))
        } else {
          reject(new MeilisearchRequestError(this.#url.href, error))
        }
      })
      sent.end(body)
    })
  }

  #fail(error: unknown): never {
    throw new MeilisearchRequestError(this.#url.href, error)
  }
}

function readRefusal(body: string): ConstructorParameters<typeof MeilisearchApiError>[1] {
  try {
    return JSON.parse(body)
  } catch {
    // Not from Meilisearch itself: the status says what there is to say.
    return undefined
  }
}
