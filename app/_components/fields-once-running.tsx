'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './fields-once-running.module.css'

/**
 * Fields that only the page's scripts can keep: until those run nothing can be typed or chosen in them, since it would
 * stand there and be lost.
 */
export function FieldsOnceRunning({ children }: { children: ReactNode }) {
  const isRunning = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  )
  return (
    <fieldset role="none" className={styles.fields} disabled={!isRunning}>
      {children}
    </fieldset>
  )
}

const subscribeToNothing = () => () => {}
