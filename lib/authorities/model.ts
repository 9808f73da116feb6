import { z } from 'zod'
import { languageTagSchema } from '#lib/statements/model.ts'
import { AUTHORITY_KINDS } from '#lib/statements/vocabularies.ts'

/** One form of a name, in one language and script; one form is preferred in each language. */
export const authorityNameSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  language: languageTagSchema,
  preferred: z.boolean().default(false),
})

/** A person, place, event or organisation, as a minimal record. */
export const authoritySchema = z.strictObject({
  kind: z.enum(AUTHORITY_KINDS),
  names: z.array(authorityNameSchema).min(1).max(100),
  note: z.string().trim().max(10_000).default(''),
})
export type AuthorityInput = z.input<typeof authoritySchema>
export type AuthorityName = z.infer<typeof authorityNameSchema>
export type Authority = z.infer<typeof authoritySchema> & { id: string; version: number }

/** The name to show in a language: preferred there, else any there, else the first preferred, else the first. */
export function displayNameOf(authority: Pick<Authority, 'names'>, language: string): string {
  const base = language.split('-')[0]
  const here = authority.names.filter((form) => form.language.split('-')[0] === base)
  const form =
    here.find((name) => name.language === language && name.preferred) ??
    here.find((name) => name.preferred) ??
    here[0] ??
    authority.names.find((name) => name.preferred) ??
    authority.names[0]
  return form?.name ?? ''
}
