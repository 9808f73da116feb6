import { LOCAL_DRAFT_PREFIX } from '#app/_components/local-drafts.ts'
import type { DraftDocument } from './draft-document.ts'

/**
 * What could not be saved, kept in this browser for one person. The witness's identity is left out: outside the
 * vault it would lie here unsealed.
 */
export interface KeptDraft {
  /** The version that the text was made from. */
  version: number
  /** ISO 8601, UTC. */
  keptAt: string
  content: DraftDocument['content']
  consents: DraftDocument['consents']
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function keyOf(userId: string, reference: string): string {
  return `${LOCAL_DRAFT_PREFIX}${userId}:${reference}`
}

/** Keeps a draft; returns whether the browser had room for it. */
export function keepDraft(
  storage: Keep | null,
  userId: string,
  reference: string,
  draft: DraftDocument,
  version: number,
): boolean {
  if (!storage) return false
  const kept: KeptDraft = {
    version,
    keptAt: new Date().toISOString(),
    content: draft.content,
    consents: draft.consents,
  }
  try {
    storage.setItem(keyOf(userId, reference), JSON.stringify(kept))
    return true
  } catch {
    // Full, or closed to pages: the caller tells the person that nothing is kept.
    return false
  }
}

/** What was kept of a draft for this person, or null; what cannot be read is left alone. */
export function readKeptDraft(
  storage: Keep | null,
  userId: string,
  reference: string,
): KeptDraft | null {
  const text = storage?.getItem(keyOf(userId, reference))
  if (!text) return null
  try {
    return JSON.parse(text) as KeptDraft
  } catch {
    return null
  }
}

export function forgetDraft(storage: Keep | null, userId: string, reference: string): void {
  storage?.removeItem(keyOf(userId, reference))
}

/** This browser's store, or null where pages may not use it. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
