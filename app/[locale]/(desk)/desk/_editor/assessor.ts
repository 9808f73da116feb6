import { computeVisibility, type Visibility } from '#lib/consent/visibility.ts'
import { findProblems, type Problem } from '#lib/statements/readiness.ts'
import { countWords } from '#lib/text/passages.ts'
import type { DraftStore } from './draft-store.ts'

/** What follows from the draft as it stands. */
export interface Assessment {
  problems: readonly Problem[]
  visibility: Visibility
  words: number
}

const QUIET_MS = 500

/** Judges the draft a moment after the last change: reading a long transcript at every key would be felt. */
export class Assessor {
  current: Assessment
  readonly #store: DraftStore
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(store: DraftStore) {
    this.#store = store
    this.current = this.#assess()
    store.subscribe('any', () => {
      if (this.#timer) clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.refresh(), QUIET_MS)
    })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  refresh(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.current = this.#assess()
    for (const listener of [...this.#listeners]) listener()
  }

  #assess(): Assessment {
    const { content, consents, identity } = this.#store.document
    return {
      problems: findProblems(content, consents, identity),
      visibility: computeVisibility(content, consents),
      words: content.text.passages.reduce((sum, passage) => sum + countWords(passage.text), 0),
    }
  }
}
