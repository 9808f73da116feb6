import type { SearchScope, StatementDocument } from '#lib/search/contract.ts'

/** Documents for tests of search engines; all people and events in them are invented. */

export const SCOPE: SearchScope = {
  audiences: ['public'],
  now: '2031-06-01T00:00:00.000Z',
  exclude: [],
}

/** A document with these passages; what is not given is empty. */
export function makeDocument(
  id: number,
  passages: readonly string[],
  changes: Partial<StatementDocument> = {},
): StatementDocument {
  return {
    id,
    reference: `GV-2031-${String(id).padStart(6, '0')}`,
    revision: 1,
    state: `state-${id}`,
    titles: { en: `Account ${id}` },
    languages: ['en'],
    type: 'interview',
    knows: ['saw'],
    events: [],
    places: [],
    people: [],
    names: [],
    extra: [],
    speakers: [],
    placeNames: [],
    years: [],
    dateGiven: null,
    dateAdded: `2031-01-${String((id % 28) + 1).padStart(2, '0')}T00:00:00.000Z`,
    audience: 'public',
    visibleFrom: null,
    visibleUntil: null,
    passages: passages.map((text, index) => ({
      key: `key${id}p${index + 1}`,
      number: index + 1,
      language: 'en',
      speaker: '',
      text,
    })),
    ...changes,
  }
}
