'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Checkbox } from '#app/_components/choices.tsx'
import { Dialog } from '#app/_components/dialog.tsx'
import { Select, TextArea, TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Failure } from '#app/_server/failure.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import { OCCASION_KINDS, SOURCE_KINDS } from '#lib/statements/vocabularies.ts'
import { askDesk } from '../desk-api.ts'
import { useOptions } from '../fields/vocabulary.ts'
import styles from './records.module.css'

const EMPTY = {
  sources: {
    title: '',
    kind: 'press_report',
    publisher: '',
    affiliation: '',
    affiliationToConfirm: false,
    author: '',
    date: '',
    url: '',
    retrievedOn: '',
    archivedCopy: '',
    note: '',
  },
  occasions: { title: '', kind: 'interview', place: '', date: '', organisation: '', note: '' },
} as const

type RecordOf = { sources: Source; occasions: Occasion }

/** Records a source or an occasion on the spot, or changes one. */
export function SimpleRecordDialog<Type extends 'sources' | 'occasions'>({
  type,
  record,
  onSaved,
  onClose,
}: {
  type: Type
  /** The record to change; null to make a new one. */
  record: RecordOf[Type] | null
  onSaved: (record: RecordOf[Type]) => void
  onClose: () => void
}) {
  const t = useTranslations('statement-form.records')
  const common = useTranslations('common')
  const failures = useTranslations('errors')
  const locale = useLocale()
  const kinds = useOptions(
    type === 'sources' ? 'sourceKinds' : 'occasionKinds',
    type === 'sources' ? SOURCE_KINDS : OCCASION_KINDS,
  )
  const [values, setValues] = useState<Record<string, string | boolean>>(() => {
    const { id: _, version: __, ...fields } = { id: '', version: 0, ...(record ?? EMPTY[type]) }
    return fields
  })
  const [error, setError] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    const result = record
      ? await askDesk<RecordOf[Type]>('PUT', `${type}/${record.id}`, locale, {
          version: record.version,
          record: values,
        })
      : await askDesk<RecordOf[Type]>('POST', type, locale, values)
    setBusy(false)
    if (result.ok) return onSaved(result.data)
    setError(
      result.error ?? {
        code: 'unavailable',
        message: failures('unavailable'),
        fields: {},
        data: null,
      },
    )
  }

  const errorOf = (name: string) => error?.fields[name] ?? error?.fields[`record.${name}`]
  const text = (name: string, maxLength = 1_000, more: { type?: string; help?: string } = {}) => (
    <TextField
      label={t(name as never)}
      help={more.help}
      error={errorOf(name)}
      type={more.type ?? 'text'}
      {...(more.type ? { dir: 'ltr' } : {})}
      maxLength={maxLength}
      autoComplete="off"
      value={String(values[name] ?? '')}
      onChange={({ target }) => setValues({ ...values, [name]: target.value })}
    />
  )
  const names = { sources: ['newSource', 'editSource'], occasions: ['newOccasion', 'editOccasion'] }

  return (
    <Dialog
      title={t(names[type][record ? 1 : 0] as never)}
      isOpen
      wide
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabled={busy} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {record && <Notice>{t('changeNote')}</Notice>}
        <FormError error={error} shownFields={Object.keys(error?.fields ?? {})} />
        {text('title')}
        <Select
          label={t('kind')}
          options={kinds}
          value={String(values.kind)}
          onChange={({ target }) => setValues({ ...values, kind: target.value })}
        />
        {type === 'sources' ? (
          <>
            {text('publisher')}
            {text('affiliation', 1_000, { help: t('affiliationHelp') })}
            <Checkbox
              label={t('affiliationToConfirm')}
              checked={values.affiliationToConfirm === true}
              onChange={({ target }) =>
                setValues({ ...values, affiliationToConfirm: target.checked })
              }
            />
            {text('author')}
            {text('date')}
            {text('url', 1_000, { type: 'url' })}
            {text('retrievedOn', 10, { type: 'date' })}
            {text('archivedCopy')}
          </>
        ) : (
          <>
            {text('place')}
            {text('date')}
            {text('organisation')}
          </>
        )}
        <TextArea
          label={t('note')}
          optional
          rows={3}
          maxLength={10_000}
          value={String(values.note)}
          onChange={({ target }) => setValues({ ...values, note: target.value })}
        />
      </div>
    </Dialog>
  )
}
