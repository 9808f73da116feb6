'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextArea } from '#app/_components/field.tsx'
import { rejectAction } from './actions.ts'
import type { DecisionFormProps } from './decision-form-props.ts'
import { FormFrame, failureOf, typedValue } from './form-frame.tsx'

/** Refuses the revision with a reason. */
export function RejectForm({ reference, contentHash, keepAs, denial }: DecisionFormProps) {
  const t = useTranslations('review.reject')
  const [state, send, isPending] = useActionState(rejectAction, null)
  const error = failureOf(state)
  return (
    <FormFrame
      keepAs={`${keepAs}:reject`}
      state={state}
      send={send}
      isPending={isPending}
      fields={{ reference, contentHash }}
      shownFields={['comment']}
      submitLabel={t('submit')}
      submitLook={{ variant: 'danger' }}
      denial={denial}
    >
      <TextArea
        label={t('comment')}
        help={t('commentHelp')}
        name="comment"
        defaultValue={typedValue(error, 'comment')}
        error={error?.fields.comment}
      />
    </FormFrame>
  )
}
