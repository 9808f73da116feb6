'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { useDraft } from '../draft-context.tsx'
import { passageId } from '../steps.ts'
import { CommentItem } from './comment-item.tsx'
import styles from './comments.module.css'

/** What the reviewers ask for and remark, beside the form. */
export function RequestsPanel() {
  const t = useTranslations('desk.editor.requests')
  const { comments, session, goTo } = useDraft()
  if (comments.length === 0) return null
  const open = comments.filter((comment) => !comment.resolved)
  const settled = comments.filter((comment) => comment.resolved)
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {open.length === 0 && <p className={styles.settled}>{t('none')}</p>}
      <div className={styles.list}>
        {open.map((comment) => {
          const place = comment.passageKey ? session.store.placeOf(comment.passageKey) : -1
          return (
            <CommentItem key={comment.id} comment={comment}>
              {comment.passageKey && place >= 0 ? (
                <Button
                  size="s"
                  onClick={() => goTo('text', passageId(comment.passageKey as string))}
                >
                  {t('go', { number: place + 1 })}
                </Button>
              ) : (
                <span className={styles.settled}>
                  {t(comment.passageKey ? 'onRemoved' : 'onWhole')}
                </span>
              )}
            </CommentItem>
          )
        })}
      </div>
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>{t('showResolved', { count: settled.length })}</summary>
          <ul>
            {settled.map((comment) => (
              <li key={comment.id}>
                <span dir="auto">{comment.text}</span> —{' '}
                {t('resolved', { name: comment.resolved?.by ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
