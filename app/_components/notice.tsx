import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

/**
 * Something the reader should know. `live` announces it when it appears after an action (`danger` interrupts, the
 * others wait). Without a title, a hidden word says of what kind it is.
 */
export function Notice({
  tone = 'info',
  title,
  live,
  id,
  children,
}: {
  tone?: 'info' | 'success' | 'warning' | 'danger'
  title?: ReactNode
  live?: boolean
  id?: string
  children?: ReactNode
}) {
  const t = useTranslations('common.notice')
  return (
    <div
      id={id}
      className={styles.notice}
      data-tone={tone}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      {title ? (
        <strong className={styles.title}>{title}</strong>
      ) : (
        <span className="visually-hidden">{t(tone)}: </span>
      )}
      {children && <div className={styles.body}>{children}</div>}
    </div>
  )
}
