import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import type { PresentedComment } from '#lib/statements/work.ts'
import { ActForm } from './act-form.tsx'
import { resolveAction } from './actions.ts'
import styles from './review.module.css'

/** All comments and changes asked for, open ones first; each is settled alone. */
export function CommentList({
  reference,
  comments,
  passageNumbers,
  canResolve,
}: {
  reference: string
  comments: readonly PresentedComment[]
  /** The present number of each passage, by key. */
  passageNumbers: ReadonlyMap<string, number>
  canResolve: boolean
}) {
  const t = useTranslations('review.comments')
  const format = useFormatter()
  if (comments.length === 0) return <p>{t('none')}</p>
  const ordered = [
    ...comments.filter((comment) => comment.resolved === null),
    ...comments.filter((comment) => comment.resolved !== null),
  ]
  return (
    <ul className={styles.comments}>
      {ordered.map((comment) => {
        const number = comment.passageKey ? passageNumbers.get(comment.passageKey) : undefined
        return (
          <li key={comment.id} data-resolved={comment.resolved !== null}>
            <p className={styles.byline}>
              {comment.kind === 'change_request' && (
                <Badge tone={comment.resolved ? 'neutral' : 'warning'}>{t('changeRequest')}</Badge>
              )}
              <strong>
                <Bidi>{comment.by}</Bidi>
              </strong>
              <DateTime at={comment.at} withTime />
              {comment.passageKey === null ? (
                <span>{t('onWhole')}</span>
              ) : number === undefined ? (
                <span>{t('onGone')}</span>
              ) : (
                <a href={`#p${number}`}>{t('onPassage', { number: format.number(number) })}</a>
              )}
              <span>{t('revision', { number: format.number(comment.revision) })}</span>
            </p>
            <p className={styles.words} dir="auto">
              {comment.text}
            </p>
            {comment.resolved ? (
              <p className={styles.byline}>
                <Badge tone="success">{t('resolved')}</Badge>
                <Bidi>{comment.resolved.by}</Bidi>
                <DateTime at={comment.resolved.at} withTime />
              </p>
            ) : (
              canResolve && (
                <ActForm
                  action={resolveAction}
                  fields={{ reference, commentId: comment.id }}
                  variant="secondary"
                  size="s"
                >
                  {t('resolve')}
                </ActForm>
              )
            )}
          </li>
        )
      })}
    </ul>
  )
}
