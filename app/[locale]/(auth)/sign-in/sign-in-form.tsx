'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import styles from '../auth.module.css'
import { PasswordField } from '../password-field.tsx'
import { signInAction } from './actions.ts'

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth')
  const [state, action] = useActionState(signInAction, null)
  const error = state?.ok === false ? state.error : null
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={['email', 'password']} />
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        required
        defaultValue={error?.values.email}
        error={error?.fields.email}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        error={error?.fields.password}
      />
      <div>
        <SubmitButton>{t('signIn.submit')}</SubmitButton>
      </div>
    </form>
  )
}
