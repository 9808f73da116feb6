import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { PROJECT_PATH } from '#scripts/project.ts'
import { type RunningProduct, startProduct } from '#scripts/serving/start-product.ts'

/** The server's own entry, in products of its own: what it does to one must not be felt by the other tests. */

let folder: string
let product: RunningProduct | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govah-entry-'))
})
afterEach(async () => {
  await product?.stop()
  product = undefined
  rmSync(folder, { recursive: true })
})

/** Signs in through /api/auth as a program would; returns the address that next-auth sends one to. */
async function attemptSignIn(
  url: string,
  person: { email: string; password: string },
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const result = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, cookie: cookies.join('; ') },
    body: new URLSearchParams({ ...person, csrfToken, json: 'true' }),
  })
  return result.headers.get('location') ?? (await result.text())
}

describe('the address of who is asking', () => {
  it('is the socket: fifty attempts with changing headers are refused as one', async () => {
    product = await startProduct(folder, { args: ['--empty'] })
    const outcomes: string[] = []
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const claimed = `198.51.100.${attempt}`
      const person = { email: `nobody-${attempt}@example.org`, password: 'not the password' }
      outcomes.push(
        await attemptSignIn(product.url, person, {
          'x-forwarded-for': claimed,
          'x-real-ip': claimed,
          forwarded: `for=${claimed}`,
          'x-govah-client-address': claimed,
        }),
      )
    }
    expect(outcomes.filter((outcome) => outcome.includes('rateLimited')).length).toBeGreaterThan(30)
  })

  it('is what the trusted proxy says: its clients are limited each alone', async () => {
    product = await startProduct(folder, {
      args: ['--empty'],
      variables: { GOVAH_TRUSTED_PROXIES: '1' },
    })
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const person = { email: `nobody-${attempt}@example.org`, password: 'not the password' }
      const headers = { 'x-forwarded-for': `203.0.113.9, 198.51.100.${attempt}` }
      expect(await attemptSignIn(product.url, person, headers)).not.toContain('rateLimited')
    }
  })
})

/** Starts it as the README says, with npm. */
function startByNpm(variables: Record<string, string>, args: string[] = []) {
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: PROJECT_PATH,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOVAH_DATA: folder, ...variables },
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const output = text(child.stdout)
  const errors = text(child.stderr)
  const ready = new Promise<string>((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (chunk) => {
      heard += chunk
      const line = heard.match(/^ready (.+)$/m)
      if (line) resolve(line[1]!)
    })
    ended.then((code) => reject(new Error(`ended with ${code}`)))
  })
  ready.catch(() => {})
  return { child, ended, output, errors, ready }
}

const ownPort = { PORT: '3199', GOVAH_URL: '', HOST: '127.0.0.1' }

describe('npm start', () => {
  it('names every bad setting and ends with 1', async () => {
    const { ended, errors, output } = startByNpm({
      ...ownPort,
      PORT: 'many',
      GOVAH_TRUSTED_PROXIES: 'all',
    })
    expect(await ended).toBe(1)
    expect(await errors).toMatch(/^PORT: expected a whole number from 1 to 65535, found "many"$/m)
    expect(await errors).toMatch(/^GOVAH_TRUSTED_PROXIES: expected .+, found "all"$/m)
    expect(await output).not.toContain('ready')
  })

  it('lets a request in flight end when npm gets SIGTERM, and ends with 0 within ten seconds', async () => {
    const { child, ended, ready } = startByNpm(ownPort, ['--empty'])
    const url = new URL(await ready)
    const body = 'csrfToken=none&json=true'
    const socket = connect(Number(url.port), url.hostname)
    socket.write(
      `POST /api/auth/callback/credentials HTTP/1.1\r\nHost: ${url.host}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))

    const signalledAt = performance.now()
    child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await expect(fetch(url)).rejects.toThrow()
    socket.write(body)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 [234]/)
    expect(await ended).toBe(0)
    expect(performance.now() - signalledAt).toBeLessThan(10_000)
  })

  it('invites the first admin afresh at each start, and the old invitation is void', async () => {
    product = await startProduct(folder, { args: ['--empty'] })
    const first = product.invitation!
    expect((await fetch(first)).status).toBe(200)
    await product.stop()
    product = await startProduct(folder)
    expect(product.signIns).toEqual([])
    const second = product.invitation!
    expect(new URL(second).pathname).not.toBe(new URL(first).pathname)
    const voided = new URL(new URL(first).pathname, product.url)
    expect(await (await fetch(voided)).text()).not.toContain('name="password"')
    expect(await (await fetch(second)).text()).toContain('name="password"')
  })
})

describe('the demo archive', () => {
  it('keeps the sign-ins that it printed where only their owner can read them', () => {
    const { dataPath, signIns } = inject('product')
    const path = join(dataPath, 'demo-sign-ins.txt')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8').trim().split('\n')).toEqual(
      signIns.map(({ role, email, password }) => `${role} ${email} ${password}`),
    )
    expect(signIns.map(({ role }) => role).sort()).toEqual([
      'admin',
      'admin',
      'archivist',
      'researcher',
    ])
  })

  it('is refused to --empty', async () => {
    const { dataPath } = inject('product')
    const { ended, errors } = startByNpm({ ...ownPort, GOVAH_DATA: dataPath }, ['--empty'])
    expect(await ended).toBe(1)
    expect(await errors).toContain('holds the demo archive')
  })
})
