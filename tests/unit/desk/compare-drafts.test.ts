import { expect, it } from 'vitest'
import {
  compareDrafts,
  firstChoices,
  mergeDrafts,
} from '#app/[locale]/(desk)/desk/_editor/compare-drafts.ts'
import { type DraftDocument, writeField } from '#app/[locale]/(desk)/desk/_editor/draft-document.ts'
import { emptyPassage } from '#app/[locale]/(desk)/desk/_editor/passage-list.ts'
import { consentSchema, emptyContent, witnessIdentitySchema } from '#lib/statements/model.ts'

function draft(texts: Record<string, string>): DraftDocument {
  const content = emptyContent()
  const passages = Object.entries(texts).map(([key, text]) => emptyPassage({ key, text }))
  return {
    content: { ...content, titles: { en: 'The mill' }, text: { ...content.text, passages } },
    identity: witnessIdentitySchema.parse({}),
    consents: [],
  }
}

const base = draft({ aaaa: 'One.', bbbb: 'Two.' })
const keys = (one: DraftDocument) => one.content.text.passages.map((passage) => passage.key)

it('finds nothing between equal drafts', () => {
  expect(compareDrafts(base, structuredClone(base), null)).toEqual([])
})

it('tells who changed what, and merges by itself what only one side changed', () => {
  const mine = writeField(
    draft({ aaaa: 'One, here.', bbbb: 'Two.', cccc: 'New here.' }),
    'titles',
    {
      en: 'The mill',
      fa: 'آسیاب',
    },
  )
  const theirs = writeField(draft({ aaaa: 'One.', bbbb: 'Two, there.' }), 'testimonyType', 'letter')
  const differences = compareDrafts(mine, theirs, base)
  expect(differences.map(({ id, changedBy }) => [id, changedBy])).toEqual([
    ['titles', 'mine'],
    ['testimonyType', 'theirs'],
    ['passage:aaaa', 'mine'],
    ['passage:bbbb', 'theirs'],
    ['passage:cccc', 'mine'],
  ])
  const merged = mergeDrafts(mine, theirs, differences, firstChoices(differences))
  expect(merged.content.text.passages.map((passage) => passage.text)).toEqual([
    'One, here.',
    'Two, there.',
    'New here.',
  ])
  expect(merged.content.titles.fa).toBe('آسیاب')
  expect(merged.content.testimonyType).toBe('letter')
})

it('keeps what was typed here where both sides changed it, until it is chosen otherwise', () => {
  const mine = draft({ aaaa: 'Mine.', bbbb: 'Two.' })
  const theirs = draft({ aaaa: 'Theirs.', bbbb: 'Two.' })
  const differences = compareDrafts(mine, theirs, base)
  expect(firstChoices(differences)).toEqual({ 'passage:aaaa': 'mine' })
  const chosen = mergeDrafts(mine, theirs, differences, { 'passage:aaaa': 'theirs' })
  expect(chosen.content.text.passages[0]!.text).toBe('Theirs.')
})

it('places a passage that only the other version has behind the one that it follows there', () => {
  const mine = draft({ aaaa: 'One.', bbbb: 'Two.', cccc: 'Mine.' })
  const theirs = draft({ aaaa: 'One.', dddd: 'Theirs.', bbbb: 'Two.' })
  const differences = compareDrafts(mine, theirs, base)
  expect(keys(mergeDrafts(mine, theirs, differences, firstChoices(differences)))).toEqual([
    'aaaa',
    'dddd',
    'bbbb',
    'cccc',
  ])
})

it('leaves out what the chosen side took out', () => {
  const mine = draft({ aaaa: 'One.' })
  const theirs = draft({ aaaa: 'One!', bbbb: 'Two.' })
  const differences = compareDrafts(mine, theirs, base)
  expect(keys(mergeDrafts(mine, theirs, differences, firstChoices(differences)))).toEqual(['aaaa'])
})

it('compares the order of passages, consents by purpose and the identity', () => {
  const consent = consentSchema.parse({ purpose: 'preserve', decision: 'granted' })
  const mine = { ...draft({ bbbb: 'Two.', aaaa: 'One.' }), consents: [consent] }
  const theirs = writeField(
    { ...base, consents: [{ ...consent, decision: 'refused' as const }] },
    'identity.legalName',
    'An invented name',
  )
  const differences = compareDrafts(mine, theirs, base)
  expect(differences.map(({ id }) => id)).toEqual([
    'identity.legalName',
    'order',
    'consent:preserve',
  ])
  const merged = mergeDrafts(mine, theirs, differences, {
    order: 'theirs',
    'consent:preserve': 'theirs',
    'identity.legalName': 'mine',
  })
  expect(keys(merged)).toEqual(['aaaa', 'bbbb'])
  expect(merged.consents[0]!.decision).toBe('refused')
  expect(merged.identity.legalName).toBeNull()
})
