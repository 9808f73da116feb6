import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { isMissing, type Recorded } from '#lib/statements/model.ts'
import styles from './reading.module.css'

/**
 * A recorded fact: its value, or why it is missing. Null, "not yet filled in", draws nothing: lists of facts leave
 * such items out by `isRecorded`.
 */
export function Fact<T>({
  fact,
  children,
}: {
  fact: Recorded<T>
  /** How a value is shown; by itself when it is text. */
  children?: (value: T) => ReactNode
}) {
  const t = useTranslations('vocabulary.missingReasons')
  if (fact === null) return null
  if (isMissing(fact)) return <span className={styles.missing}>{t(fact.missing)}</span>
  return children ? children(fact) : <Bidi>{String(fact)}</Bidi>
}

export function isRecorded(fact: unknown): boolean {
  return fact !== null && fact !== ''
}
