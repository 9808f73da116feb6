'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { openRevisionAction, recallAction } from '../../actions.ts'
import styles from './sealed-work.module.css'

/** What the owner can do with a statement that is sealed. */
export function SealedActions({
  reference,
  mayRecall,
  mayOpen,
}: {
  reference: string
  mayRecall: boolean
  mayOpen: boolean
}) {
  const t = useTranslations('desk.view')
  const [recalled, recall] = useActionState(recallAction, null)
  const [opened, open] = useActionState(openRevisionAction, null)
  if (!mayRecall && !mayOpen) return null
  return (
    <div className={styles.actions}>
      {mayRecall && (
        <form action={recall}>
          <input type="hidden" name="reference" value={reference} />
          <FormError error={recalled && !recalled.ok ? recalled.error : null} />
          <ConfirmAction label={t('recall')} explanation={t('recallText')}>
            <SubmitButton>{t('recall')}</SubmitButton>
          </ConfirmAction>
        </form>
      )}
      {mayOpen && (
        <form action={open}>
          <input type="hidden" name="reference" value={reference} />
          <FormError error={opened && !opened.ok ? opened.error : null} />
          <ConfirmAction label={t('open')} explanation={t('openText')}>
            <SubmitButton>{t('open')}</SubmitButton>
          </ConfirmAction>
        </form>
      )}
    </div>
  )
}
