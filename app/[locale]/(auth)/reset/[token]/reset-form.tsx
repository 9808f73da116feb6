'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import styles from '../../auth.module.css'
import { PasswordField } from '../../password-field.tsx'
import { resetPasswordAction } from './actions.ts'

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth')
  const [state, action] = useActionState(resetPasswordAction, null)
  const error = state?.ok === false ? state.error : null
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={['password']} />
      <input type="hidden" name="token" value={token} />
      <TextField
        label={t('email')}
        type="email"
        dir="ltr"
        autoComplete="username"
        readOnly
        defaultValue={email}
      />
      <PasswordField
        label={t('newPassword')}
        help={t('passwordHelp')}
        name="password"
        autoComplete="new-password"
        required
        error={error?.fields.password}
      />
      <div>
        <SubmitButton>{t('reset.submit')}</SubmitButton>
      </div>
    </form>
  )
}
