'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import styles from '../../auth.module.css'
import { PasswordField } from '../../password-field.tsx'
import { acceptInvitationAction } from './actions.ts'

/** `email` is null for the first admin, who chooses one. */
export function InvitationForm({ token, email }: { token: string; email: string | null }) {
  const t = useTranslations('auth')
  const [state, action] = useActionState(acceptInvitationAction, null)
  const error = state?.ok === false ? state.error : null
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={['name', 'email', 'password']} />
      <input type="hidden" name="token" value={token} />
      <TextField
        label={t('email')}
        help={email ? undefined : t('invitation.emailHelp')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        required={!email}
        readOnly={email !== null}
        defaultValue={email ?? error?.values.email}
        error={error?.fields.email}
      />
      <TextField
        label={t('name')}
        help={t('invitation.nameHelp')}
        name="name"
        autoComplete="name"
        required
        defaultValue={error?.values.name}
        error={error?.fields.name}
      />
      <PasswordField
        label={t('password')}
        help={t('passwordHelp')}
        name="password"
        autoComplete="new-password"
        required
        error={error?.fields.password}
      />
      <div>
        <SubmitButton>{t('invitation.submit')}</SubmitButton>
      </div>
    </form>
  )
}
