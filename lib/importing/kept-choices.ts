import { type ImportChoices, importChoicesSchema } from './choices.ts'
import { openBytes, sealBytes } from './sealing.ts'

/**
 * Choices as they are kept with their import. All but a few may name people (speakers, witnesses, mended cells): like
 * the file itself, these are sealed, and gone when the import has ended.
 */

/** Parts that name nobody and stay with the import. */
type Plain = Pick<ImportChoices, 'kind' | 'encoding' | 'table' | 'mapping'>
type KeptChoices = Plain & { sealed?: string }

/** What is to be written with an import. */
export function keepChoices(importId: string, choices: ImportChoices): KeptChoices {
  const { kind, encoding, table, mapping, ...naming } = importChoicesSchema.parse(choices)
  const plain: Plain = { kind, encoding, table, mapping }
  if (Object.keys(naming).length === 0) return plain
  const sealed = sealBytes(Buffer.from(JSON.stringify(naming)), nameOf(importId))
  return { ...plain, sealed: sealed.toString('base64') }
}

/** What `keepChoices` kept. @throws AppError `unavailable` (import.fileGone) where what is sealed does not open */
export function openChoices(importId: string, kept: unknown): ImportChoices {
  const { sealed, ...plain } = kept as KeptChoices
  if (sealed === undefined) return importChoicesSchema.parse(plain)
  const naming = openBytes(Buffer.from(sealed, 'base64'), nameOf(importId))
  return importChoicesSchema.parse({ ...plain, ...JSON.parse(naming.toString('utf8')) })
}

/** The same without what may name people, as they stay when the import has ended. */
export function withoutNames(kept: unknown): KeptChoices {
  const { sealed: _, ...plain } = kept as KeptChoices
  return plain
}

function nameOf(importId: string): string {
  return `choices of ${importId}`
}
