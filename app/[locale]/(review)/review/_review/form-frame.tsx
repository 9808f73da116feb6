'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import { Button, type ButtonLook } from '#app/_components/button.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { useRouter } from '#app/_i18n/navigation.ts'
import type { ActionFailure, ActionState } from '#app/_server/action.ts'
import { useKeptForm } from './kept-form.ts'
import styles from './review.module.css'

/** What was typed into a field, as a refused form brings it back. */
export function typedValue(error: ActionFailure | null, name: string): string {
  const value = error?.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The failure of an answer, or null. */
export function failureOf<T>(state: ActionState<T>): ActionFailure | null {
  return state?.ok === false ? state.error : null
}

/** A form whose content this browser keeps until it is accepted; see `useKeptForm`. */
export function FormFrame<T>({
  keepAs,
  state,
  send,
  isPending,
  fields,
  shownFields,
  submitLabel,
  submitLook,
  denial,
  prepare,
  children,
}: {
  keepAs: string
  state: ActionState<T>
  send: (form: FormData) => void
  isPending: boolean
  fields: Readonly<Record<string, string>>
  shownFields: readonly string[]
  submitLabel: string
  submitLook?: ButtonLook
  /** Why it cannot be sent now, in words; what is typed stays. */
  denial?: string | null
  prepare?: (entries: [string, string][]) => void
  children: ReactNode
}) {
  const t = useTranslations('review.forms')
  const common = useTranslations('common')
  const router = useRouter()
  const error = failureOf(state)
  const kept = useKeptForm(keepAs, state, send, prepare)
  // The text that was read is no longer the text: show the new one around the form, which stays as it is.
  const isStale = error?.code === 'conflict'
  useEffect(() => {
    if (isStale) router.refresh()
  }, [isStale, router])
  return (
    <form
      ref={kept.ref}
      action={send}
      onInput={kept.onInput}
      onSubmit={kept.onSubmit}
      className={styles.form}
      noValidate
    >
      {kept.restored && (
        <Notice title={t('restored')} live>
          <p>
            {t('restoredText')}{' '}
            <Button size="s" variant="quiet" onClick={kept.discard}>
              {t('discard')}
            </Button>
          </p>
        </Notice>
      )}
      <FormError error={error} shownFields={shownFields} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="cluster">
        <Button
          variant="primary"
          {...submitLook}
          type="submit"
          disabled={Boolean(denial)}
          aria-disabled={isPending || undefined}
        >
          {isPending ? common('working') : submitLabel}
        </Button>
        {denial && <p className={styles.why}>{denial}</p>}
      </div>
    </form>
  )
}
