import { getTranslations } from 'next-intl/server'
import { defineRoute } from '#app/_server/route.ts'
import { searchRequestSchema, toSearchQuery } from '#lib/search/request.ts'
import { searchStatements } from '#lib/search/search.ts'
import { presentSearchPage } from './present.ts'

/** Searches what the viewer may read; see `docs/searching.md`. */
export const GET = defineRoute({
  query: searchRequestSchema,
  handle: async (viewer, { query, locale }) => {
    const t = await getTranslations({ locale, namespace: 'vocabulary' })
    const page = await searchStatements(viewer, toSearchQuery(query))
    return presentSearchPage(page, locale, t)
  },
})
