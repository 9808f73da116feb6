import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { StatementWork } from '#lib/statements/work.ts'
import { ActForm } from './act-form.tsx'
import { claimAction, releaseAction } from './actions.ts'
import { VisibilityFacts } from './consent-section.tsx'
import styles from './review.module.css'

/** Where the statement stands, in whose hands it is, and what this viewer can do next, or why not. */
export function Standing({ work }: { work: StatementWork }) {
  const t = useTranslations('review.standing')
  const denied = useTranslations('errors.denied')
  const { rulings, reference } = work
  const isWaiting = work.state === 'submitted' || work.state === 'in_review'
  return (
    <>
      <DefinitionList
        items={[
          { term: t('owner'), details: <Bidi>{work.owner.name}</Bidi> },
          {
            term: t('submitted'),
            details: work.submittedAt && <DateTime at={work.submittedAt} withTime />,
          },
          {
            term: t('claimedBy'),
            details:
              isWaiting && (work.claimedBy ? <Bidi>{work.claimedBy.name}</Bidi> : t('nobody')),
          },
          {
            term: t('approvedBy'),
            details: work.approvals.length > 0 && (
              <Names names={work.approvals.map((approval) => approval.by.name)} />
            ),
          },
          {
            term: t('hands'),
            details: work.contributors.length > 0 && (
              <Names names={work.contributors.map((person) => person.name)} />
            ),
          },
          {
            term: t('visibleNow'),
            details: work.visibility && <VisibilityFacts visibility={work.visibility} />,
          },
          {
            term: t('withdrawn'),
            details: work.withdrawal && (
              <>
                <DateTime at={work.withdrawal.at} withTime />
                <span className={styles.aside} dir="auto">
                  {work.withdrawal.reason}
                </span>
              </>
            ),
          },
        ]}
      />
      {isWaiting && (
        <div className={styles.acts}>
          {rulings.claim === null && (
            <ActForm action={claimAction} fields={{ reference }}>
              {work.approvals.length > 0 ? t('claimSecond') : t('claim')}
            </ActForm>
          )}
          {rulings.release === null && (
            <ActForm action={releaseAction} fields={{ reference }} variant="secondary">
              {rulings.approve === null ? t('release') : t('releaseOther')}
            </ActForm>
          )}
          {rulings.claim !== null && rulings.approve !== null && (
            <p className={styles.why}>{denied(rulings.claim)}</p>
          )}
        </div>
      )}
    </>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ' · '}
      <Bidi>{name}</Bidi>
    </span>
  ))
}

/** Says plainly why one approval is not enough, and who may give the second. */
export function SecondReviewNotice({ work }: { work: StatementWork }) {
  const t = useTranslations('review.second')
  const reasons = secondReviewReasons(work)
  if (!work.needsSecondReview || work.state === 'approved' || work.state === 'rejected') return null
  const first = work.approvals[0]
  const isFirstApproval = first !== undefined
  return (
    <Notice
      tone={isFirstApproval ? 'warning' : 'info'}
      title={isFirstApproval ? t('oneGivenTitle') : t('twoNeededTitle')}
    >
      <p>{t('why')}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t(`reasons.${reason}`)}</li>
        ))}
      </ul>
      <p>{first ? t.rich('whoNext', { name: () => <Bidi>{first.by.name}</Bidi> }) : t('whoTwo')}</p>
    </Notice>
  )
}

function secondReviewReasons({ content }: StatementWork) {
  const { declarations, witness } = content
  const names = ['namesAllegedPerpetrator', 'concernsMinor', 'concernsSexualViolence'] as const
  return [
    ...names.flatMap((name) => {
      if (declarations[name] === false) return []
      return [declarations[name] === null ? (`${name}Unanswered` as const) : name]
    }),
    ...(witness.displayMode === 'real_name' ? (['namedPublicly'] as const) : []),
  ]
}
