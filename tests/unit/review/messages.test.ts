import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHECKLIST, CHECKLIST_ANSWERS } from '#lib/review/checklist.ts'
import { PASSAGE_ATTRIBUTES } from '#lib/review/compare-texts.ts'
import { FIELD_NAMES } from '#lib/review/fields.ts'

function messages(locale: string, namespace: string) {
  const file = new URL(`../../../app/_i18n/messages/${locale}/${namespace}.json`, import.meta.url)
  const all = JSON.parse(readFileSync(file, 'utf8'))
  return (path: string): unknown =>
    path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], all)
}

describe.each(['en', 'fa'])('in %s', (locale) => {
  test('every field that a review lists has its name', () => {
    const form = messages(locale, 'statement-form')
    for (const name of FIELD_NAMES) {
      expect(form(`fields.${name}.label`), name).toEqual(expect.any(String))
    }
  })

  test('every item of the checklist, its answers and every attribute of a passage has its words', () => {
    const checklist = messages(locale, 'checklist')
    for (const { item } of CHECKLIST) {
      expect(checklist(`items.${item}.label`), item).toEqual(expect.any(String))
      expect(checklist(`items.${item}.help`), item).toEqual(expect.any(String))
    }
    for (const answer of CHECKLIST_ANSWERS.filter((each) => each !== 'not_recorded_here')) {
      expect(checklist(`answers.${answer}`)).toEqual(expect.any(String))
    }
    const review = messages(locale, 'review')
    for (const name of PASSAGE_ATTRIBUTES) {
      expect(review(`diff.attributes.${name}`)).toEqual(expect.any(String))
    }
  })
})
