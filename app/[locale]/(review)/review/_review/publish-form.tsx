'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Checkbox } from '#app/_components/choices.tsx'
import { TextArea } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { publishAction, withdrawAction } from './actions.ts'
import { FormFrame, failureOf, typedValue } from './form-frame.tsx'
import styles from './review.module.css'

/** Publishes the approved text that stands on this page. */
export function PublishForm({
  reference,
  contentHash,
  earlier,
}: {
  reference: string
  contentHash: string
  /** Whether there are earlier published revisions to close, and whether publishing closes them by itself. */
  earlier: { exist: boolean; closedByPublishing: boolean }
}) {
  const t = useTranslations('review.publish')
  const [state, send] = useActionState(publishAction, null)
  const error = failureOf(state)
  return (
    <form action={send} className={styles.form}>
      <FormError error={error} />
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="contentHash" value={contentHash} />
      {earlier.exist && earlier.closedByPublishing && <p>{t('closesEarlier')}</p>}
      {earlier.exist && !earlier.closedByPublishing && (
        <Checkbox
          label={t('retireEarlier')}
          help={t('retireEarlierHelp')}
          name="retireEarlier"
          value="yes"
          defaultChecked={typedValue(error, 'retireEarlier') === 'yes'}
        />
      )}
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </form>
  )
}

/** Takes a published statement away from every reader, with a reason that stays inside the archive. */
export function WithdrawForm({ reference, keepAs }: { reference: string; keepAs: string }) {
  const t = useTranslations('review.withdraw')
  const [state, send, isPending] = useActionState(withdrawAction, null)
  const error = failureOf(state)
  return (
    <FormFrame
      keepAs={`${keepAs}:withdraw`}
      state={state}
      send={send}
      isPending={isPending}
      fields={{ reference }}
      shownFields={['reason']}
      submitLabel={t('submit')}
      submitLook={{ variant: 'danger' }}
    >
      <TextArea
        label={t('reason')}
        help={t('reasonHelp')}
        name="reason"
        rows={3}
        defaultValue={typedValue(error, 'reason')}
        error={error?.fields.reason}
      />
    </FormFrame>
  )
}
