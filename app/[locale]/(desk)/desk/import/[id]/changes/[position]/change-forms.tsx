'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { leaveChangeAction, takeChangeAction } from './actions.ts'

interface Place {
  importId: string
  /** Of the record in its file, from 0. */
  position: number
}

/** What differs (`children`, with a box for each part) and the button that takes what is chosen of it. */
export function TakeForm({
  importId,
  position,
  seen,
  canTake,
  children,
}: Place & {
  /** What the change was compared with. */
  seen: { revision: number; version: number }
  canTake: boolean
  children: ReactNode
}) {
  const t = useTranslations('import.change')
  const [state, action] = useActionState(takeChangeAction, null)
  return (
    <form action={action} className="stack">
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="position" value={position} />
      <input type="hidden" name="seen.revision" value={seen.revision} />
      <input type="hidden" name="seen.version" value={seen.version} />
      {children}
      <FormError error={state?.ok === false ? state.error : null} />
      {canTake && (
        <div>
          <SubmitButton>{t('take')}</SubmitButton>
        </div>
      )}
    </form>
  )
}

export function LeaveForm({ importId, position }: Place) {
  const t = useTranslations('import.change')
  const [state, action] = useActionState(leaveChangeAction, null)
  return (
    <form action={action}>
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="position" value={position} />
      <FormError error={state?.ok === false ? state.error : null} />
      <SubmitButton variant="secondary">{t('leave')}</SubmitButton>
    </form>
  )
}
