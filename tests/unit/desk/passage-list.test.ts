import { describe, expect, it } from 'vitest'
import {
  appendTurns,
  emptyPassage,
  insertPassage,
  mergeWithPrevious,
  movePassage,
  type PassageText,
  passageAfter,
  pasteParagraphs,
  removePassage,
  splitPassage,
  textIn,
  undoChange,
} from '#app/[locale]/(desk)/desk/_editor/passage-list.ts'
import { cutPasted } from '#app/[locale]/(desk)/desk/_editor/pasted-turns.ts'

function invented(): PassageText {
  return {
    passages: [
      emptyPassage({ key: 'aaaa', text: 'The bell rang. We ran.', origin: { start: 10, end: 32 } }),
      emptyPassage({
        key: 'bbbb',
        text: 'Up the hill,',
        mentions: [{ authorityId: 'p1', role: 'witness', involvement: null, basis: null }],
      }),
      emptyPassage({ key: 'cccc', text: 'as far as the mill.' }),
    ],
    translations: [
      {
        language: 'fa',
        translator: null,
        certification: '',
        passages: [
          { key: 'aaaa', text: 'زنگ خورد. دویدیم.' },
          { key: 'bbbb', text: 'بالای تپه،' },
          { key: 'cccc', text: 'تا آسیاب.' },
        ],
      },
    ],
  }
}
const texts = (text: PassageText) => text.passages.map((passage) => passage.text)
const keys = (text: PassageText) => text.passages.map((passage) => passage.key)

describe('splitting and merging', () => {
  it('leaves the key, the mentions and the translation with the first part', () => {
    const split = splitPassage(invented(), 'aaaa', 14, 'dddd')
    expect(keys(split)).toEqual(['aaaa', 'dddd', 'bbbb', 'cccc'])
    expect(texts(split).slice(0, 2)).toEqual(['The bell rang.', 'We ran.'])
    expect(textIn(split.translations[0]!, 'aaaa')).toBe('زنگ خورد. دویدیم.')
    expect(split.passages[0]!.origin).toEqual({ start: 10, end: 24 })
    expect(split.passages[1]!.origin).toEqual({ start: 25, end: 32 })
  })

  it('keeps the page where offsets no longer tell, and joins time codes', () => {
    const first = emptyPassage({
      key: 'aaaa',
      text: 'The bell rang. We ran.',
      origin: { start: 0, end: 40, page: 3 },
      time: { start: 1_000, end: 4_000 },
    })
    const split = splitPassage({ passages: [first], translations: [] }, 'aaaa', 14, 'dddd')
    expect(split.passages.map(({ origin }) => origin?.page)).toEqual([3, 3])
    const second = emptyPassage({ key: 'bbbb', text: 'Up.', time: { start: 4_000, end: 9_000 } })
    const merged = mergeWithPrevious({ passages: [first, second], translations: [] }, 'bbbb')
    expect(merged.passages[0]!.time).toEqual({ start: 1_000, end: 9_000 })
  })

  it('merges into the passage before, whose key stays, in the original and in translations', () => {
    const merged = mergeWithPrevious(invented(), 'cccc')
    expect(keys(merged)).toEqual(['aaaa', 'bbbb'])
    expect(merged.passages[1]!.text).toBe('Up the hill, as far as the mill.')
    expect(textIn(merged.translations[0]!, 'bbbb')).toBe('بالای تپه، تا آسیاب.')
    expect(merged.passages[1]!.mentions).toHaveLength(1)
  })

  it('starts a new line where the part before ends a sentence', () => {
    expect(mergeWithPrevious(invented(), 'bbbb').passages[0]!.text).toBe(
      'The bell rang. We ran.\nUp the hill,',
    )
  })

  it('has nothing to merge the first passage with', () => {
    const text = invented()
    expect(mergeWithPrevious(text, 'aaaa')).toBe(text)
  })
})

describe('adding, taking out and moving', () => {
  it('inserts first or after a passage', () => {
    const passage = emptyPassage({ key: 'dddd' })
    expect(keys(insertPassage(invented(), null, passage))[0]).toBe('dddd')
    expect(keys(insertPassage(invented(), 'bbbb', passage))).toEqual([
      'aaaa',
      'bbbb',
      'dddd',
      'cccc',
    ])
  })

  it('follows a question with an answer of the last one who answered', () => {
    const text: PassageText = {
      translations: [],
      passages: [
        emptyPassage({ key: 'q111', kind: 'question', speaker: 'Clerk' }),
        emptyPassage({ key: 'a111', kind: 'answer', speaker: 'Witness Lale' }),
        emptyPassage({ key: 'q222', kind: 'question', speaker: 'Clerk' }),
      ],
    }
    expect(passageAfter(text, 'q222')).toMatchObject({ kind: 'answer', speaker: 'Witness Lale' })
    expect(passageAfter(text, 'a111')).toMatchObject({ kind: 'question', speaker: 'Clerk' })
    expect(passageAfter(text, null)).toMatchObject({ kind: 'prose', speaker: '' })
  })

  it('takes a passage out with its translation', () => {
    const removed = removePassage(invented(), 'bbbb')
    expect(keys(removed)).toEqual(['aaaa', 'cccc'])
    expect(textIn(removed.translations[0]!, 'bbbb')).toBe('')
  })

  it('moves as far as there is room', () => {
    expect(keys(movePassage(invented(), 'cccc', -1))).toEqual(['aaaa', 'cccc', 'bbbb'])
    expect(keys(movePassage(invented(), 'aaaa', 9))).toEqual(['bbbb', 'cccc', 'aaaa'])
  })
})

describe('pasting', () => {
  it('goes on in the passage and makes one of each further paragraph', () => {
    const pasted = pasteParagraphs(invented(), 'bbbb', 3, 3, ['one', 'two', 'three '])
    expect(texts(pasted)).toEqual([
      'The bell rang. We ran.',
      'Up one',
      'two',
      'three the hill,',
      'as far as the mill.',
    ])
    expect(keys(pasted).filter((key) => invented().passages.some((p) => p.key === key))).toEqual([
      'aaaa',
      'bbbb',
      'cccc',
    ])
  })

  it('cuts a long text at its paragraphs, in place of an empty passage', () => {
    const empty: PassageText = { passages: [emptyPassage({ key: 'aaaa' })], translations: [] }
    const text = appendTurns(empty, cutPasted('First.\n\nSecond.\n\nThird.', 'prose'))
    expect(texts(text)).toEqual(['First.', 'Second.', 'Third.'])
    expect(new Set(keys(text)).size).toBe(3)
  })

  it('reads question and answer with speakers', () => {
    const turns = cutPasted(
      'Clerk: Where were you?\n\nWitness Lale: At the mill.\n\nIt was late.\n\nClerk: And then?',
      'turns',
    )
    expect(turns).toEqual([
      { kind: 'question', speaker: 'Clerk', text: 'Where were you?' },
      { kind: 'answer', speaker: 'Witness Lale', text: 'At the mill.' },
      { kind: 'answer', speaker: 'Witness Lale', text: 'It was late.' },
      { kind: 'question', speaker: 'Clerk', text: 'And then?' },
    ])
    expect(cutPasted('س: کجا بودید؟\n\nج: در آسیاب.', 'turns')).toEqual([
      { kind: 'question', speaker: '', text: 'کجا بودید؟' },
      { kind: 'answer', speaker: '', text: 'در آسیاب.' },
    ])
  })
})

describe('undoing', () => {
  it('brings a passage back with its translation, and keeps what was typed elsewhere since', () => {
    const before = invented()
    const after = removePassage(before, 'bbbb')
    const typed: PassageText = {
      ...after,
      passages: after.passages.map((passage) =>
        passage.key === 'cccc' ? { ...passage, text: 'as far as the old mill.' } : passage,
      ),
    }
    const undone = undoChange(before, after, typed)
    expect(texts(undone)).toEqual([
      'The bell rang. We ran.',
      'Up the hill,',
      'as far as the old mill.',
    ])
    expect(textIn(undone.translations[0]!, 'bbbb')).toBe('بالای تپه،')
  })

  it('takes back a split and a merge', () => {
    const before = invented()
    const split = splitPassage(before, 'aaaa', 14, 'dddd')
    expect(undoChange(before, split, split).passages).toEqual(before.passages)
    const merged = mergeWithPrevious(before, 'cccc')
    expect(undoChange(before, merged, merged)).toEqual(before)
  })

  it('keeps a passage that came later behind the one that it followed', () => {
    const before = invented()
    const after = removePassage(before, 'aaaa')
    const current = insertPassage(after, 'bbbb', emptyPassage({ key: 'dddd', text: 'Later.' }))
    expect(keys(undoChange(before, after, current))).toEqual(['aaaa', 'bbbb', 'dddd', 'cccc'])
  })
})
