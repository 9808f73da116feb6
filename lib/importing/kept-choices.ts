import { type ImportChoices, importChoicesSchema } from './choices.ts'
import { openBytes, sealBytes } from './sealing.ts'

/**
 * Choices as they are kept with their import. Mended cells may hold the name of a witness: like the file itself, they
 * are sealed, and gone when the import has ended.
 */
type KeptChoices = Omit<ImportChoices, 'cells'> & { sealedCells?: string }

/** What is to be written with an import. */
export function keepChoices(importId: string, choices: ImportChoices): KeptChoices {
  const { cells, ...rest } = importChoicesSchema.parse(choices)
  if (cells === undefined || cells.length === 0) return rest
  const sealed = sealBytes(Buffer.from(JSON.stringify(cells)), cellsName(importId))
  return { ...rest, sealedCells: sealed.toString('base64') }
}

/** What `keepChoices` kept. @throws AppError `unavailable` (import.fileGone) where the cells do not open */
export function openChoices(importId: string, kept: unknown): ImportChoices {
  const { sealedCells, ...rest } = kept as KeptChoices
  if (sealedCells === undefined) return importChoicesSchema.parse(rest)
  const cells = openBytes(Buffer.from(sealedCells, 'base64'), cellsName(importId))
  return importChoicesSchema.parse({ ...rest, cells: JSON.parse(cells.toString('utf8')) })
}

/** The same without the cells, as they stay when the import has ended. */
export function withoutCells(kept: unknown): KeptChoices {
  const { sealedCells: _, ...rest } = kept as KeptChoices
  return rest
}

function cellsName(importId: string): string {
  return `cells of ${importId}`
}
