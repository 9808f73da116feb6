import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import type { PresentedDecision, StatementWork } from '#lib/statements/work.ts'
import styles from './sealed-work.module.css'

const TONES: Record<PresentedDecision['kind'], BadgeTone> = {
  approval: 'success',
  changes_requested: 'warning',
  rejection: 'danger',
}

/** What was decided and remarked, in order. */
export function WorkHistory({ work }: { work: StatementWork }) {
  const t = useTranslations('desk')
  const numbers = new Map(
    work.content.text.passages.map((passage, place) => [passage.key, place + 1]),
  )
  return (
    <>
      <section aria-labelledby="history">
        <h2 id="history">{t('view.history')}</h2>
        {work.decisions.length === 0 && <p>{t('view.noHistory')}</p>}
        <ol className={styles.history}>
          {work.decisions.map((decision) => (
            <li key={decision.id}>
              <p className="cluster">
                <Badge tone={TONES[decision.kind]}>{t(`view.decision.${decision.kind}`)}</Badge>
                <span>{t('view.onRevision', { number: decision.revision })}</span>
                <span>
                  <Bidi>{decision.by.name}</Bidi> · <DateTime at={decision.at} withTime />
                </span>
              </p>
              <p className={styles.words} dir="auto">
                {decision.comment}
              </p>
            </li>
          ))}
        </ol>
      </section>
      {work.comments.length > 0 && (
        <section aria-labelledby="comments">
          <h2 id="comments">{t('view.comments')}</h2>
          <ol className={styles.history}>
            {work.comments.map((comment) => {
              const number = comment.passageKey ? numbers.get(comment.passageKey) : undefined
              return (
                <li key={comment.id}>
                  <p className="cluster">
                    <Badge tone={comment.kind === 'change_request' ? 'warning' : 'info'}>
                      {t(
                        comment.kind === 'change_request'
                          ? 'editor.requests.request'
                          : 'editor.requests.comment',
                      )}
                    </Badge>
                    <span>
                      {number === undefined
                        ? t(
                            comment.passageKey
                              ? 'editor.requests.onRemoved'
                              : 'editor.requests.onWhole',
                          )
                        : t('editor.requests.onPassage', { number })}
                    </span>
                    <span>
                      <Bidi>{comment.by}</Bidi> · <DateTime at={comment.at} withTime />
                    </span>
                    {comment.resolved && (
                      <Badge tone="success">
                        {t('editor.requests.resolved', { name: comment.resolved.by })}
                      </Badge>
                    )}
                  </p>
                  <p className={styles.words} dir="auto">
                    {comment.text}
                  </p>
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </>
  )
}
