'use client'

import { useTranslations } from 'next-intl'
import type { PresentedComment } from '#lib/statements/work.ts'
import { CommentItem } from '../comments/comment-item.tsx'
import styles from './passages.module.css'

/** What reviewers say of a passage, at the passage. */
export function PassageComments({
  comments,
  number,
}: {
  comments: readonly PresentedComment[]
  number: number
}) {
  const t = useTranslations('passages')
  return (
    <section
      className={styles.comments}
      aria-label={t('comments', { count: comments.length, number })}
    >
      {comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
    </section>
  )
}
