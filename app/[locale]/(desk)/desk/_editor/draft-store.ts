import type { Localized, Passage, Translation } from '#lib/statements/model.ts'
import {
  type DraftDocument,
  type FieldPath,
  type FieldValue,
  readField,
  writeField,
} from './draft-document.ts'
import { type PassageText, undoChange, withTranslatedText } from './passage-list.ts'

/** What a listener hears of: one passage's words, the order of passages, any other field, or everything. */
export type Topic = 'any' | 'fields' | 'order' | 'undo' | `passage:${string}`

export interface UndoStep {
  /** A message key under `passages.undone.*`. */
  label: 'split' | 'merge' | 'remove' | 'move' | 'paste' | 'insert'
  before: PassageText
  after: PassageText
}

const UNDO_STEPS = 50

/**
 * The draft in this browser: an immutable document and listeners by topic. A key typed into one passage of a long
 * transcript wakes that passage and the autosave, and nothing else.
 */
export class DraftStore {
  document: DraftDocument
  #listeners = new Map<Topic, Set<() => void>>()
  #places = new Map<string, number>()
  #keys: readonly string[] | null = null
  #translated: { of: Translation; texts: Map<string, string> } | null = null
  #undo: readonly UndoStep[] = []

  constructor(document: DraftDocument) {
    this.document = document
  }

  subscribe(topic: Topic, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }

  get text(): PassageText {
    const { text, translations } = this.document.content
    return { passages: text.passages, translations }
  }

  get undoSteps(): readonly UndoStep[] {
    return this.#undo
  }

  passage(key: string): Passage | undefined {
    return this.document.content.text.passages[this.placeOf(key)]
  }

  /** The keys of the passages in their order; the same list while that stays. */
  get keys(): readonly string[] {
    this.#keys ??= this.document.content.text.passages.map((passage) => passage.key)
    return this.#keys
  }

  /** A passage's text in a translation, or empty. */
  translatedText(language: string, key: string): string {
    const translation = this.document.content.translations.find(
      (other) => other.language === language,
    )
    if (!translation) return ''
    if (this.#translated?.of !== translation) {
      const texts = new Map(translation.passages.map((passage) => [passage.key, passage.text]))
      this.#translated = { of: translation, texts }
    }
    return this.#translated.texts.get(key) ?? ''
  }

  /** A passage's place from 0, or -1. */
  placeOf(key: string): number {
    const { passages } = this.document.content.text
    const place = this.#places.get(key)
    if (place !== undefined && passages[place]?.key === key) return place
    this.#places = new Map(passages.map((passage, index) => [passage.key, index]))
    return this.#places.get(key) ?? -1
  }

  setField<P extends FieldPath>(path: P, value: FieldValue<P>): void {
    this.document = writeField(this.document, path, value)
    this.#tell('fields', 'any')
  }

  field<P extends FieldPath>(path: P): FieldValue<P> {
    return readField(this.document, path)
  }

  /** Changes one passage where it stands. */
  setPassage(key: string, changes: Partial<Omit<Passage, 'key'>>): void {
    const place = this.placeOf(key)
    const passage = this.document.content.text.passages[place]
    if (!passage) return
    const passages = this.document.content.text.passages.slice()
    passages[place] = { ...passage, ...changes }
    this.#setText(passages, this.document.content.translations)
    this.#tell(`passage:${key}`, 'any')
  }

  setTranslation(language: string, changes: Partial<Omit<Translation, 'passages'>>): void {
    this.#setTranslations((other) =>
      other.language === language ? { ...other, ...changes } : other,
    )
    this.#tell('fields', 'any')
  }

  setTranslatedText(language: string, key: string, text: string): void {
    this.#setTranslations((other) =>
      other.language === language ? withTranslatedText(other, key, text) : other,
    )
    this.#tell(`passage:${key}`, 'any')
  }

  /** A change of more than one passage, which can be undone. */
  change(label: UndoStep['label'], make: (text: PassageText) => PassageText): void {
    const before = this.text
    const after = make(before)
    if (after === before) return
    this.#undo = [...this.#undo, { label, before, after }].slice(-UNDO_STEPS)
    this.#setText([...after.passages], [...after.translations])
    this.#tellChanged(before, after)
  }

  /** Takes the last such change back. */
  undo(): UndoStep | null {
    const step = this.#undo.at(-1)
    if (!step) return null
    this.#undo = this.#undo.slice(0, -1)
    const before = this.text
    const after = undoChange(step.before, step.after, before)
    this.#setText([...after.passages], [...after.translations])
    this.#tellChanged(before, after)
    return step
  }

  /** Takes another version in the place of this one. */
  replace(document: DraftDocument): void {
    this.document = document
    this.#keys = null
    this.#undo = []
    for (const listeners of this.#listeners.values())
      for (const listener of [...listeners]) listener()
  }

  #setText(passages: Passage[], translations: Translation[]): void {
    const { content } = this.document
    this.document = {
      ...this.document,
      content: { ...content, text: { ...content.text, passages }, translations },
    }
  }

  #setTranslations(change: (translation: Translation) => Translation): void {
    const { content } = this.document
    this.#setText(content.text.passages, content.translations.map(change))
  }

  #tellChanged(before: PassageText, after: PassageText): void {
    this.#keys = null
    const old = new Map(before.passages.map((passage) => [passage.key, passage]))
    const changed = after.passages.filter((passage) => old.get(passage.key) !== passage)
    this.#tell('order', 'undo', 'fields', 'any')
    for (const { key } of changed) this.#tell(`passage:${key}`)
  }

  #tell(...topics: Topic[]): void {
    for (const topic of topics) {
      for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener()
    }
  }
}

/** The title to show for a draft in a language, or in any. */
export function titleOf(titles: Localized, language: string): string {
  const inLanguage = titles[language]?.trim()
  return inLanguage || Object.values(titles).find((title) => title?.trim()) || ''
}

/** Speakers named so far, for suggestions. */
export function speakersOf(passages: readonly Passage[]): string[] {
  return [...new Set(passages.map((passage) => passage.speaker).filter((name) => name !== ''))]
}
