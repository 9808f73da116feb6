import { useTranslations } from 'next-intl'
import type { Failure } from '#app/_server/failure.ts'
import styles from './field.module.css'
import { Notice } from './notice.tsx'

/** What went wrong with a whole form, with the field messages that no field on the page shows; null shows nothing. */
export function FormError({
  error,
  shownFields = [],
}: {
  error: Failure | null | undefined
  /** Dotted paths of the fields that show their own message. */
  shownFields?: readonly string[]
}) {
  const t = useTranslations('common')
  if (!error) return null
  const others = Object.entries(error.fields).filter(([path]) => !shownFields.includes(path))
  return (
    <Notice tone="danger" live title={error.message}>
      {others.length > 0 && (
        <div className={styles.summary}>
          <ul aria-label={t('errorsInForm')}>
            {others.map(([path, message]) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </Notice>
  )
}
