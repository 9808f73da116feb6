import { z } from 'zod'
import { SOURCE_KINDS } from '#lib/statements/vocabularies.ts'

const line = z.string().trim().max(1_000).default('')

/** Where a statement comes from. `affiliation` is the publisher's side; while unsure it is "to confirm", never guessed. */
export const sourceSchema = z.strictObject({
  title: z.string().trim().min(1).max(1_000),
  kind: z.enum(SOURCE_KINDS),
  publisher: line,
  affiliation: line,
  affiliationToConfirm: z.boolean().default(false),
  author: line,
  /** As stated. */
  date: line,
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  retrievedOn: z.union([z.literal(''), z.iso.date()]).default(''),
  archivedCopy: line,
  note: z.string().trim().max(10_000).default(''),
})
export type SourceInput = z.input<typeof sourceSchema>
export type Source = z.infer<typeof sourceSchema> & { id: string; version: number }
