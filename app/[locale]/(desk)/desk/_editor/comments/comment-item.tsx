'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { Badge } from '#app/_components/badge.tsx'
import { Button } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import type { PresentedComment } from '#lib/statements/work.ts'
import { resolveCommentAction } from '../../actions.ts'
import { useDraft } from '../draft-context.tsx'
import styles from './comments.module.css'

/** One comment or change asked for, with the way to settle it. */
export function CommentItem({
  comment,
  children,
}: {
  comment: PresentedComment
  children?: React.ReactNode
}) {
  const t = useTranslations('desk.editor.requests')
  const { reference } = useDraft().session.seed
  const [state, resolve, pending] = useActionState(resolveCommentAction, null)
  return (
    <article className={styles.comment} data-kind={comment.kind}>
      <p className={styles.head}>
        <Badge tone={comment.kind === 'change_request' ? 'warning' : 'info'}>
          {t(comment.kind === 'change_request' ? 'request' : 'comment')}
        </Badge>
        <span>
          <bdi dir="auto">{comment.by}</bdi> · <DateTime at={comment.at} />
        </span>
      </p>
      <p className={styles.text} dir="auto">
        {comment.text}
      </p>
      <FormError error={state && !state.ok ? state.error : null} />
      <div className={styles.actions}>
        {children}
        <Button
          size="s"
          disabled={pending}
          onClick={() => {
            const form = new FormData()
            form.set('reference', reference)
            form.set('commentId', comment.id)
            startTransition(() => resolve(form))
          }}
        >
          {t('resolve')}
          <span className="visually-hidden">: {comment.text.slice(0, 60)}</span>
        </Button>
      </div>
    </article>
  )
}
