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
import type { Authority, AuthorityName } from '#lib/authorities/model.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { askDesk } from '../desk-api.ts'
import { LanguageSelect } from '../fields/language-select.tsx'
import { useOptions } from '../fields/vocabulary.ts'
import styles from './records.module.css'

/** Records a person, place, event or organisation on the spot, or changes one. */
export function AuthorityDialog({
  kinds,
  record,
  onSaved,
  onClose,
}: {
  kinds: readonly AuthorityKind[]
  /** The record to change; null to make a new one. */
  record: Authority | null
  onSaved: (record: Authority) => void
  onClose: () => void
}) {
  const t = useTranslations('statement-form.records')
  const common = useTranslations('common')
  const locale = useLocale()
  const [kind, setKind] = useState<AuthorityKind>(record?.kind ?? kinds[0]!)
  const [names, setNames] = useState<readonly AuthorityName[]>(
    record?.names ?? [{ name: '', language: locale, preferred: true }],
  )
  const [note, setNote] = useState(record?.note ?? '')
  const [error, setError] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const kindOptions = useOptions('authorityKinds', kinds)
  const unanswered = useTranslations('errors')

  const change = (place: number, changes: Partial<AuthorityName>) =>
    setNames(names.map((name, other) => (other === place ? { ...name, ...changes } : name)))

  async function save() {
    setBusy(true)
    const body = { kind, note, names: names.filter(({ name }) => name.trim() !== '') }
    const result = record
      ? await askDesk<Authority>('PUT', `authorities/${record.id}`, locale, {
          version: record.version,
          record: body,
        })
      : await askDesk<Authority>('POST', 'authorities', locale, body)
    setBusy(false)
    if (result.ok) return onSaved(result.data)
    setError(
      result.error ?? {
        code: 'unavailable',
        message: unanswered('unavailable'),
        fields: {},
        data: null,
      },
    )
  }

  return (
    <Dialog
      title={t(record ? 'editAuthority' : 'newAuthority')}
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
        <FormError error={error} />
        {!record && kinds.length > 1 && (
          <Select
            label={t('kind')}
            options={kindOptions}
            value={kind}
            onChange={({ target }) => setKind(target.value as AuthorityKind)}
          />
        )}
        <fieldset className={styles.names}>
          <legend>{t('names')}</legend>
          <p className={styles.help}>{t('namesHelp')}</p>
          {names.map((form, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: forms of a name have no other name than their place
            <div key={place} className={styles.nameForm}>
              <TextField
                label={t('name')}
                maxLength={300}
                autoComplete="off"
                value={form.name}
                onChange={({ target }) => change(place, { name: target.value })}
              />
              <div>
                <LanguageSelect
                  label={t('nameLanguage')}
                  value={form.language}
                  onChange={(language) => language && change(place, { language })}
                />
              </div>
              <Checkbox
                label={t('preferred')}
                checked={form.preferred}
                onChange={({ target }) => change(place, { preferred: target.checked })}
              />
              {names.length > 1 && (
                <Button
                  size="s"
                  variant="quiet"
                  onClick={() => setNames(names.filter((_, other) => other !== place))}
                >
                  {t('removeName')}
                </Button>
              )}
            </div>
          ))}
          <Button
            size="s"
            onClick={() =>
              setNames([
                ...names,
                { name: '', language: locale === 'fa' ? 'en' : 'fa', preferred: true },
              ])
            }
          >
            {t('addName')}
          </Button>
        </fieldset>
        <TextArea
          label={t('note')}
          help={t('noteHelp')}
          optional
          rows={3}
          maxLength={10_000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </Dialog>
  )
}
