'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import styles from '../../admin.module.css'
import { SecretLink } from '../../secret-link.tsx'
import { invitePersonAction } from '../actions.ts'
import { RoleChoice } from '../role-choice.tsx'

export function InviteForm() {
  const t = useTranslations('people')
  const [state, action] = useActionState(invitePersonAction, null)
  const error = state?.ok === false ? state.error : null
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={['email', 'role']} />
      {state?.ok && <SecretLink title={t('invite.done')} url={state.data.url} />}
      <TextField
        label={t('email')}
        help={t('invite.emailHelp')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="off"
        required
        defaultValue={error?.values.email}
        error={error?.fields.email}
      />
      <RoleChoice
        chosen={error ? String(error.values.role ?? '') : 'archivist'}
        error={error?.fields.role}
      />
      <div>
        <SubmitButton>{t('invite.submit')}</SubmitButton>
      </div>
    </form>
  )
}
