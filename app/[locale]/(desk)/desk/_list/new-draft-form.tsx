'use client'

import { useActionState } from 'react'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { createDraftAction } from '../actions.ts'

/** Begins a draft: by POST, so that no link and no prefetch makes one. */
export function NewDraftForm({ label }: { label: string }) {
  const [state, action] = useActionState(createDraftAction, null)
  return (
    <form action={action}>
      <FormError error={state && !state.ok ? state.error : null} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
