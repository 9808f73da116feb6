'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import type { ButtonVariant } from '#app/_components/button.tsx'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import type { Action } from '#app/_server/action.ts'
import {
  discardImportAction,
  pauseImportAction,
  resumeImportAction,
  startImportAction,
  undoImportAction,
} from './actions.ts'

/** What a person does with an import, each a form of one button. */

export function StartForm({
  importId,
  version,
  created,
  changed,
  isHeld,
}: {
  importId: string
  version: number
  /** How many drafts it would make, and how many changed records it would keep to be compared. */
  created: number
  changed: number
  /** Whether something was edited that the drafts would not have. */
  isHeld: boolean
}) {
  const t = useTranslations('import.preview')
  return (
    <ActForm importId={importId} act={startImportAction}>
      <input type="hidden" name="version" value={version} />
      <SubmitButton disabled={created + changed === 0 || isHeld}>
        {created === 0 && changed > 0
          ? t('keepChanged', { count: changed })
          : t('create', { count: created })}
      </SubmitButton>
    </ActForm>
  )
}

export function PauseForm({ importId }: { importId: string }) {
  return <OneButton importId={importId} act={pauseImportAction} word="pause" variant="secondary" />
}

export function ResumeForm({ importId }: { importId: string }) {
  return <OneButton importId={importId} act={resumeImportAction} word="resume" variant="primary" />
}

export function DiscardForm({ importId }: { importId: string }) {
  const t = useTranslations('import.progress')
  return (
    <ActForm importId={importId} act={discardImportAction}>
      <ConfirmAction label={t('discard')} explanation={t('discardHelp')}>
        <SubmitButton variant="danger">{t('discardConfirm')}</SubmitButton>
      </ConfirmAction>
    </ActForm>
  )
}

/** Takes back an import: its untouched drafts are deleted together, after asking once more. */
export function UndoForm({ importId, untouched }: { importId: string; untouched: number }) {
  const t = useTranslations('import.undo')
  return (
    <ActForm importId={importId} act={undoImportAction}>
      <ConfirmAction danger label={t('label')} explanation={t('explanation', { count: untouched })}>
        <SubmitButton variant="danger">{t('confirm', { count: untouched })}</SubmitButton>
      </ConfirmAction>
    </ActForm>
  )
}

function OneButton({
  importId,
  act,
  word,
  variant,
}: {
  importId: string
  act: Action<void>
  word: 'pause' | 'resume'
  variant: ButtonVariant
}) {
  const t = useTranslations('import.progress')
  return (
    <ActForm importId={importId} act={act}>
      <SubmitButton variant={variant}>{t(word)}</SubmitButton>
    </ActForm>
  )
}

function ActForm({
  importId,
  act,
  children,
}: {
  importId: string
  act: Action<void>
  children: ReactNode
}) {
  const [state, action] = useActionState(act, null)
  return (
    <form action={action}>
      <input type="hidden" name="importId" value={importId} />
      <FormError error={state?.ok === false ? state.error : null} />
      {children}
    </form>
  )
}
