import { readFileSync } from 'node:fs'
import type { ImportChoices } from '#lib/importing/choices.ts'
import type { Encoding } from '#lib/importing/encodings.ts'
import type { ImportKind } from '#lib/importing/kinds.ts'
import { type Mapping, mappingSchema } from '#lib/importing/tables/mapping.ts'
import { BadUse } from '#scripts/command.ts'

export interface ImportOptions {
  as?: string
  dryRun?: boolean
  json?: boolean
  kind?: ImportKind
  encoding?: Encoding
  resume?: string
  /** A mapping of columns, as it is downloaded from the desk. */
  map?: string
  sheet?: string
  headRow?: number
}

/** How the files are to be read. @throws BadUse for a mapping that is none */
export function choicesOf({ kind, encoding, map, sheet, headRow }: ImportOptions): ImportChoices {
  const table = { ...(sheet ? { sheet } : {}), ...(headRow ? { headRow } : {}) }
  return {
    ...(kind ? { kind } : {}),
    ...(encoding ? { encoding } : {}),
    ...(map ? { mapping: readMapping(map) } : {}),
    ...(Object.keys(table).length > 0 ? { table } : {}),
  }
}

function readMapping(path: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadUse(`--map ${path}: ${(error as Error).message}`)
  }
  const read = mappingSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new BadUse(`--map ${path}: ${issue?.path.join('.')}: ${issue?.message}`)
}
