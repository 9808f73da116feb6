import { beforeEach, expect, it, vi } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { findHighlights } from '#lib/search/highlight.ts'
import { searchInside } from '#lib/search/inside.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { makeDraft, submitAndPublish } from '#tests/support/factories.ts'

/** Finding words inside one statement, by the same rules as in all of them. */

vi.setConfig({ testTimeout: 60_000 })
useTestDatabase()

let owner: Viewer
let admins: [Viewer, Viewer]
beforeEach(async () => {
  owner = await addPerson('archivist')
  admins = [await addPerson('admin'), await addPerson('admin')]
})

const TEXTS = [
  'كتاب‌ها را می رفتند ۱۳۶۷ به گوهرچشمه بردند.',
  'The lantern of Gowhar Cheshmeh, re-entered in 1989; the Lanterns.',
]
function marked(query: string, texts: readonly string[] = TEXTS, viewer: Viewer = ANONYMOUS) {
  const { sequences } = searchInside(viewer, texts, query)
  return texts.flatMap((text) =>
    findHighlights(text, sequences).map(([start, end]) => text.slice(start, end)),
  )
}

it.each([
  ['كتابها', ['كتاب‌ها']],
  ['کتاب ها', ['كتاب‌ها']],
  ['میرفتند', ['می رفتند']],
  ['مي‌رفتند', ['می رفتند']],
  ['1367', ['۱۳۶۷', '1989']],
  ['REENTERED', ['re-entered']],
  ['lantern*', ['lantern', 'Lanterns']],
  ['"the lantern"', ['The lantern']],
  ['Goharcheshmeh', ['گوهرچشمه']],
  ['lantarn', ['lantern']],
  ['lantern', ['lantern']],
  ['"lantarn"', []],
  ['-lantern', []],
  ['speaker:lantern place:lantern', []],
  ['"', []],
  ['zebra', []],
])('looks for %s', (query, words) => {
  expect(marked(query)).toEqual(words)
})

it('says under which words it found', () => {
  expect(searchInside(ANONYMOUS, TEXTS, 'Lantarn Goharcheshmeh')).toMatchObject({
    nearWords: [{ typed: 'Lantarn', found: ['lantern'] }],
    alsoSearched: ['گوهرچشمه'],
  })
  expect(searchInside(ANONYMOUS, TEXTS, '')).toEqual({
    sequences: [],
    alsoSearched: [],
    nearWords: [],
  })
})

it('knows the other names of a record only for those who may read a statement that names it', () => {
  const place = createAuthority(owner, {
    kind: 'place',
    names: [
      { name: 'Varandab', language: 'en', preferred: true },
      { name: 'The lantern', language: 'en', preferred: false },
    ],
    note: '',
  })
  const reference = makeDraft(owner, {
    content: { about: { placeIds: [place] }, access: { audience: 'registered' } },
  })
  expect(marked('Varandab')).toEqual([])
  submitAndPublish(owner, admins, reference)
  expect(marked('Varandab')).toEqual([])
  expect(marked('Varandab', TEXTS, owner)).toEqual(['The lantern'])
})
