'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import styles from '../auth.module.css'
import { PasswordField } from '../password-field.tsx'
import { changePasswordAction } from './actions.ts'

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('auth')
  const [state, action] = useActionState(changePasswordAction, null)
  const error = state?.ok === false ? state.error : null
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={['currentPassword', 'password']} />
      {state?.ok && <Notice tone="success" live title={t('account.passwordChanged')} />}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t('account.currentPassword')}
        name="currentPassword"
        autoComplete="current-password"
        required
        error={error?.fields.currentPassword}
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
        <SubmitButton>{t('account.changePassword')}</SubmitButton>
      </div>
    </form>
  )
}
