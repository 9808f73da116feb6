'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useId } from 'react'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { Select } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import type { ActionResult } from '#app/_server/action.ts'
import type { Role } from '#lib/viewer.ts'
import styles from '../../admin.module.css'
import { SecretLink } from '../../secret-link.tsx'
import {
  changeRoleAction,
  handOverAction,
  issueResetAction,
  restorePersonAction,
  suspendPersonAction,
} from '../actions.ts'
import { RoleChoice } from '../role-choice.tsx'

const errorOf = (state: ActionResult<unknown> | null) => (state?.ok === false ? state.error : null)

function Act({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section className={styles.act} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <p>{help}</p>
      {children}
    </section>
  )
}

export function RoleForm({ id, role }: { id: string; role: Role }) {
  const t = useTranslations('people')
  const [state, action] = useActionState(changeRoleAction, null)
  return (
    <Act title={t('changeRole.title')} help={t('changeRole.help')}>
      <form action={action}>
        <FormError error={errorOf(state)} shownFields={['role']} />
        {state?.ok && <Notice tone="success" live title={t('changeRole.done')} />}
        <input type="hidden" name="id" value={id} />
        <RoleChoice chosen={role} error={errorOf(state)?.fields.role} />
        <SubmitButton variant="secondary">{t('changeRole.submit')}</SubmitButton>
      </form>
    </Act>
  )
}

export function HandOverForm({
  id,
  ownedStatements,
  recipients,
}: {
  id: string
  ownedStatements: number
  recipients: { id: string; name: string }[]
}) {
  const t = useTranslations('people.handOver')
  const [state, action] = useActionState(handOverAction, null)
  const error = errorOf(state)
  return (
    <Act title={t('title')} help={t('help', { count: ownedStatements })}>
      <form action={action} noValidate>
        <FormError error={error} shownFields={['recipient']} />
        <input type="hidden" name="id" value={id} />
        <Select
          label={t('recipient')}
          name="recipient"
          required
          placeholder={t('choose')}
          options={recipients.map((person) => ({ value: person.id, label: person.name }))}
          error={error?.fields.recipient}
        />
        <SubmitButton variant="secondary">{t('submit', { count: ownedStatements })}</SubmitButton>
      </form>
    </Act>
  )
}

export function ResetForm({ id }: { id: string }) {
  const t = useTranslations('people.reset')
  const [state, action] = useActionState(issueResetAction, null)
  return (
    <Act title={t('title')} help={t('help')}>
      <form action={action}>
        <FormError error={errorOf(state)} />
        {state?.ok && <SecretLink title={t('done')} url={state.data.url} />}
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </form>
    </Act>
  )
}

export function SuspendForm({ id }: { id: string }) {
  const t = useTranslations('people.suspend')
  const [state, action] = useActionState(suspendPersonAction, null)
  return (
    <Act title={t('title')} help={t('help')}>
      <form action={action}>
        <FormError error={errorOf(state)} />
        <input type="hidden" name="id" value={id} />
        <ConfirmAction label={t('open')} danger explanation={t('explanation')}>
          <div>
            <SubmitButton variant="danger">{t('submit')}</SubmitButton>
          </div>
        </ConfirmAction>
      </form>
    </Act>
  )
}

export function RestoreForm({ id }: { id: string }) {
  const t = useTranslations('people.restore')
  const [state, action] = useActionState(restorePersonAction, null)
  return (
    <Act title={t('title')} help={t('help')}>
      <form action={action}>
        <FormError error={errorOf(state)} />
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </form>
    </Act>
  )
}
