'use client'

import { useTranslations } from 'next-intl'
import { AudienceBadge } from '#app/_components/badge.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { useAssessment } from './draft-context.tsx'
import styles from './editor.module.css'

/** Who could read the statement if it were published as it stands, and why. */
export function VisibilityNow() {
  const t = useTranslations('visibility')
  const { visibility } = useAssessment()
  return (
    <section className={styles.visibility} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>
        <AudienceBadge audience={visibility.audience} />
      </p>
      <p>
        {t(`audience.${visibility.audience}`)}
        {visibility.visibleFrom && (
          <>
            {' '}
            {t.rich('from', { date: () => <DateTime at={visibility.visibleFrom!.slice(0, 10)} /> })}
          </>
        )}
        {visibility.visibleUntil && (
          <>
            {' '}
            {t.rich('until', {
              date: () => <DateTime at={visibility.visibleUntil!.slice(0, 10)} />,
            })}
          </>
        )}
      </p>
      {visibility.reasons.length > 0 ? (
        <>
          <h3>{t('because')}</h3>
          <ul>
            {visibility.reasons.map((reason) => (
              <li key={reason}>{t(`reasons.${reason}` as never)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('asChosen')}</p>
      )}
      <p className={styles.small}>{t('computed')}</p>
    </section>
  )
}
