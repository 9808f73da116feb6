import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { toolEnvironment } from '#lib/env.ts'
import { CommandFailure } from '#scripts/command.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import type { SignIn } from './data-folder.ts'

export interface RunningProduct {
  url: string
  /** What this start printed; empty when the folder held an archive already. */
  signIns: SignIn[]
  /** The address of the first admin's invitation, in an archive without an admin. */
  invitation: string | null
  /** Ends it as SIGTERM does; resolves with the exit code. */
  stop: () => Promise<number | null>
}

/** Starts the product as `npm start` does, on a free port, for tests, photographs and measurements. */
export async function startProduct(
  dataPath: string,
  options: { script?: string; args?: string[]; variables?: Record<string, string> } = {},
): Promise<RunningProduct> {
  const port = await findFreePort()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(PROJECT_PATH, options.script ?? 'scripts/serve.ts'),
      ...(options.args ?? []),
    ],
    {
      cwd: PROJECT_PATH,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...toolEnvironment().variables,
        GOVAH_DATA: dataPath,
        HOST: '127.0.0.1',
        PORT: String(port),
        GOVAH_URL: '',
        MEILISEARCH_URL: '',
        ...options.variables,
      },
    },
  )
  let stopping = false
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code, signal) => {
      if (!stopping) process.stderr.write(`the product ended by itself: ${signal ?? code}\n`)
      resolve(code)
    }),
  )
  const stop = () => {
    stopping = true
    child.kill('SIGTERM')
    return ended
  }
  const signIns: SignIn[] = []
  let invitation: string | null = null
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    ended.then((code) =>
      reject(new CommandFailure(`the product ended with ${code} before it was ready`)),
    )
    createInterface(child.stdout).on('line', (line) => {
      const [word, first, ...rest] = line.split(' ')
      if (word === 'sign-in') {
        signIns.push({ role: first!, email: rest[0]!, password: rest[1]! })
      } else if (word === 'invitation') {
        invitation = first!
      } else if (word === 'ready') {
        resolve({ url: first!, signIns, invitation, stop })
      }
    })
  })
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
