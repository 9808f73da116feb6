import { z } from 'zod'
import { FACET_NAMES, type FacetName, type SearchQuery } from './contract.ts'
import { PAGE_MAX, PER_PAGE_MAX } from './limits.ts'

/** A value given once or several times; several are alternatives. */
const choices = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
  .transform((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== ''))
  .optional()
const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema)
const wholeNumber = (fallback: number, max: number) =>
  one(
    z
      .union([z.literal('').transform(() => fallback), z.coerce.number().int().min(1).max(max)])
      .default(fallback),
  )

/** Control characters mean nothing in a search, and no page can show them. */
const CONTROLS = /\p{Cc}/gu

/** The parameters of a search address, for the page and for the API alike. Unknown ones are ignored. */
export const searchRequestSchema = z.object({
  q: one(
    z
      .string()
      .default('')
      .transform((text) => text.replace(CONTROLS, ' ')),
  ),
  type: choices,
  knows: choices,
  event: choices,
  place: choices,
  language: choices,
  year: choices,
  person: one(z.string().max(200).optional()),
  sort: one(z.enum(['relevance', 'given', 'added']).default('relevance')),
  fuzzy: one(z.enum(['0', '1']).default('1')),
  spellings: one(z.enum(['0', '1']).default('1')),
  page: wholeNumber(1, PAGE_MAX),
  perPage: wholeNumber(20, PER_PAGE_MAX),
})

type SearchRequest = z.output<typeof searchRequestSchema>

/** The query of an address that has been parsed. */
export function toSearchQuery(request: SearchRequest): SearchQuery {
  return {
    text: request.q,
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, request[name] ?? []])) as Record<
      FacetName,
      string[]
    >,
    person: request.person || undefined,
    sort: request.sort,
    fuzzy: request.fuzzy === '1',
    spellings: request.spellings === '1',
    page: request.page,
    perPage: request.perPage,
  }
}

/** The query of a page's address: what cannot be read there falls back to its default, so that no link is an error. */
export function readSearchAddress(
  params: Record<string, string | string[] | undefined>,
): SearchQuery {
  const parsed = searchRequestSchema.safeParse(params)
  if (parsed.success) return toSearchQuery(parsed.data)
  const bad = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  const good = Object.fromEntries(Object.entries(params).filter(([name]) => !bad.has(name)))
  return toSearchQuery(searchRequestSchema.parse(good))
}
