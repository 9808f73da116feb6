'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { TextArea, TextField } from '#app/_components/field.tsx'
import { isMissing, type Missing } from '#lib/statements/model.ts'
import { MISSING_REASONS } from '#lib/statements/vocabularies.ts'
import { useField, useRecorded } from '../draft-context.tsx'
import type { FieldPath } from '../draft-document.ts'
import styles from './fields.module.css'
import { useFieldText } from './use-field-text.ts'
import { useOptions } from './vocabulary.ts'

const SHORT = 2_000
const LONG = 20_000

/** Paths of facts in words that may be recorded as missing. */
type RecordedTextPath = Extract<
  FieldPath,
  | 'originalLocation'
  | 'knowledge.conditions'
  | 'knowledge.toldBy'
  | `taking.${string}`
  | `identity.${string}`
>

/** A fact in words, or the reason why it is missing. */
export function RecordedText({
  path,
  multiline = false,
  maxLength = multiline ? LONG : SHORT,
}: {
  path: RecordedTextPath
  multiline?: boolean
  maxLength?: number
}) {
  const [value, setValue] = useRecorded<string>(path)
  const field = useFieldText(path)
  const missing = isMissing(value)
  const Control = multiline ? TextArea : TextField
  return (
    <div className={styles.recorded}>
      <Control
        {...field}
        {...(multiline ? { rows: 3 } : { autoComplete: 'off' })}
        maxLength={maxLength}
        disabled={missing}
        value={missing ? '' : (value ?? '')}
        onChange={({ target }) => setValue(target.value === '' ? null : target.value)}
      />
      <MissingReason label={field.label} value={value} onChange={setValue} />
    </div>
  )
}

/** Why a fact is missing; "not missing" brings back what stood there before. */
export function MissingReason<T>({
  label,
  value,
  onChange,
}: {
  label: string
  value: T | Missing | null
  onChange: (value: T | Missing | null) => void
}) {
  const t = useTranslations('statement-form.missing')
  const reasons = useOptions('missingReasons', MISSING_REASONS)
  const before = useRef<T | null>(null)
  const id = useId()
  return (
    <div className={styles.missing}>
      <label htmlFor={id} className="visually-hidden">
        {t('for', { field: label })}
      </label>
      <select
        id={id}
        value={isMissing(value) ? value.missing : ''}
        data-missing={isMissing(value)}
        onChange={({ target }) => {
          if (target.value === '') return onChange(before.current)
          if (!isMissing(value)) before.current = value
          onChange({ missing: target.value as Missing['missing'] })
        }}
      >
        <option value="">{t('recorded')}</option>
        {reasons.map((reason) => (
          <option key={reason.value} value={reason.value}>
            {t('option', { reason: reason.label })}
          </option>
        ))}
      </select>
    </div>
  )
}

type PlainTextPath =
  | 'source.locator'
  | 'sensitivity.exposureAdvice'
  | 'access.note'
  | 'identity.contact'
  | 'identity.securityNotes'
  | 'identity.priorAccounts'
  | 'identity.exposure'

/** Words that may simply be absent. */
export function PlainText({
  path,
  multiline = false,
}: {
  path: PlainTextPath
  multiline?: boolean
}) {
  const [value, setValue] = useField(path)
  const Control = multiline ? TextArea : TextField
  return (
    <Control
      {...useFieldText(path)}
      {...(multiline ? { rows: 3 } : { autoComplete: 'off' })}
      maxLength={multiline ? LONG : SHORT}
      value={value}
      onChange={({ target }) => setValue(target.value)}
    />
  )
}

/** A day, by the browser's own control. */
export function DayField({ path }: { path: 'access.embargoUntil' }) {
  const [value, setValue] = useField(path)
  return (
    <TextField
      {...useFieldText(path)}
      type="date"
      dir="ltr"
      value={value ?? ''}
      onChange={({ target }) => setValue(target.value || null)}
    />
  )
}
