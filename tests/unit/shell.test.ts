import { describe, expect, it } from 'vitest'
import { pageNumbers } from '#app/_components/page-numbers.ts'
import { readForm, typedValues } from '#app/_server/form-input.ts'
import { requireSameOrigin } from '#app/_server/route.ts'
import { navigationFor } from '#app/_shell/navigation.ts'
import { themeChoiceSchema, themeFrom } from '#app/_shell/theme.ts'
import type { Role, Viewer } from '#lib/viewer.ts'

const person = (role: Role): Viewer => ({
  kind: 'user',
  userId: 'someone',
  name: 'Someone',
  email: 'someone@archive.example',
  role,
})

describe('the header', () => {
  const labels = (viewer: Viewer) => navigationFor(viewer).work.map(({ label }) => label)

  it('offers the desk to those who work in the archive, and administration to admins alone', () => {
    expect(labels(person('admin'))).toEqual([
      'desk',
      'import',
      'review',
      'users',
      'audit',
      'settings',
      'health',
    ])
    expect(labels(person('archivist'))).toEqual(['desk', 'import'])
    expect(labels(person('researcher'))).toEqual([])
    expect(labels({ kind: 'anonymous', admitted: true })).toEqual([])
  })

  it('shows strangers to a closed archive whom to ask, and nothing else', () => {
    const { reading } = navigationFor({ kind: 'anonymous', admitted: false })
    expect(reading.map(({ label }) => label)).toEqual(['about'])
  })
})

describe('chooseTheme', () => {
  it('takes the themes that there are; any other is refused', () => {
    expect(themeChoiceSchema.safeParse({ theme: 'dark' }).success).toBe(true)
    expect(themeChoiceSchema.safeParse({ theme: 'url(javascript:)' }).success).toBe(false)
    expect(themeFrom('"><script>')).toBe('system')
  })
})

describe('pageNumbers', () => {
  it('offers first, last and neighbours, and marks gaps of more than one page', () => {
    expect(pageNumbers(1, 1)).toEqual([1])
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(4, 8)).toEqual([1, 2, 3, 4, 5, null, 8])
    expect(pageNumbers(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
  })
})

describe('readForm', () => {
  it('nests dotted names, makes lists, and leaves out what Next adds', () => {
    const form = new FormData()
    form.append('$ACTION_ID_1', '')
    form.append('taking.method', 'in_person')
    form.append('names.1.name', 'Second')
    form.append('names.0.name', 'First')
    form.append('notes[]', 'torture')
    form.append('twice', 'a')
    form.append('twice', 'b')
    expect(readForm(form)).toEqual({
      taking: { method: 'in_person' },
      names: [{ name: 'First' }, { name: 'Second' }],
      notes: ['torture'],
      twice: ['a', 'b'],
    })
  })

  it('cannot reach the prototype of objects', () => {
    const form = new FormData()
    form.append('__proto__.polluted', 'yes')
    form.append('a.constructor.prototype.polluted', 'yes')
    readForm(form)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})

it('gives back what was typed, but never secrets', () => {
  const form = new FormData()
  form.append('email', 'someone@archive.example')
  form.append('password', 'not to be seen')
  form.append('newPassword', 'not to be seen')
  form.append('token', 'not to be seen')
  expect(typedValues(form)).toEqual({ email: 'someone@archive.example' })
})

describe('requireSameOrigin', () => {
  const ask = (method: string, headers: Record<string, string>) => () =>
    requireSameOrigin(new Request('http://archive.example/api/x', { method, headers }))

  it('lets reads through, and writes from our own pages', () => {
    expect(ask('GET', {})).not.toThrow()
    expect(ask('POST', { 'sec-fetch-site': 'same-origin' })).not.toThrow()
  })

  it('refuses writes from elsewhere, and those that do not say from where', () => {
    expect(ask('POST', {})).toThrow('forbidden')
    expect(ask('POST', { 'sec-fetch-site': 'cross-site' })).toThrow('forbidden')
    expect(ask('DELETE', { 'sec-fetch-site': 'same-site' })).toThrow('forbidden')
    expect(ask('PUT', { origin: 'https://elsewhere.example' })).toThrow('forbidden')
  })
})
