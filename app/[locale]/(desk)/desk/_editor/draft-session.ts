import { Assessor } from './assessor.ts'
import { Autosave } from './autosave.ts'
import type { DraftDocument } from './draft-document.ts'
import { DraftStore } from './draft-store.ts'
import { browserStorage, forgetDraft, keepDraft } from './local-drafts.ts'

/** What a page hands to the editor. */
export interface DraftSeed {
  userId: string
  reference: string
  revision: number
  version: number
  /** ISO 8601, UTC. */
  savedAt: string
  locale: string
  document: DraftDocument
}

/** A draft that is open in this tab. */
export interface DraftSession {
  seed: DraftSeed
  store: DraftStore
  autosave: Autosave
  assessor: Assessor
}

/**
 * Drafts open in this tab, by person, reference and revision. One outlives its page until it is saved: following a
 * link loses nothing, and coming back by the browser's history meets the newest text and not the page of before.
 */
const open = new Map<string, DraftSession>()

export function openSession(seed: DraftSeed): DraftSession {
  if (typeof window === 'undefined') return beginSession(seed)
  const key = `${seed.userId}:${seed.reference}:${seed.revision}`
  const before = open.get(key)
  if (before && (before.autosave.hasUnsaved || before.autosave.version >= seed.version)) {
    return before
  }
  const session = beginSession(seed)
  open.set(key, session)
  return session
}

/** Ends all sessions at sign-out: nothing more is saved or kept. */
export function closeSessions(): void {
  for (const { autosave } of open.values()) autosave.stop()
  open.clear()
}

/** Stops saving a draft that is about to be deleted, or goes on where that failed. */
export function holdSessions(reference: string, held: boolean): void {
  for (const { seed, autosave } of open.values()) {
    if (seed.reference !== reference) continue
    if (!held) autosave.resume()
    else {
      autosave.stop()
      forgetDraft(browserStorage(), seed.userId, reference)
    }
  }
}

function beginSession(seed: DraftSeed): DraftSession {
  const { userId, reference } = seed
  const store = new DraftStore(seed.document)
  const autosave = new Autosave({
    reference,
    version: seed.version,
    savedAt: seed.savedAt,
    locale: seed.locale,
    read: () => store.document,
    keep: (draft, version) => keepDraft(browserStorage(), userId, reference, draft, version),
    forget: () => forgetDraft(browserStorage(), userId, reference),
  })
  store.subscribe('any', () => autosave.noteChange())
  return { seed, store, autosave, assessor: new Assessor(store) }
}
