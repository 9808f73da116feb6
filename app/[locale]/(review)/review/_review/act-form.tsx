'use client'

import { type ReactNode, useActionState } from 'react'
import type { ButtonLook } from '#app/_components/button.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import type { Action } from '#app/_server/action.ts'

/** One act, one button: what it is about stands in hidden fields. */
export function ActForm<T>({
  action,
  fields,
  describedBy,
  children,
  ...look
}: {
  action: Action<T>
  fields: Readonly<Record<string, string>>
  /** Id of what tells more about the act. */
  describedBy?: string
  children: ReactNode
} & ButtonLook) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...look} aria-describedby={describedBy}>
        {children}
      </SubmitButton>
      <FormError error={state?.ok === false ? state.error : null} />
    </form>
  )
}
