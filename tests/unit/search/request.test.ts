import { describe, expect, it } from 'vitest'
import { readSearchAddress, searchRequestSchema, toSearchQuery } from '#lib/search/request.ts'

describe('the address of a search', () => {
  it('reads every parameter, once or several times', () => {
    const parsed = toSearchQuery(
      searchRequestSchema.parse({ q: 'a', type: ['letter', 'memoir'], year: '1988', page: '2' }),
    )
    expect(parsed).toMatchObject({
      text: 'a',
      facets: { type: ['letter', 'memoir'], year: ['1988'], place: [] },
      sort: 'relevance',
      fuzzy: true,
      page: 2,
      perPage: 20,
    })
    expect(searchRequestSchema.safeParse({ page: '0' }).success).toBe(false)
    expect(searchRequestSchema.safeParse({ sort: 'oldest' }).success).toBe(false)
    expect(readSearchAddress({ q: 'a', page: '-3', sort: 'x' })).toMatchObject({
      page: 1,
      sort: 'relevance',
    })
  })
})
