import { describe, expect, it } from 'vitest'
import { alignPassages } from '#lib/importing/align-passages.ts'
import {
  changedFields,
  chooseParts,
  mergeContent,
  mergeIdentity,
  TEXT_PART,
} from '#lib/importing/merge-record.ts'
import {
  passageSchema,
  statementContentSchema,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'

const passage = (key: string, text: string, more: object = {}) =>
  passageSchema.parse({ key, text, ...more })
const keysAndTexts = (passages: { key: string; text: string }[]) =>
  passages.map(({ key, text }) => [key, text])

describe('passages of a record that was read again', () => {
  it('keep their keys where their words stay or change in place; new ones get their own', () => {
    const current = [
      passage('aaaa', 'The water came before the bells were rung.'),
      passage('bbbb', 'I carried the ledger of the school up the hill.'),
      passage('cccc', 'In the morning the bridge was gone.'),
    ]
    const aligned = alignPassages(current, [
      passage('n001', 'Nobody had slept.'),
      passage('n002', 'The water came before the bells were rung.'),
      passage('n003', 'I carried the ledger of the school up the steep hill.'),
      passage('n004', 'In the morning the bridge was gone.'),
    ])
    expect(keysAndTexts(aligned)).toEqual([
      ['n001', 'Nobody had slept.'],
      ['aaaa', 'The water came before the bells were rung.'],
      ['bbbb', 'I carried the ledger of the school up the steep hill.'],
      ['cccc', 'In the morning the bridge was gone.'],
    ])
  })

  it('keep what a person added, and take no key of words that have nothing in common', () => {
    const mentions = [{ authorityId: 'place-1', role: 'other' as const }]
    const current = [
      passage('aaaa', 'We walked to Lindholm that night.', { mentions, directness: 'experienced' }),
      passage('bbbb', 'It rained.'),
    ]
    const aligned = alignPassages(current, [
      passage('n001', 'We all walked to Lindholm that night.', { speaker: 'Nora Veld' }),
      passage('n002', 'Somebody else began to speak.'),
    ])
    expect(aligned[0]).toMatchObject({
      key: 'aaaa',
      mentions,
      directness: 'experienced',
      speaker: 'Nora Veld',
    })
    expect(aligned[1]!.key).toBe('n002')
  })
})

describe('a record that was read again', () => {
  const current = statementContentSchema.parse({
    titles: { en: 'The flood', fa: 'سیل' },
    otherIdentifiers: [{ type: 'record', value: '7' }],
    declarations: { concernsMinor: false },
    taking: {
      dateGiven: { stated: 'May 2031', calendar: 'gregorian', edtf: '2031-05' },
      placeGiven: { missing: 'withheld' },
      interviewer: 'Ms Page',
      occasionId: 'occasion-1',
    },
    source: { sourceId: 'source-1' },
    text: { kind: 'transcript', language: 'en', passages: [passage('aaaa', 'I was there.')] },
    translations: [
      { language: 'fa', translator: null, passages: [{ key: 'aaaa', text: 'آنجا بودم.' }] },
    ],
  })
  const incoming = {
    titles: { en: 'The flood at Ostra' },
    otherIdentifiers: [{ type: 'exhibit', value: 'B' }],
    taking: {
      dateGiven: { stated: 'spring', calendar: 'gregorian' as const, edtf: null },
      placeGiven: 'Ostra',
      interviewer: null,
      occasionId: null,
    },
    text: { passages: [passage('n001', 'I was there, and saw it.')] },
  }
  const merged = mergeContent(current, incoming)

  it('replaces what it says and leaves what it does not', () => {
    expect(merged).toMatchObject({
      titles: { en: 'The flood at Ostra', fa: 'سیل' },
      otherIdentifiers: [
        { type: 'record', value: '7' },
        { type: 'exhibit', value: 'B' },
      ],
      declarations: { concernsMinor: false },
      taking: {
        dateGiven: { stated: 'spring', edtf: null },
        placeGiven: 'Ostra',
        interviewer: 'Ms Page',
        occasionId: 'occasion-1',
      },
      source: { sourceId: 'source-1' },
      text: { kind: 'transcript', passages: [{ key: 'aaaa', text: 'I was there, and saw it.' }] },
      translations: [{ passages: [{ key: 'aaaa', text: 'آنجا بودم.' }] }],
    })
  })

  it('is taken part by part', () => {
    const paths = changedFields(current, merged).map(({ path }) => path)
    expect(paths).toEqual([
      'titles.en',
      'otherIdentifiers.1',
      'taking.dateGiven',
      'taking.placeGiven',
    ])
    expect(chooseParts(current, merged, new Set())).toEqual(current)
    expect(chooseParts(current, merged, new Set([...paths, TEXT_PART]))).toEqual(merged)
    const some = chooseParts(current, merged, new Set(['taking.placeGiven']))
    expect(some).toEqual({ ...current, taking: { ...current.taking, placeGiven: 'Ostra' } })
  })

  it('changes of the identity only what it names', () => {
    const identity = witnessIdentitySchema.parse({ legalName: 'Nora Veld', occupation: 'teacher' })
    expect(mergeIdentity(identity, { legalName: 'Nora Invented Veld' })).toEqual({
      ...identity,
      legalName: 'Nora Invented Veld',
    })
  })
})
