import type { ReactNode } from 'react'
import styles from './confirm-action.module.css'

/**
 * An act that asks once more before it is done, without JavaScript: the button opens a panel that says what will
 * happen and holds the form's own fields and submit button (`children`). Put it inside the form, or a form inside it.
 */
export function ConfirmAction({
  label,
  danger = false,
  explanation,
  children,
}: {
  label: ReactNode
  danger?: boolean
  explanation: ReactNode
  children: ReactNode
}) {
  return (
    <details className={styles.confirm}>
      <summary className={styles.summary} data-danger={danger}>
        {label}
      </summary>
      <div className={styles.body}>
        <p>{explanation}</p>
        {children}
      </div>
    </details>
  )
}
