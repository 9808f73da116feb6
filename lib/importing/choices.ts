import { z } from 'zod'
import { cutChoicesSchema } from './cuts.ts'
import { ENCODINGS } from './encodings.ts'
import { IMPORT_KINDS } from './kinds.ts'
import { attributionsSchema } from './press/attributions.ts'
import { mappingSchema, mendedCellsSchema, tablePlaceSchema } from './tables/mapping.ts'
import { turnChoicesSchema } from './turns.ts'

/**
 * How a person wants a file to be read, kept with its import. Each format defines its own part in the module that reads
 * it; here they are only put together.
 */
export const importChoicesSchema = z.strictObject({
  /** What the file is, instead of telling it from name and content. */
  kind: z.enum(IMPORT_KINDS).optional(),
  /** Of a text, instead of telling it from its bytes. */
  encoding: z.enum(ENCODINGS).optional(),
  /** Of a document: its speakers. */
  turns: turnChoicesSchema.optional(),
  /** Of a hearing: where each testimony begins, and whose it is. */
  cuts: cutChoicesSchema.optional(),
  /** Of a press report: whose words its stretches are, where the reading was mended. */
  attributions: attributionsSchema.optional(),
  /** Of tables: where the table is in its file, which column is which field, and cells that were mended. */
  table: tablePlaceSchema.optional(),
  mapping: mappingSchema.optional(),
  cells: mendedCellsSchema.optional(),
})

export type ImportChoices = z.infer<typeof importChoicesSchema>
