'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { holdSessions } from '../../_editor/draft-session.ts'
import { deleteDraftAction } from '../../actions.ts'

/** Deletes a draft that was never submitted, after asking once more. */
export function DeleteDraftForm({ reference }: { reference: string }) {
  const t = useTranslations('desk.editor.delete')
  const [state, action] = useActionState(deleteDraftAction, null)
  useEffect(() => {
    if (state && !state.ok) holdSessions(reference, false)
  }, [state, reference])
  return (
    <form action={action} onSubmit={() => holdSessions(reference, true)}>
      <input type="hidden" name="reference" value={reference} />
      <FormError error={state && !state.ok ? state.error : null} />
      <ConfirmAction label={t('label')} danger explanation={t('explanation')}>
        <SubmitButton variant="danger">{t('confirm')}</SubmitButton>
      </ConfirmAction>
    </form>
  )
}
