import { useTranslations } from 'next-intl'
import { AudienceBadge, Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { useLanguageName } from '#app/_reading/use-language-name.ts'
import type { Visibility } from '#lib/consent/visibility.ts'
import type { Consent } from '#lib/statements/model.ts'
import styles from './review.module.css'

const TONES = {
  granted: 'success',
  conditional: 'warning',
  refused: 'danger',
  withdrawn: 'danger',
  not_asked: 'neutral',
} as const

/** What the witness agreed to, purpose by purpose. */
export function ConsentTable({ consents }: { consents: readonly Consent[] }) {
  const t = useTranslations('review.consent')
  const v = useTranslations('vocabulary')
  const languageName = useLanguageName()
  if (consents.length === 0) return <p>{t('none')}</p>
  return (
    <DataTable
      caption={t('caption')}
      hideCaption
      rows={consents}
      rowKey={(row) => row.purpose}
      columns={[
        {
          id: 'purpose',
          header: t('purpose'),
          cell: (row) => v(`consentPurposes.${row.purpose}`),
        },
        {
          id: 'decision',
          header: t('decision'),
          cell: (row) => (
            <>
              <Badge tone={TONES[row.decision]}>{v(`consentDecisions.${row.decision}`)}</Badge>
              {row.basis === 'already_public' && (
                <span className={styles.aside}>{v('consentBases.already_public')}</span>
              )}
            </>
          ),
        },
        {
          id: 'conditions',
          header: t('conditions'),
          cell: (row) => (
            <>
              {row.conditions && <Bidi>{row.conditions}</Bidi>}
              {row.notBefore && (
                <span className={styles.aside}>
                  {t('notBefore')} <DateTime at={row.notBefore} />
                </span>
              )}
              {row.expiresOn && (
                <span className={styles.aside}>
                  {t('expires')} <DateTime at={row.expiresOn} />
                </span>
              )}
              {!row.conditions && !row.notBefore && !row.expiresOn && t('unconditional')}
            </>
          ),
        },
        {
          id: 'given',
          header: t('given'),
          cell: (row) => (
            <div className={styles.given}>
              {row.givenBy && <Bidi>{row.givenBy}</Bidi>}
              {row.givenOn && (
                <span className={styles.aside}>
                  <DateTime at={row.givenOn} />
                </span>
              )}
              <span className={styles.aside}>
                {[
                  row.method && v(`consentMethods.${row.method}`),
                  row.language && languageName(row.language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          ),
        },
        {
          id: 'evidence',
          header: t('evidence'),
          cell: (row) => (row.evidence ? <Bidi>{row.evidence}</Bidi> : t('noEvidence')),
        },
      ]}
    />
  )
}

/** Who could read it, from when to when, and what narrowed it. Computed; nobody types it in. */
export function VisibilityFacts({
  visibility,
}: {
  visibility: Pick<Visibility, 'audience' | 'visibleFrom' | 'visibleUntil'> & { reasons?: string[] }
}) {
  const t = useTranslations('review.visibility')
  const reasons = useTranslations('visibility.reasons')
  const { audience, visibleFrom, visibleUntil } = visibility
  return (
    <div className={styles.visibility}>
      <p className="cluster">
        <AudienceBadge audience={audience} />
        {visibleFrom && (
          <span>
            {t('from')} <DateTime at={visibleFrom} bothCalendars />
          </span>
        )}
        {visibleUntil && (
          <span>
            {t('until')} <DateTime at={visibleUntil} bothCalendars />
          </span>
        )}
      </p>
      {visibility.reasons && visibility.reasons.length > 0 && (
        <ul>
          {visibility.reasons.map((reason) => (
            <li key={reason}>{reasons(reason as never)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
