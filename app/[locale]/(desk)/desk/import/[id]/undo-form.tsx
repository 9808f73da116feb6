'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { deleteUntouchedDraftsAction } from './actions.ts'

/** Takes back an import: its untouched drafts are deleted together, after asking once more. */
export function UndoForm({ importId, untouched }: { importId: string; untouched: number }) {
  const t = useTranslations('import.undo')
  const [state, action] = useActionState(deleteUntouchedDraftsAction, null)
  return (
    <form action={action}>
      <input type="hidden" name="importId" value={importId} />
      <FormError error={state?.ok === false ? state.error : null} />
      {state?.ok && <Notice tone="success" live title={t('done', { count: state.data.deleted })} />}
      {untouched > 0 && (
        <ConfirmAction
          danger
          label={t('label')}
          explanation={t('explanation', { count: untouched })}
        >
          <SubmitButton variant="danger">{t('confirm', { count: untouched })}</SubmitButton>
        </ConfirmAction>
      )}
    </form>
  )
}
