'use client'

import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { passageId } from '../steps.ts'

/** Which passage is being worked on: its tools are drawn, and no other's. */
export class ActivePassage {
  key: string | null = null
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  choose(key: string | null): void {
    if (key === this.key) return
    this.key = key
    for (const listener of [...this.#listeners]) listener()
  }
}

export const ActivePassageContext = createContext<ActivePassage | null>(null)

export function useActivePassage(): ActivePassage {
  const active = use(ActivePassageContext)
  if (!active) throw new Error('used outside the list of passages')
  return active
}

export function useIsActive(key: string): boolean {
  const active = useActivePassage()
  const read = useCallback(() => active.key === key, [active, key])
  return useSyncExternalStore(active.subscribe, read, () => false)
}

/** Makes a change and then puts the cursor into a passage, at an offset of its text. */
export function changeAndFocus(
  change: () => void,
  key: () => string | undefined,
  offset = 0,
): void {
  flushSync(change)
  const target = key()
  if (target) focusPassage(target, offset)
}

export function focusPassage(key: string, offset?: number): void {
  const area = document.getElementById(passageId(key))
  if (!(area instanceof HTMLTextAreaElement)) return
  area.focus()
  if (offset !== undefined) area.setSelectionRange(offset, offset)
  area.scrollIntoView({ block: 'nearest' })
}
