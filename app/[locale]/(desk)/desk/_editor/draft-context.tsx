'use client'

import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { Authority } from '#lib/authorities/model.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import type { Consent, Passage, Recorded } from '#lib/statements/model.ts'
import type { Problem } from '#lib/statements/readiness.ts'
import type { PresentedComment } from '#lib/statements/work.ts'
import type { Assessment } from './assessor.ts'
import type { SaveState } from './autosave.ts'
import type { FieldPath, FieldValue } from './draft-document.ts'
import type { DraftSession } from './draft-session.ts'
import type { DraftStore, UndoStep } from './draft-store.ts'
import type { Step } from './steps.ts'

/** Records that the draft names, as far as this page knows them. */
export interface RecordBook {
  authorities: ReadonlyMap<string, Authority>
  sources: ReadonlyMap<string, Source>
  occasions: ReadonlyMap<string, Occasion>
  addAuthority: (record: Authority) => void
  addSource: (record: Source) => void
  addOccasion: (record: Occasion) => void
}

interface DraftContextValue {
  session: DraftSession
  comments: readonly PresentedComment[]
  /** Opens a step and puts the focus on a control in it. */
  goTo: (step: Step, elementId?: string) => void
}

const DraftContext = createContext<DraftContextValue | null>(null)
const RecordsContext = createContext<RecordBook | null>(null)
export const DraftProvider = DraftContext.Provider
export const RecordsProvider = RecordsContext.Provider

function required<T>(value: T | null): T {
  if (value === null) throw new Error('used outside the draft editor')
  return value
}

export function useDraft(): DraftContextValue {
  return required(use(DraftContext))
}

export function useStore(): DraftStore {
  return useDraft().session.store
}

export function useRecords(): RecordBook {
  return required(use(RecordsContext))
}

/** One field of the draft and the way to change it. */
export function useField<P extends FieldPath>(
  path: P,
): [FieldValue<P>, (value: FieldValue<P>) => void] {
  const store = useStore()
  const read = () => store.field(path)
  const value = useSyncExternalStore(
    useCallback((listener) => store.subscribe('fields', listener), [store]),
    read,
    read,
  )
  return [value, useCallback((next) => store.setField(path, next), [store, path])]
}

/** A field that may be recorded as missing, for components that draw any such field of one type. */
export function useRecorded<T>(path: FieldPath): [Recorded<T>, (value: Recorded<T>) => void] {
  return useField(path) as unknown as [Recorded<T>, (value: Recorded<T>) => void]
}

export function useConsents(): [readonly Consent[], (rows: readonly Consent[]) => void] {
  return useField('consents')
}

export function usePassage(key: string): Passage | undefined {
  const store = useStore()
  const read = () => store.passage(key)
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(`passage:${key}`, listener), [store, key]),
    read,
    read,
  )
}

/** The keys of the passages in their order; another list only when that changes. */
export function usePassageKeys(): readonly string[] {
  const store = useStore()
  const read = () => store.keys
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe('order', listener), [store]),
    read,
    read,
  )
}

/** A passage's text in a translation. */
export function useTranslatedText(language: string, key: string): string {
  const store = useStore()
  const read = () => store.translatedText(language, key)
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(`passage:${key}`, listener), [store, key]),
    read,
    read,
  )
}

export function useLastUndo(): UndoStep | null {
  const store = useStore()
  const read = () => store.undoSteps.at(-1) ?? null
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe('undo', listener), [store]),
    read,
    read,
  )
}

export function useAssessment(): Assessment {
  const { assessor } = useDraft().session
  const read = () => assessor.current
  return useSyncExternalStore(assessor.subscribe, read, read)
}

const NO_PROBLEMS: readonly Problem[] = []

/** What stands against this field. */
export function useProblems(path: string): readonly Problem[] {
  const found = useAssessment().problems.filter((problem) => problem.field === path)
  return found.length > 0 ? found : NO_PROBLEMS
}

export function useSaveState(): SaveState {
  const { autosave } = useDraft().session
  const read = () => autosave.state
  return useSyncExternalStore(
    useCallback((listener) => autosave.subscribe(listener), [autosave]),
    read,
    read,
  )
}
