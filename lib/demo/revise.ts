import type { StatementContentInput } from '#lib/statements/model.ts'

type Passages = NonNullable<NonNullable<StatementContentInput['text']>['passages']>
type Translations = NonNullable<StatementContentInput['translations']>

interface Inserted {
  key: string
  text: string
  translation: string
}

/** Puts a new passage, with its translation, after the one with this key. */
export function insertAfter(
  content: StatementContentInput,
  key: string,
  inserted: Inserted,
): StatementContentInput {
  return withPassages(
    content,
    (passages) =>
      passages.flatMap((passage) =>
        passage.key === key ? [passage, { key: inserted.key, text: inserted.text }] : [passage],
      ),
    (passages) =>
      passages.flatMap((passage) =>
        passage.key === key
          ? [passage, { key: inserted.key, text: inserted.translation }]
          : [passage],
      ),
  )
}

/** Cuts a passage in two, in the text and its translations; the first part keeps the key. */
export function split(
  content: StatementContentInput,
  key: string,
  cut: { key: string; before: string; translationBefore: string },
): StatementContentInput {
  return withPassages(
    content,
    (passages) => splitAt(passages, key, cut.key, cut.before),
    (passages) => splitAt(passages, key, cut.key, cut.translationBefore),
  )
}

/** Joins two passages that follow one another; the first key stays. */
export function merge(
  content: StatementContentInput,
  firstKey: string,
  secondKey: string,
): StatementContentInput {
  return withPassages(
    content,
    (passages) => mergeTwo(passages, firstKey, secondKey),
    (passages) => mergeTwo(passages, firstKey, secondKey),
  )
}

/** Leaves off the end of a passage and of its translation, from these words on. */
export function shorten(
  content: StatementContentInput,
  key: string,
  from: string,
  translationFrom: string,
): StatementContentInput {
  const until = <T extends { key: string; text: string }>(passages: T[], words: string): T[] =>
    passages.map((passage) =>
      passage.key === key
        ? { ...passage, text: passage.text.split(words)[0]?.trim() ?? '' }
        : passage,
    )
  return withPassages(
    content,
    (passages) => until(passages, from),
    (passages) => until(passages, translationFrom),
  )
}

function splitAt<T extends { key: string; text: string }>(
  passages: T[],
  key: string,
  newKey: string,
  before: string,
): T[] {
  return passages.flatMap((passage) => {
    const at = passage.key === key ? passage.text.indexOf(before) : -1
    if (at <= 0) return [passage]
    return [
      { ...passage, text: passage.text.slice(0, at).trim() },
      { ...passage, key: newKey, text: passage.text.slice(at).trim() },
    ]
  })
}

function mergeTwo<T extends { key: string; text: string }>(
  passages: T[],
  firstKey: string,
  secondKey: string,
): T[] {
  const second = passages.find((passage) => passage.key === secondKey)
  if (!second) return passages
  return passages
    .filter((passage) => passage.key !== secondKey)
    .map((passage) =>
      passage.key === firstKey ? { ...passage, text: `${passage.text} ${second.text}` } : passage,
    )
}

function withPassages(
  content: StatementContentInput,
  inText: (passages: Passages) => Passages,
  inTranslation: (passages: Translations[number]['passages']) => Translations[number]['passages'],
): StatementContentInput {
  return {
    ...content,
    text: { ...content.text, passages: inText(content.text?.passages ?? []) },
    translations: (content.translations ?? []).map((translation) => ({
      ...translation,
      passages: inTranslation(translation.passages),
    })),
  }
}
