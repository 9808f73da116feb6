import { useTranslations } from 'next-intl'
import { Ltr } from '#app/_components/bidi.tsx'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { Review } from '#lib/review/queries.ts'
import { VisibilityFacts } from './consent-section.tsx'
import { DecisionForms } from './decision-forms.tsx'
import { PublishForm, WithdrawForm } from './publish-form.tsx'
import styles from './review.module.css'

/** The decisions that stand open now, and for each that this viewer may not take, why. */
export function DecideSection({
  review,
  keepAs,
  openComments,
}: {
  review: Review
  keepAs: string
  openComments: number
}) {
  const t = useTranslations('review')
  const denied = useTranslations('errors.denied')
  const { work, nameCheck } = review
  const { rulings, contentHash, reference } = work
  const isWaiting = work.state === 'submitted' || work.state === 'in_review'
  // What stands against deciding now may pass; that the viewer wrote the text does not.
  const mayEverDecide = rulings.approve !== 'fourEyes' && rulings.approve !== 'notAdmin'
  const nameHint =
    nameCheck.names === 0
      ? t('checks.noNames')
      : nameCheck.passages.length + nameCheck.parts.length > 0
        ? t('checks.nameFound')
        : t('checks.nameNotFound', { count: nameCheck.names })
  return (
    <div className="stack">
      {!isWaiting && work.state !== 'approved' && <p>{t(`decide.${work.state}` as never)}</p>}
      {isWaiting && contentHash && (
        <>
          {openComments > 0 && (
            <Notice tone="warning">{t('decide.openComments', { count: openComments })}</Notice>
          )}
          {mayEverDecide ? (
            <>
              <p className={styles.aside}>
                {t('decide.hash')}{' '}
                <span className={styles.hash}>
                  <Ltr>{contentHash}</Ltr>
                </span>
              </p>
              <DecisionForms
                reference={reference}
                contentHash={contentHash}
                keepAs={keepAs}
                denial={rulings.approve ? denied(denialOf(work.rulings)) : null}
                hints={{
                  realNameAbsent: nameHint,
                  withheldNameSearched: nameHint,
                }}
              />
            </>
          ) : (
            <Notice tone="warning" title={t('decide.notYou')}>
              <p>{denied(rulings.approve ?? 'fourEyes')}</p>
            </Notice>
          )}
        </>
      )}
      {work.state === 'approved' && <PublishPart review={review} />}
      {rulings.withdraw === null && (
        <ConfirmAction danger label={t('withdraw.title')} explanation={t('withdraw.explanation')}>
          <WithdrawForm reference={reference} keepAs={keepAs} />
        </ConfirmAction>
      )}
    </div>
  )
}

/** Not claimed by anybody: the way to decide is to claim it, or why one cannot. */
function denialOf(rulings: Review['work']['rulings']) {
  if (rulings.claim === null) return 'notClaimedByYou'
  return rulings.claim === 'wrongState' ? (rulings.approve ?? 'wrongState') : rulings.claim
}

function PublishPart({ review }: { review: Review }) {
  const t = useTranslations('review.publish')
  const denied = useTranslations('errors.denied')
  const { work } = review
  if (work.publishedRevision === work.revision) {
    return <p>{work.publication === 'published' ? t('isPublished') : t('wasWithdrawn')}</p>
  }
  return (
    <div className={styles.panel}>
      <h3>{t('title')}</h3>
      <p>{t('explanation')}</p>
      <h4>{t('readers')}</h4>
      <VisibilityFacts visibility={work.wouldBe} />
      <p>
        <Link href={`/review/${work.reference}/preview`}>{t('see')}</Link>
      </p>
      {work.rulings.publish === null && work.contentHash ? (
        <PublishForm
          reference={work.reference}
          contentHash={work.contentHash}
          earlier={review.earlier}
        />
      ) : (
        <p className={styles.why}>{denied(work.rulings.publish ?? 'wrongState')}</p>
      )}
    </div>
  )
}
