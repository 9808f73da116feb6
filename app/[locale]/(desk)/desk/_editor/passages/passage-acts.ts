import type { DraftStore } from '../draft-store.ts'
import {
  insertPassage,
  mergeWithPrevious,
  movePassage,
  passageAfter,
  pasteParagraphs,
  removePassage,
  seamOf,
  splitPassage,
} from '../passage-list.ts'
import { cutPasted } from '../pasted-turns.ts'
import { changeAndFocus } from './active-passage.ts'

/** What one can do with a passage, with the cursor where one goes on. */
export function splitAt(store: DraftStore, key: string, offset: number): void {
  const place = store.placeOf(key)
  changeAndFocus(
    () => store.change('split', (text) => splitPassage(text, key, offset)),
    () => store.keys[place + 1],
  )
}

export function mergeUp(store: DraftStore, key: string): void {
  const previous = store.keys[store.placeOf(key) - 1]
  if (previous === undefined) return
  const seam = seamOf(store.passage(previous)?.text ?? '')
  changeAndFocus(
    () => store.change('merge', (text) => mergeWithPrevious(text, key)),
    () => previous,
    seam,
  )
}

export function addAfter(store: DraftStore, key: string | null): void {
  const passage = passageAfter(store.text, key)
  changeAndFocus(
    () => store.change('insert', (text) => insertPassage(text, key, passage)),
    () => passage.key,
  )
}

export function remove(store: DraftStore, key: string): void {
  const place = store.placeOf(key)
  changeAndFocus(
    () => store.change('remove', (text) => removePassage(text, key)),
    () => store.keys[Math.min(place, store.keys.length - 1)],
  )
}

export function move(store: DraftStore, key: string, places: number, offset: number): void {
  changeAndFocus(
    () => store.change('move', (text) => movePassage(text, key, places)),
    () => key,
    offset,
  )
}

/** Cuts pasted text at its paragraphs; returns false where it is one, which the browser pastes by itself. */
export function pasteAt(
  store: DraftStore,
  key: string,
  start: number,
  end: number,
  pasted: string,
): boolean {
  const paragraphs = cutPasted(pasted, 'prose').map((cut) => cut.text ?? '')
  if (paragraphs.length < 2) return false
  const last = store.placeOf(key) + paragraphs.length - 1
  changeAndFocus(
    () => store.change('paste', (text) => pasteParagraphs(text, key, start, end, paragraphs)),
    () => store.keys[last],
    paragraphs.at(-1)?.length ?? 0,
  )
  return true
}
