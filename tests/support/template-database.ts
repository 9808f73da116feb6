import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrateDatabase } from '#db/migrate.ts'

/** Migrates one empty database; every test copies it. */
export default function setup({
  provide,
}: {
  provide: (key: 'templateDatabase', value: string) => void
}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'govah-template-'))
  const file = path.join(folder, 'govah.db')
  migrateDatabase(file)
  provide('templateDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string
  }
}
