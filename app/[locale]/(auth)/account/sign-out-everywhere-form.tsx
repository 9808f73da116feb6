'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FormError } from '#app/_components/form-error.tsx'
import { beforeSignOut } from '#app/_components/sign-out-button.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { signOutEverywhereAction } from './actions.ts'

export function SignOutEverywhereForm() {
  const t = useTranslations('auth.account')
  const [state, action] = useActionState(signOutEverywhereAction, null)
  return (
    <form action={action} onSubmit={beforeSignOut}>
      <FormError error={state?.ok === false ? state.error : null} />
      <SubmitButton variant="secondary">{t('everywhereSubmit')}</SubmitButton>
    </form>
  )
}
