'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { startImportsAction } from './actions.ts'

/** Begins all imports that wait for their preview to be looked at, after asking once more. */
export function StartAllForm({ seen }: { seen: readonly { importId: string; version: number }[] }) {
  const t = useTranslations('import.all')
  const [state, action] = useActionState(startImportsAction, null)
  return (
    <form action={action}>
      {seen.map(({ importId, version }, index) => (
        <span key={importId}>
          <input type="hidden" name={`seen.${index}.importId`} value={importId} />
          <input type="hidden" name={`seen.${index}.version`} value={version} />
        </span>
      ))}
      <FormError error={state?.ok === false ? state.error : null} />
      {state?.ok && <Notice tone="success" live title={t('begun', { count: state.data.begun })} />}
      {seen.length > 1 && (
        <ConfirmAction label={t('label', { count: seen.length })} explanation={t('explanation')}>
          <SubmitButton>{t('confirm', { count: seen.length })}</SubmitButton>
        </ConfirmAction>
      )}
    </form>
  )
}
