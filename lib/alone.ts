import Sqlite from 'better-sqlite3'
import { dataFile } from './env.ts'

/** Something else on this data folder is doing the same. */
export class UnderWayError extends Error {
  override readonly name = 'UnderWayError'
}

/**
 * Does something that must not be done twice at the same time on one data folder, by this process or another. The lock
 * is SQLite's own on a file that holds nothing: the system lets go of it when a process ends, however it ends.
 * @throws UnderWayError
 */
export async function whileAlone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = new Sqlite(dataFile(`${name}.lock`), { timeout: 0 })
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError) || error.code !== 'SQLITE_BUSY') throw error
      throw new UnderWayError(`${name} is under way already`)
    }
    return await work()
  } finally {
    lock.close()
  }
}
