import type { ImportKind } from '#lib/importing/kinds.ts'

export interface ImportOptions {
  as?: string
  dryRun?: boolean
  json?: boolean
  kind?: ImportKind
  resume?: string
}
