'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import styles from './content-gate.module.css'

/**
 * What the reader is told before a text that may be hard to read, and the choice to open it: a native disclosure,
 * so that it works without JavaScript. A link to one passage is such a choice; where the browser does not open the
 * text for it by itself, this does.
 */
export function ContentGate({
  title,
  notes,
  open,
  close,
  children,
}: {
  title: string
  notes: ReactNode
  /** Label while the text is shut. */
  open: string
  /** Label while it is open. */
  close: string
  children: ReactNode
}) {
  const gate = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const openForTarget = () => {
      const id = window.location.hash.slice(1)
      const target = id === '' ? null : document.getElementById(id)
      if (!target || !gate.current?.contains(target) || gate.current.open) return
      gate.current.open = true
      target.scrollIntoView()
    }
    openForTarget()
    window.addEventListener('hashchange', openForTarget)
    return () => window.removeEventListener('hashchange', openForTarget)
  }, [])
  return (
    <>
      <section className={styles.notes} aria-label={title}>
        <h2 className={styles.title}>{title}</h2>
        {notes}
      </section>
      <details ref={gate} className={styles.gate}>
        <summary className={styles.summary}>
          <span className={styles.open}>{open}</span>
          <span className={styles.close}>{close}</span>
        </summary>
        {children}
      </details>
    </>
  )
}
