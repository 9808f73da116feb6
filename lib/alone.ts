import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dataFile } from './env.ts'

/** Another process on this data folder is doing the same. */
export class UnderWayError extends Error {
  override readonly name = 'UnderWayError'
}

/**
 * Does something that two processes on one data folder must not do at the same time. The lock names its process, so
 * that one that was killed holds nobody up.
 * @throws UnderWayError
 */
export async function whileAlone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const path = dataFile(`${name}.lock`)
  if (!take(path)) {
    if (isHeld(path)) throw new UnderWayError(`${name} is under way in another process`)
    rmSync(path, { force: true })
    if (!take(path)) throw new UnderWayError(`${name} is under way in another process`)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isHeld(path: string): boolean {
  const pid = Number.parseInt(readFileSync(path, { encoding: 'utf8' }), 10)
  if (!Number.isInteger(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
