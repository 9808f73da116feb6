'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextArea, TextField } from '#app/_components/field.tsx'
import { commentAction } from './actions.ts'
import { FormFrame, failureOf, typedValue } from './form-frame.tsx'
import styles from './review.module.css'

/** A comment on the whole or, with its number, on a passage. */
export function CommentForm({
  reference,
  keepAs,
  passage,
}: {
  reference: string
  keepAs: string
  /** The passage whose "comment" link led here. */
  passage: string
}) {
  const t = useTranslations('review.comments')
  const [state, send, isPending] = useActionState(commentAction, null)
  const error = failureOf(state)
  return (
    <FormFrame
      keepAs={`${keepAs}:comment`}
      state={state}
      send={send}
      isPending={isPending}
      fields={{ reference }}
      shownFields={['text', 'passage']}
      submitLabel={t('submit')}
      submitLook={{ variant: 'secondary' }}
    >
      <div className={styles.itemRow}>
        <TextArea
          label={t('text')}
          name="text"
          rows={2}
          defaultValue={typedValue(error, 'text')}
          error={error?.fields.text}
        />
        <TextField
          key={passage}
          label={t('passage')}
          name="passage"
          type="number"
          min={1}
          inputMode="numeric"
          placeholder={t('whole')}
          defaultValue={typedValue(error, 'passage') || passage}
          error={error?.fields.passage}
        />
      </div>
    </FormFrame>
  )
}
