import { describe, expect, it } from 'vitest'
import { citationOf, permanentPath, readRevisionPart } from '#app/_reading/citation.ts'
import { collectHits } from '#app/_reading/find/hits.ts'
import { pickText } from '#app/_reading/localized.ts'
import { namedInRoles } from '#app/_reading/mentions.ts'
import {
  countFilters,
  searchParameters,
  searchPath,
  toggleFacet,
} from '#app/_reading/search-address.ts'
import { chooseTextView } from '#app/_reading/text-view.ts'
import { sequence } from '#lib/search/query.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import type { PresentedPassage, PresentedStatement } from '#lib/statements/present.ts'

describe('citations', () => {
  it('name the statement, the passage and the revision, and lead to a permanent address', () => {
    expect(citationOf('GV-2026-000042', 3)).toBe('GV-2026-000042 (r3)')
    expect(citationOf('GV-2026-000042', 3, 17)).toBe('GV-2026-000042 §17 (r3)')
    expect(permanentPath('GV-2026-000042', 3, 17)).toBe('/statements/GV-2026-000042/r3#p17')
  })

  it('know a revision by r and its number, and nothing else', () => {
    expect(readRevisionPart('r3')).toBe(3)
    for (const part of ['3', 'r', 'r0', 'r03', 'r-1', 'r1x', 'R1', 'r1234567']) {
      expect(readRevisionPart(part), part).toBeNull()
    }
  })
})

describe('pickText', () => {
  it('takes the reader’s language, then English, then what there is', () => {
    const titles = { fa: 'سیل', en: 'The flood', de: 'Die Flut' }
    expect(pickText(titles, 'fa')).toEqual({ lang: 'fa', text: 'سیل' })
    expect(pickText({ 'fa-Latn': 'Seyl', de: 'Die Flut' }, 'fa')?.lang).toBe('fa-Latn')
    expect(pickText({ en: 'The flood', de: 'Die Flut' }, 'fa')?.lang).toBe('en')
    expect(pickText({ fa: ' ', de: 'Die Flut' }, 'fa')?.lang).toBe('de')
    expect(pickText({}, 'en')).toBeNull()
  })
})

describe('chooseTextView', () => {
  const texts = (language: string, translations: string[]) => ({
    text: { kind: 'original' as const, language, passages: [] },
    translations: translations.map((other) => ({
      language: other,
      translator: null,
      certification: '',
      passages: [],
    })),
  })

  it('puts a translation into the reader’s language beside a text in another', () => {
    expect(chooseTextView(texts('fa', ['de', 'en']), 'en', {})).toEqual({
      show: 'both',
      language: 'en',
    })
    expect(chooseTextView(texts('en', ['fa']), 'en', {}).show).toBe('original')
    expect(chooseTextView(texts('fa', ['de']), 'en', {}).show).toBe('original')
  })

  it('does as the address says, and passes over what is not there', () => {
    const both = texts('fa', ['en'])
    expect(chooseTextView(both, 'fa', { in: 'en' })).toEqual({ show: 'both', language: 'en' })
    expect(chooseTextView(both, 'en', { show: 'translation' }).show).toBe('translation')
    expect(chooseTextView(both, 'en', { show: 'nonsense', in: 'xx' }).language).toBe('en')
    expect(chooseTextView(texts('fa', []), 'en', { show: 'both', in: 'en' })).toEqual({
      show: 'original',
      language: null,
    })
  })
})

describe('the address of a search', () => {
  const query = readSearchAddress({ q: 'سیل', type: ['letter', 'memoir'], page: '3' })

  it('holds all of it and comes back the same', () => {
    const path = searchPath(query, { page: 3 })
    const again = new URL(path, 'http://archive.example').searchParams
    expect(
      readSearchAddress({ q: again.get('q')!, type: again.getAll('type'), page: '3' }),
    ).toEqual(query)
    expect(searchPath(readSearchAddress({}))).toBe('/search')
  })

  it('begins at the first page when anything else changes', () => {
    expect(searchPath(query, { sort: 'added' })).not.toContain('page=')
    expect(Object.fromEntries(searchParameters({ ...query, fuzzy: false })).fuzzy).toBe('0')
  })

  it('adds a filter, and takes away one that was chosen', () => {
    expect(toggleFacet(query, 'type', 'letter').type).toEqual(['memoir'])
    expect(toggleFacet(query, 'year', '2031').year).toEqual(['2031'])
    expect(countFilters(query)).toBe(2)
  })
})

it('numbers the marks of all texts that are shown, in reading order, and says how far down they stand', () => {
  const passage = (number: number, text: string) => ({ number, key: `key${number}`, text })
  const statement = {
    text: { language: 'en', passages: [passage(1, 'Water, water.'), passage(2, 'No more.')] },
    translations: [
      {
        language: 'fa',
        passages: [
          { key: 'key1', text: 'آب' },
          { key: 'key2', text: 'water نبود' },
        ],
      },
    ],
  } as unknown as PresentedStatement
  const sequences = [sequence('water'), sequence('آب'), sequence('اب')]
  const both = collectHits(statement, { show: 'both', language: 'fa' }, sequences)
  expect(both.hits.map(({ passage }) => passage)).toEqual([1, 1, 1, 2])
  expect(both.marksOf('key1', 'original')).toEqual({
    first: 1,
    highlights: [
      [0, 5],
      [7, 12],
    ],
  })
  expect(both.marksOf('key1', 'translation')).toEqual({ first: 3, highlights: [[0, 2]] })
  expect(both.marksOf('key2', 'translation').first).toBe(4)
  expect(both.marksOf('key2', 'original').highlights).toEqual([])
  const places = both.hits.map(({ at }) => at)
  expect(places.toSorted((a, b) => a - b)).toEqual([places[0], places[2], places[1], places[3]])
  expect(Math.max(...places)).toBeLessThan(1)
  const original = collectHits(statement, { show: 'original', language: 'fa' }, sequences)
  expect(original.hits).toHaveLength(2)
  expect(collectHits(statement, { show: 'original', language: 'fa' }, []).hits).toEqual([])
})

it('names each person once for a role, with where and what is said', () => {
  const record = { id: 'keeper', kind: 'person' as const, names: [] }
  const passage = (number: number, role: 'guard' | 'witness'): PresentedPassage => ({
    number,
    key: `key${number}`,
    text: '',
    kind: 'prose',
    speaker: '',
    form: null,
    directness: null,
    mentions: [
      { authorityId: 'keeper', role, involvement: 'present', basis: null },
      { authorityId: 'gone', role, involvement: null, basis: null },
    ],
  })
  const statement: Pick<PresentedStatement, 'people' | 'text'> = {
    people: [record],
    text: {
      kind: 'original',
      language: 'en',
      passages: [passage(1, 'guard'), passage(2, 'witness'), passage(5, 'guard')],
    },
  }
  expect(namedInRoles(statement)).toEqual([
    { record, role: 'guard', involvements: ['present'], bases: [], passages: [1, 5] },
    { record, role: 'witness', involvements: ['present'], bases: [], passages: [2] },
  ])
})
