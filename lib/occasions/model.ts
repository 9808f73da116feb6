import { z } from 'zod'
import { OCCASION_KINDS } from '#lib/statements/vocabularies.ts'

const line = z.string().trim().max(1_000).default('')

/** The interview, hearing or conference at which statements were given. */
export const occasionSchema = z.strictObject({
  title: z.string().trim().min(1).max(1_000),
  kind: z.enum(OCCASION_KINDS),
  place: line,
  /** As stated. */
  date: line,
  organisation: line,
  note: z.string().trim().max(10_000).default(''),
})
export type OccasionInput = z.input<typeof occasionSchema>
export type Occasion = z.infer<typeof occasionSchema> & { id: string; version: number }
