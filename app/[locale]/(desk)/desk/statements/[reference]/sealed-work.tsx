import { getLocale, getTranslations } from 'next-intl/server'
import { AudienceBadge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import type { StatementWork } from '#lib/statements/work.ts'
import { SealedActions } from './sealed-actions.tsx'
import styles from './sealed-work.module.css'
import { WorkHeader } from './work-header.tsx'
import { WorkHistory } from './work-history.tsx'

/** A statement that its owner does not edit now: where it stands, what was decided, what can be done. */
export async function SealedWork({ work }: { work: StatementWork }) {
  const t = await getTranslations('desk')
  const locale = await getLocale()
  const { reference } = work
  const canReview = work.rulings.claim === null || work.rulings.release === null
  return (
    <ClientMessages namespaces={['desk']}>
      <div className="page">
        <WorkHeader
          work={work}
          locale={locale}
          actions={
            <>
              <LinkButton href={`/desk/statements/${reference}/preview`}>
                {t('editor.preview')}
              </LinkButton>
              {work.publication === 'published' && (
                <LinkButton href={`/statements/${reference}`}>{t('view.read')}</LinkButton>
              )}
              {(canReview || !work.isOwner) && (
                <LinkButton href={`/review/${reference}`}>{t('view.review')}</LinkButton>
              )}
            </>
          }
        />
        <div className="stack">
          <Notice>
            {t.rich(`view.readOnly.${work.state}`, { name: () => <Bidi>{work.owner.name}</Bidi> })}
          </Notice>
          {work.withdrawal && (
            <Notice tone="danger">
              {t.rich('view.withdrawn', {
                date: () => <DateTime at={work.withdrawal?.at ?? ''} />,
                reason: () => <Bidi>{work.withdrawal?.reason}</Bidi>,
              })}
            </Notice>
          )}
          <SealedActions
            reference={reference}
            mayRecall={work.rulings.recall === null}
            mayOpen={work.rulings.open_revision === null}
          />
          <DefinitionList
            layout="columns"
            items={[
              {
                term: t('view.submittedOn'),
                details: work.submittedAt && <DateTime at={work.submittedAt} withTime />,
              },
              {
                term: t('view.reviewer'),
                details: work.claimedBy && <Bidi>{work.claimedBy.name}</Bidi>,
              },
              {
                term: t('view.publishedRevision'),
                details: work.publishedRevision && String(work.publishedRevision),
              },
              {
                term: t('list.published'),
                details: work.visibility && <AudienceBadge audience={work.visibility.audience} />,
              },
              {
                term: t('view.hash'),
                details: work.contentHash && (
                  <code className={styles.hash} dir="ltr">
                    {work.contentHash}
                  </code>
                ),
              },
            ]}
          />
          <WorkHistory work={work} />
        </div>
      </div>
    </ClientMessages>
  )
}
