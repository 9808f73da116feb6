import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { CHECKLIST } from '#lib/review/checklist.ts'
import type { PresentedDecision } from '#lib/statements/work.ts'
import styles from './review.module.css'

const TONES = { approval: 'success', changes_requested: 'warning', rejection: 'danger' } as const

/** Every decision on this statement, newest first, with the text that it names by hash. */
export function DecisionList({
  decisions,
  currentHash,
}: {
  decisions: readonly PresentedDecision[]
  currentHash: string | null
}) {
  const t = useTranslations('review.decisions')
  const format = useFormatter()
  if (decisions.length === 0) return <p>{t('none')}</p>
  return (
    <ol className={styles.comments} reversed>
      {decisions.toReversed().map((decision) => (
        <li key={decision.id}>
          <p className={styles.byline}>
            <Badge tone={TONES[decision.kind]}>{t(decision.kind)}</Badge>
            <strong>
              <Bidi>{decision.by.name}</Bidi>
            </strong>
            <DateTime at={decision.at} withTime />
            <span>{t('revision', { number: format.number(decision.revision) })}</span>
          </p>
          <p className={styles.words} dir="auto">
            {decision.comment}
          </p>
          <p className={styles.aside}>
            {decision.contentHash === currentHash ? t('thisText') : t('otherText')}{' '}
            <span className={styles.hash}>
              <Ltr>{decision.contentHash}</Ltr>
            </span>
          </p>
          {decision.kind === 'approval' && <ApprovalDetails decision={decision} />}
        </li>
      ))}
    </ol>
  )
}

function ApprovalDetails({ decision }: { decision: PresentedDecision }) {
  const t = useTranslations('review.decisions')
  const c = useTranslations('checklist')
  const v = useTranslations('vocabulary')
  const { grading, checklist } = decision
  return (
    <details>
      <summary>{t('details')}</summary>
      {grading && (
        <DefinitionList
          layout="columns"
          items={[
            {
              term: t('reliability'),
              details: (
                <>
                  {v(`sourceReliabilities.${grading.reliability}` as never)}
                  <span className={styles.aside} dir="auto">
                    {grading.reliabilityReason}
                  </span>
                </>
              ),
            },
            {
              term: t('credibility'),
              details: (
                <>
                  {v(`informationCredibilities.${grading.credibility}` as never)}
                  <span className={styles.aside} dir="auto">
                    {grading.credibilityReason}
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
      <DefinitionList
        layout="columns"
        items={CHECKLIST.flatMap(({ item }) => {
          const given = checklist[item]
          if (!given) return []
          return [
            {
              term: c(`items.${item}.label`),
              details: (
                <>
                  {given.answer === 'not_recorded_here'
                    ? c('notRecordedHere')
                    : c(`answers.${given.answer}` as never)}
                  {given.reason && (
                    <span className={styles.aside} dir="auto">
                      {given.reason}
                    </span>
                  )}
                </>
              ),
            },
          ]
        })}
      />
    </details>
  )
}
