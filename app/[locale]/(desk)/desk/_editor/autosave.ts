import { compareDrafts } from './compare-drafts.ts'
import type { DraftDocument, OtherVersion } from './draft-document.ts'

/** Where the draft stands between this browser and the archive. */
export type SaveState =
  | { kind: 'saved'; savedAt: string }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** The server does not answer; it is asked again. `kept` tells whether the text is kept in this browser. */
  | { kind: 'away'; kept: boolean }
  | { kind: 'signed_out'; kept: boolean }
  /** Somebody saved in between. */
  | { kind: 'stale'; theirs: OtherVersion }
  /** Refused for good: no longer this person's to edit, or something in it cannot be stored. */
  | { kind: 'refused'; message: string; fields: Record<string, string>; kept: boolean }

export interface AutosaveOptions {
  reference: string
  version: number
  savedAt: string
  locale: string
  read: () => DraftDocument
  /** Keeps the draft in this browser; returns whether it could. */
  keep: (draft: DraftDocument, version: number) => boolean
  forget: () => void
  fetch?: typeof globalThis.fetch
}

/** After the last key, in milliseconds: with the way to the server well under two seconds. */
const QUIET_MS = 1_000
/** While typing goes on without a pause. */
const LONGEST_WAIT_MS = 10_000
const RETRY_MS = [2_000, 4_000, 8_000, 15_000] as const
const TIMEOUT_MS = 20_000

interface Answer {
  version: number
  savedAt: string
}

interface FailureAnswer {
  error?: { code?: string; message?: string; fields?: Record<string, string>; data?: unknown }
}

/** Saves a draft a moment after the last change, one save at a time, and keeps it here while that cannot be. */
export class Autosave {
  state: SaveState
  version: number
  /** What the archive has. */
  base: DraftDocument
  readonly #options: AutosaveOptions
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #keepTimer: ReturnType<typeof setTimeout> | null = null
  /** Sent without an answer: it may have arrived. */
  #unanswered: DraftDocument | null = null
  #changedSince: number | null = null
  #running: Promise<void> | null = null
  #failures = 0
  #stopped = false

  constructor(options: AutosaveOptions) {
    this.#options = options
    this.version = options.version
    this.base = options.read()
    this.state = { kind: 'saved', savedAt: options.savedAt }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Whether anything typed is not yet in the archive. */
  get hasUnsaved(): boolean {
    return this.state.kind !== 'saved'
  }

  /** Tells of a change of the draft. */
  noteChange(): void {
    const { kind } = this.state
    if (kind === 'stale') return
    if (kind === 'away' || kind === 'signed_out' || kind === 'refused') this.#keepSoon()
    if (kind === 'away' || kind === 'signed_out') return
    this.#changedSince ??= Date.now()
    if (kind === 'saved') this.#become({ kind: 'unsaved' })
    if (this.#running) return
    const waited = Date.now() - this.#changedSince
    this.#schedule(Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - waited)))
  }

  /** Saves now what there is to save; resolves when it is saved or has failed. */
  async flush(): Promise<void> {
    if (this.#running) await this.#running
    if (this.state.kind === 'saved' || this.state.kind === 'stale' || this.#stopped) return
    await this.#save()
  }

  /** Goes on from the other version with what was made of the two. */
  settle(version: number, theirs: DraftDocument): void {
    this.version = version
    this.base = theirs
    this.#become({ kind: 'unsaved' })
    void this.flush()
  }

  /** Keeps what is not saved, at once: the page is being left. */
  keepNow(): boolean {
    return this.hasUnsaved && this.#keep(this.#options.read())
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** Goes on after `stop`. */
  resume(): void {
    this.#stopped = false
  }

  #schedule(delay: number): void {
    if (this.#stopped) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, delay)
  }

  /** Once stopped nothing more is kept: at sign-out the browser has just been cleared of drafts. */
  #keep(draft: DraftDocument): boolean {
    return !this.#stopped && this.#options.keep(draft, this.version)
  }

  /** Writing a long draft at every key would be felt. */
  #keepSoon(): void {
    this.#keepTimer ??= setTimeout(() => {
      this.#keepTimer = null
      this.keepNow()
    }, 500)
  }

  #save(): Promise<void> {
    this.#running = this.#attempt().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #attempt(): Promise<void> {
    const draft = this.#options.read()
    // A retry shows itself only when it has come through.
    if (this.state.kind !== 'away') this.#become({ kind: 'saving' })
    this.#changedSince = null
    let response: Response
    let body: unknown
    try {
      response = await this.#send(draft)
      body = await response.json()
    } catch {
      // No answer, or none of ours: the server is away.
      this.#unanswered = draft
      this.#stayAway(draft)
      return
    }
    if (response.ok) this.#saved(draft, body as Answer)
    else this.#failed(draft, response.status, body as FailureAnswer)
  }

  #send(draft: DraftDocument): Promise<Response> {
    const send = this.#options.fetch ?? globalThis.fetch
    return send(`/api/desk/statements/${this.#options.reference}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'accept-language': this.#options.locale },
      body: JSON.stringify({ version: this.version, ...draft }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  }

  #saved(draft: DraftDocument, answer: Answer): void {
    this.version = answer.version
    this.base = draft
    this.#failures = 0
    this.#unanswered = null
    if (this.#options.read() === draft) {
      this.#options.forget()
      this.#become({ kind: 'saved', savedAt: answer.savedAt })
      return
    }
    this.#become({ kind: 'unsaved' })
    this.#changedSince = Date.now()
    this.#schedule(QUIET_MS)
  }

  #failed(draft: DraftDocument, status: number, { error }: FailureAnswer): void {
    if (status === 409 && error?.data) {
      this.#meetOtherVersion(draft, error.data as OtherVersion)
      return
    }
    if (status === 401) {
      this.#become({ kind: 'signed_out', kept: this.#keep(draft) })
      return
    }
    if (status >= 500 || status === 429 || !error) {
      this.#stayAway(draft)
      return
    }
    this.#become({
      kind: 'refused',
      message: error.message ?? '',
      fields: error.fields ?? {},
      kept: this.#keep(draft),
    })
  }

  #meetOtherVersion(draft: DraftDocument, theirs: OtherVersion): void {
    const ours = this.#unanswered
    this.#unanswered = null
    if (ours && compareDrafts(ours, theirs, null).length === 0) {
      // The save whose answer was lost: nobody else wrote.
      this.version = theirs.version
      this.base = ours
      this.#become({ kind: 'unsaved' })
      this.#schedule(0)
      return
    }
    this.#keep(draft)
    this.#become({ kind: 'stale', theirs })
  }

  #stayAway(draft: DraftDocument): void {
    const kept = this.#keep(draft)
    const delay = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]!
    this.#failures += 1
    this.#become({ kind: 'away', kept })
    this.#schedule(delay)
  }

  #become(state: SaveState): void {
    this.state = state
    for (const listener of [...this.#listeners]) listener()
  }
}
