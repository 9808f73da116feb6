import { describe, expect, test } from 'vitest'
import { comparePassages, compareTranslations } from '#lib/review/compare-texts.ts'
import { compareFields, listFields } from '#lib/review/fields.ts'
import { statementContentSchema } from '#lib/statements/model.ts'

const passages = (...entries: [string, string][]) => entries.map(([key, text]) => ({ key, text }))
const told = (before: [string, string][], after: [string, string][]) =>
  comparePassages(passages(...before), passages(...after)).map(
    ({ key, kind, moved, numberBefore, numberAfter }) =>
      `${key} ${kind}${moved ? ' moved' : ''} ${numberBefore ?? '-'}→${numberAfter ?? '-'}`,
  )

describe('passages of two revisions', () => {
  test('are aligned by key, whatever their numbers', () => {
    expect(
      told(
        [
          ['aaaa', 'One.'],
          ['bbbb', 'Two.'],
        ],
        [
          ['cccc', 'Before.'],
          ['aaaa', 'One.'],
          ['bbbb', 'Two, changed.'],
        ],
      ),
    ).toEqual(['cccc added -→1', 'aaaa same 1→2', 'bbbb changed 2→3'])
  })

  test('a removed one stands where it stood', () => {
    expect(
      told(
        [
          ['aaaa', 'One.'],
          ['bbbb', 'Two.'],
          ['cccc', 'Three.'],
          ['dddd', 'Four.'],
        ],
        [
          ['aaaa', 'One.'],
          ['dddd', 'Four.'],
        ],
      ),
    ).toEqual(['aaaa same 1→1', 'bbbb removed 2→-', 'cccc removed 3→-', 'dddd same 4→2'])
  })

  test('only those that changed their place are marked as moved', () => {
    expect(
      told(
        [
          ['aaaa', '1'],
          ['bbbb', '2'],
          ['cccc', '3'],
        ],
        [
          ['cccc', '3'],
          ['aaaa', '1'],
          ['bbbb', '2'],
        ],
      ),
    ).toEqual(['cccc same moved 3→1', 'aaaa same 1→2', 'bbbb same 2→3'])
  })

  test('a change beside the words is a change', () => {
    const [change] = comparePassages(
      [{ key: 'aaaa', text: 'Yes.', speaker: 'A', directness: null }],
      [{ key: 'aaaa', text: 'Yes.', speaker: 'B', directness: 'hearsay' }],
    )
    expect(change).toMatchObject({
      kind: 'changed',
      attributes: [
        { name: 'speaker', before: 'A', after: 'B' },
        { name: 'directness', before: '', after: 'hearsay' },
      ],
    })
  })

  test('a transcript of twenty thousand words is compared in moments', () => {
    const before = Array.from({ length: 2_000 }, (_, n) => ({
      key: `key${n}`,
      text: `Passage ${n} with some ten words that are all told here.`,
    }))
    const after = before.map((passage, n) =>
      n % 7 === 0 ? { ...passage, text: passage.text.replace('some', 'exactly') } : passage,
    )
    const started = performance.now()
    const changes = comparePassages(before, after.toReversed())
    expect(changes.filter((change) => change.kind === 'changed')).toHaveLength(286)
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})

describe('translations', () => {
  const withTranslation = (language: string, text: string) =>
    statementContentSchema.parse({
      translations: [{ language, translator: null, passages: [{ key: 'aaaa', text }] }],
    })

  test('are compared by language; a new one is added, a first revision has no changes', () => {
    expect(compareTranslations(null, withTranslation('fa', 'یک')).map((each) => each.kind)).toEqual(
      ['same'],
    )
    const changes = compareTranslations(withTranslation('fa', 'یک'), withTranslation('de', 'Eins'))
    expect(changes.map(({ language, kind }) => [language, kind])).toEqual([
      ['de', 'added'],
      ['fa', 'removed'],
    ])
  })
})

describe('fields of two revisions', () => {
  const before = statementContentSchema.parse({
    titles: { en: 'A title' },
    taking: { method: 'in_person', interpreter: { missing: 'not_asked' } },
  })

  test('only what differs is told, with a reason where a fact is missing', () => {
    const after = statementContentSchema.parse({
      titles: { en: 'A title', fa: 'عنوان' },
      taking: { method: 'telephone' },
    })
    expect(compareFields(before, after)).toEqual([
      {
        path: 'titles.fa',
        name: 'titles',
        language: 'fa',
        before: null,
        after: { kind: 'text', text: 'عنوان', language: 'fa' },
      },
      {
        path: 'taking.method',
        name: 'taking.method',
        language: null,
        before: { kind: 'codes', list: 'collectionMethods', codes: ['in_person'] },
        after: { kind: 'codes', list: 'collectionMethods', codes: ['telephone'] },
      },
      {
        path: 'taking.interpreter',
        name: 'taking.interpreter',
        language: null,
        before: { kind: 'missing', reason: 'not_asked' },
        after: null,
      },
    ])
  })

  test('nothing differs between a content and itself', () => {
    expect(compareFields(before, structuredClone(before))).toEqual([])
    expect(listFields(before).map((field) => field.path)).toContain('text.kind')
  })
})
