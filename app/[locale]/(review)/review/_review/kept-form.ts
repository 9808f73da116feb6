'use client'

import { type FormEvent, type RefObject, startTransition, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { BEFORE_SIGN_OUT, LOCAL_DRAFT_PREFIX } from '#app/_components/local-drafts.ts'
import type { ActionState } from '#app/_server/action.ts'

const QUIET_MS = 400

type Entries = [name: string, value: string][]

export interface KeptForm {
  ref: RefObject<HTMLFormElement | null>
  /** Whether what this browser kept was filled in. */
  restored: boolean
  /** Empties the form and forgets what was kept. */
  discard: () => void
  onInput: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/**
 * Keeps what is typed into a form in this browser until it is sent and accepted: a refusal, a crash or a closed
 * window loses nothing. `name` must be this person's and this statement's own. Without JavaScript the form is sent
 * by its action as ever, and the answer brings back what was typed.
 */
export function useKeptForm<T>(
  name: string,
  state: ActionState<T>,
  send: (form: FormData) => void,
  prepare?: (entries: Entries) => void,
): KeptForm {
  const ref = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const preparation = useRef(prepare)
  const [restored, setRestored] = useState(false)
  const key = `${LOCAL_DRAFT_PREFIX}${name}`

  useEffect(() => {
    const kept = localStorage.getItem(key)
    if (kept === null) return
    const soon = setTimeout(() => {
      const entries = JSON.parse(kept) as Entries
      // Rows that were added have to be there before they can be filled in.
      flushSync(() => preparation.current?.(entries))
      if (ref.current) fillIn(ref.current, entries)
      setRestored(true)
    })
    return () => clearTimeout(soon)
  }, [key])

  useEffect(() => {
    if (!state?.ok) return
    clearTimeout(timer.current)
    localStorage.removeItem(key)
    ref.current?.reset()
    setRestored(false)
  }, [state, key])

  useEffect(() => {
    const stop = () => clearTimeout(timer.current)
    window.addEventListener(BEFORE_SIGN_OUT, stop)
    return () => window.removeEventListener(BEFORE_SIGN_OUT, stop)
  }, [])

  return {
    ref,
    restored,
    discard: () => {
      clearTimeout(timer.current)
      localStorage.removeItem(key)
      ref.current?.reset()
      setRestored(false)
    },
    onInput: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (ref.current) localStorage.setItem(key, JSON.stringify(typedIn(ref.current)))
      }, QUIET_MS)
    },
    onSubmit: (event) => {
      // React empties a form that it has sent; this one keeps what was typed until it is accepted.
      event.preventDefault()
      const form = new FormData(event.currentTarget)
      startTransition(() => send(form))
    },
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && element.type !== 'hidden'),
  )
}

function isTickable(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)
}

function typedIn(form: HTMLFormElement): Entries {
  return controlsOf(form)
    .filter((control) => (isTickable(control) ? control.checked : control.value !== ''))
    .map((control) => [control.name, control.value])
}

function fillIn(form: HTMLFormElement, entries: Entries): void {
  for (const control of controlsOf(form)) {
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value)
    if (isTickable(control)) control.checked = values.includes(control.value)
    else if (values[0] !== undefined) control.value = values[0]
  }
}
