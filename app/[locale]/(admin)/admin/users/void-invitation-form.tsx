'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { voidInvitationAction } from './actions.ts'

export function VoidInvitationForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations('people')
  const [state, action] = useActionState(voidInvitationAction, null)
  return (
    <form action={action}>
      <FormError error={state?.ok === false ? state.error : null} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="danger" size="s" aria-label={t('voidOf', { email })}>
        {t('void')}
      </SubmitButton>
    </form>
  )
}
