import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { importItems, imports, revisions, statements, witnessIdentities } from '#db/schema/index.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { database } from '#lib/database.ts'
import { dataFile } from '#lib/env.ts'
import { listImports } from '#lib/importing/lists.ts'
import { readProgress } from '#lib/importing/queries.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'

useTestDatabase()

const EMAIL = 'archivist@example.org'
let archivist: Awaited<ReturnType<typeof addPerson>>
beforeEach(async () => {
  archivist = await addPerson('archivist', { email: EMAIL })
})

function start(...args: string[]): ChildProcess {
  const script = join(PROJECT_PATH, 'scripts/import.ts')
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: PROJECT_PATH,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function ended(child: ChildProcess) {
  let [stdout, stderr] = ['', '']
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { stdout, stderr, code }
}
const run = (...args: string[]) => ended(start(...args))

/** A file of so many records in the data folder; returns its path. */
function writeRecords(count: number): string {
  const path = dataFile('records.jsonl')
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `r${index}`,
      source: 'Invented accounts',
      witness: `Invented Witness ${index}`,
      text: `Account ${index}.\n\nThe water came before the bells were rung.`,
    }),
  )
  writeFileSync(path, lines.join('\n'))
  return path
}

const theImport = () => listImports(archivist)[0]!
async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(5)
}

describe('the command', () => {
  it('prints one JSON value of what became of each record', async () => {
    const path = dataFile('two.jsonl')
    writeFileSync(path, '{"id":"a","text":"One."}\n{"id":"b","text":""}')
    const dry = await run(path, '--as', EMAIL, '--dry-run', '--json')
    expect(JSON.parse(dry.stdout)).toMatchObject({ created: 1, failed: 1 })
    expect(listImports(archivist)).toEqual([])

    const { stdout, code } = await run(path, '--as', EMAIL, '--json')
    expect(code).toBe(1)
    const report = JSON.parse(stdout)
    expect(report).toEqual({
      created: 1,
      skipped: 0,
      failed: 1,
      changed: 0,
      seconds: expect.any(Number),
      reports: undefined,
      items: [
        {
          record: 'a',
          status: 'created',
          reference: expect.stringMatching(/^GV-/),
          reason: '',
          line: 1,
          field: '',
          file: path,
        },
        {
          record: 'b',
          status: 'failed',
          reference: null,
          reason: 'missing',
          line: 2,
          field: 'text',
          file: path,
        },
      ],
    })
  })

  it('pauses at Ctrl-C, says how to go on, and goes on', { timeout: 180_000 }, async () => {
    const child = start(writeRecords(800), '--as', EMAIL)
    const outcome = ended(child)
    await waitFor(() => listImports(archivist).length > 0 && theImport().done > 0)
    child.kill('SIGINT')
    const { code, stderr } = await outcome
    const { id, done } = theImport()
    expect(theImport().state).toBe('paused')
    expect(code).toBe(1)
    expect(stderr).toContain(`--resume ${id}`)
    expect(done).toBeLessThan(800)

    const resumed = await run('--resume', id, '--as', EMAIL, '--json')
    expect(resumed.code).toBe(0)
    expect(JSON.parse(resumed.stdout)).toMatchObject({ created: 800, failed: 0 })
  })

  it('refuses bad use, strangers, and imports of somebody else', async () => {
    const path = writeRecords(1)
    expect((await run('--as', EMAIL)).code).toBe(2)
    expect((await run(path)).code).toBe(2)
    expect(await run(path, '--as', 'nobody@example.org')).toMatchObject({ code: 1, stdout: '' })
    await addPerson('researcher', { email: 'researcher@example.org' })
    expect(await run(path, '--as', 'researcher@example.org')).toMatchObject({ code: 1, stdout: '' })
    await run(path, '--as', EMAIL)
    await addPerson('archivist', { email: 'other@example.org' })
    expect(await run('--resume', theImport().id, '--as', 'other@example.org')).toMatchObject({
      code: 1,
      stdout: '',
    })
  })
})

describe('a kill in the middle', () => {
  it('leaves neither a double nor a half, however often', { timeout: 300_000 }, async () => {
    const RECORDS = 600
    let child = start(writeRecords(RECORDS), '--as', EMAIL)
    await waitFor(() => listImports(archivist).length > 0)
    const { id } = theImport()
    let kills = 0
    while (kills < 6) {
      const before = readProgress(archivist, id).done
      const hasEnded = () => readProgress(archivist, id).state === 'finished'
      await waitFor(() => hasEnded() || readProgress(archivist, id).done > before)
      await setTimeout(Math.random() * 60)
      child.kill('SIGKILL')
      await ended(child)
      expectWhole(id)
      if (hasEnded()) break
      kills += 1
      // As if the lease had run out: the next process need not wait for it.
      database().update(imports).set({ heartbeatAt: '2000-01-01' }).where(eq(imports.id, id)).run()
      child = start('--resume', id, '--as', EMAIL)
    }
    await ended(child)
    expect(kills).toBeGreaterThan(0)
    expect(readProgress(archivist, id)).toMatchObject({ state: 'finished', done: RECORDS })
    expect(database().select().from(statements).all()).toHaveLength(RECORDS)
    expectWhole(id)
  })

  /** Every record that is told of has its whole draft, and there is no other. */
  function expectWhole(importId: string): void {
    const items = database()
      .select()
      .from(importItems)
      .where(eq(importItems.importId, importId))
      .orderBy(importItems.position)
      .all()
    expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index))
    expect(items.map(({ record }) => record)).toEqual(items.map((_, index) => `r${index}`))
    const made = database().select().from(statements).all()
    expect(made.map(({ id }) => id).sort()).toEqual(items.map((item) => item.statementId).sort())
    expect(made.every(({ currentRevisionId }) => currentRevisionId !== null)).toBe(true)
    expect(database().select().from(revisions).all()).toHaveLength(made.length)
    expect(database().select().from(witnessIdentities).all()).toHaveLength(made.length)
    expect(
      database().select().from(statements).where(isNull(statements.importItemId)).all(),
    ).toEqual([])
    expect(findBrokenEvent(database())).toBeNull()
  }
})
