import {
  type Mention,
  newPassageKey,
  type Passage,
  type Translation,
} from '#lib/statements/model.ts'

/**
 * The changes that an archivist makes to the passages of a text, as pure functions. Keys are stable: a passage keeps
 * its key through everything, and what is split off gets a new one, so that translations, comments and citations
 * stay with the words they were made for.
 */
export interface PassageText {
  passages: readonly Passage[]
  translations: readonly Translation[]
}

/** A passage without a word yet. */
export function emptyPassage(fields: Partial<Passage> = {}): Passage {
  return {
    key: newPassageKey(),
    text: '',
    kind: 'prose',
    speaker: '',
    form: null,
    directness: null,
    toConfirm: false,
    mentions: [],
    origin: null,
    ...fields,
  }
}

/** Cuts a passage at a UTF-16 offset; the first part keeps key, mentions and translation. */
export function splitPassage(
  text: PassageText,
  key: string,
  offset: number,
  newKey: string = newPassageKey(),
): PassageText {
  const index = indexOf(text, key)
  const passage = text.passages[index]
  if (!passage) return text
  const before = passage.text.slice(0, offset).trimEnd()
  const rest = passage.text.slice(offset)
  const after = rest.trimStart()
  const second: Passage = {
    ...passage,
    key: newKey,
    text: after,
    mentions: [],
    origin: originFrom(passage, offset + rest.length - after.length, passage.text.length),
  }
  const first: Passage = { ...passage, text: before, origin: originFrom(passage, 0, before.length) }
  return { ...text, passages: replaceAt(text.passages, index, first, second) }
}

/** Joins a passage to the one before it, whose key stays; translations are joined alike. */
export function mergeWithPrevious(text: PassageText, key: string): PassageText {
  const index = indexOf(text, key)
  const previous = text.passages[index - 1]
  const passage = text.passages[index]
  if (!previous || !passage) return text
  const merged: Passage = {
    ...previous,
    text: joinTexts(previous.text, passage.text),
    mentions: uniqueMentions([...previous.mentions, ...passage.mentions]),
    toConfirm: previous.toConfirm || passage.toConfirm,
    origin:
      previous.origin && passage.origin && previous.origin.end <= passage.origin.start
        ? { ...previous.origin, end: passage.origin.end }
        : null,
    ...(previous.time && passage.time
      ? { time: { start: previous.time.start, end: passage.time.end } }
      : {}),
  }
  const passages = text.passages.filter((other) => other !== passage)
  return {
    passages: replaceAt(passages, index - 1, merged),
    translations: text.translations.map((translation) => {
      const joined = joinTexts(textIn(translation, previous.key), textIn(translation, key))
      return withTranslatedText(withoutPassage(translation, key), previous.key, joined)
    }),
  }
}

/** Where the two parts meet in the merged text: where the cursor should stand afterwards. */
export function seamOf(previous: string): number {
  return previous.trimEnd().length
}

/** Puts a passage after another, or first where `afterKey` is null. */
export function insertPassage(
  text: PassageText,
  afterKey: string | null,
  passage: Passage,
): PassageText {
  const index = afterKey === null ? 0 : indexOf(text, afterKey) + 1
  return { ...text, passages: insertAt(text.passages, index, [passage]) }
}

/** The passage to begin after another: in an interview a question is followed by an answer and the reverse. */
export function passageAfter(text: PassageText, key: string | null, newKey?: string): Passage {
  const index = key === null ? -1 : indexOf(text, key)
  const previous = text.passages[index]
  const fields: Partial<Passage> = newKey ? { key: newKey } : {}
  if (previous?.kind !== 'question' && previous?.kind !== 'answer') return emptyPassage(fields)
  const kind = previous.kind === 'question' ? 'answer' : 'question'
  const before = text.passages.slice(0, index).findLast((other) => other.kind === kind)
  return emptyPassage({ ...fields, kind, speaker: before?.speaker ?? '' })
}

/** Takes a passage out, with its translations. */
export function removePassage(text: PassageText, key: string): PassageText {
  return {
    passages: text.passages.filter((passage) => passage.key !== key),
    translations: text.translations.map((translation) => withoutPassage(translation, key)),
  }
}

/** Moves a passage by so many places, as far as there is room. */
export function movePassage(text: PassageText, key: string, places: number): PassageText {
  const index = indexOf(text, key)
  const passage = text.passages[index]
  const target = Math.min(Math.max(index + places, 0), text.passages.length - 1)
  if (!passage || target === index) return text
  const others = text.passages.filter((other) => other !== passage)
  return { ...text, passages: insertAt(others, target, [passage]) }
}

/** Puts turns at the end of the text, or in the place of a passage that holds nothing yet. */
export function appendTurns(text: PassageText, turns: readonly Partial<Passage>[]): PassageText {
  const made = turns.map((turn) => emptyPassage(turn))
  const last = text.passages.at(-1)
  const kept =
    last && last.text.trim() === '' && last.mentions.length === 0
      ? text.passages.slice(0, -1)
      : text.passages
  return { ...text, passages: [...kept, ...made] }
}

/**
 * Puts paragraphs into a passage between two offsets: the first goes on in it, each other becomes a passage, and what
 * stood behind the place follows the last.
 */
export function pasteParagraphs(
  text: PassageText,
  key: string,
  start: number,
  end: number,
  paragraphs: readonly string[],
): PassageText {
  const index = indexOf(text, key)
  const passage = text.passages[index]
  const [first, ...others] = paragraphs
  if (!passage || first === undefined) return text
  const before = passage.text.slice(0, start)
  const after = passage.text.slice(end)
  if (others.length === 0) {
    const whole = { ...passage, text: `${before}${first}${after}` }
    return { ...text, passages: replaceAt(text.passages, index, whole) }
  }
  const made = others.map((paragraph, place) =>
    emptyPassage({
      kind: passage.kind,
      speaker: passage.speaker,
      text: place === others.length - 1 ? `${paragraph}${after}` : paragraph,
    }),
  )
  const head = { ...passage, text: `${before}${first}`, origin: null }
  return { ...text, passages: replaceAt(text.passages, index, head, ...made) }
}

/**
 * Takes one change back. Passages that the change did not touch keep what was typed into them since; those that came
 * later stay behind the passage that they followed.
 */
export function undoChange(
  before: PassageText,
  after: PassageText,
  current: PassageText,
): PassageText {
  const afterByKey = new Map(after.passages.map((passage) => [passage.key, passage]))
  const currentByKey = new Map(current.passages.map((passage) => [passage.key, passage]))
  const beforeKeys = new Set(before.passages.map((passage) => passage.key))
  let passages: readonly Passage[] = before.passages.flatMap((passage) => {
    const touched = afterByKey.get(passage.key) !== passage
    if (touched) return [passage]
    // What was taken out since stays out.
    return currentByKey.get(passage.key) ?? []
  })
  for (const [index, passage] of current.passages.entries()) {
    if (beforeKeys.has(passage.key) || afterByKey.has(passage.key)) continue
    const previous = current.passages.slice(0, index).findLast((other) => passages.includes(other))
    const place = previous ? passages.indexOf(previous) + 1 : 0
    passages = insertAt(passages, place, [passage])
  }
  return {
    passages,
    translations: current.translations.map((translation) => {
      const was = before.translations.find((other) => other.language === translation.language)
      const became = after.translations.find((other) => other.language === translation.language)
      if (!was || was === became) return translation
      return was.passages.reduce((result, { key, text }) => {
        const changed = !became || textIn(became, key) !== text
        return changed ? withTranslatedText(result, key, text) : result
      }, translation)
    }),
  }
}

/** A passage's text in a translation, or empty. */
export function textIn(translation: Translation, key: string): string {
  return translation.passages.find((passage) => passage.key === key)?.text ?? ''
}

/** The translation with this text for a passage; an empty text is not kept. */
export function withTranslatedText(
  translation: Translation,
  key: string,
  text: string,
): Translation {
  const index = translation.passages.findIndex((passage) => passage.key === key)
  if (text === '') return index === -1 ? translation : withoutPassage(translation, key)
  const passages =
    index === -1
      ? [...translation.passages, { key, text }]
      : translation.passages.with(index, { key, text })
  return { ...translation, passages }
}

function withoutPassage(translation: Translation, key: string): Translation {
  if (!translation.passages.some((passage) => passage.key === key)) return translation
  return {
    ...translation,
    passages: translation.passages.filter((passage) => passage.key !== key),
  }
}

function indexOf(text: PassageText, key: string): number {
  return text.passages.findIndex((passage) => passage.key === key)
}

function replaceAt(passages: readonly Passage[], index: number, ...made: Passage[]): Passage[] {
  return [...passages.slice(0, index), ...made, ...passages.slice(index + 1)]
}

function insertAt(passages: readonly Passage[], index: number, made: readonly Passage[]) {
  return [...passages.slice(0, index), ...made, ...passages.slice(index)]
}

/** A part that ends in the middle of a sentence goes on in the same line. */
function joinTexts(first: string, second: string): string {
  const [start, end] = [first.trimEnd(), second.trimStart()]
  if (start === '' || end === '') return start + end
  return /[.!?؟…:»”"')\]]$/.test(start) ? `${start}\n${end}` : `${start} ${end}`
}

/** The part of the source that a part of the passage came from, where offsets still tell; else the page or line. */
function originFrom(passage: Passage, start: number, end: number): Passage['origin'] {
  const { origin, text } = passage
  if (!origin) return null
  if (origin.end - origin.start !== text.length) return hasPlace(origin) ? origin : null
  return { ...origin, start: origin.start + start, end: origin.start + end }
}

function hasPlace({ page, paragraph, line }: NonNullable<Passage['origin']>): boolean {
  return page !== undefined || paragraph !== undefined || line !== undefined
}

function uniqueMentions(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return mentions.filter(({ authorityId, role }) => {
    const name = `${authorityId} ${role}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}
