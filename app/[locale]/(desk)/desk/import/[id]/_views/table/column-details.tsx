import { useTranslations } from 'next-intl'
import { Select, TextField } from '#app/_components/field.tsx'
import { fieldNamed } from '#lib/importing/tables/fields.ts'
import type { MappedColumn } from '#lib/importing/tables/mapping.ts'
import {
  CALENDARS,
  COMMON_LANGUAGES,
  CONSENT_PURPOSES,
  MENTION_ROLES,
} from '#lib/statements/vocabularies.ts'
import styles from './table.module.css'

/** What a column is for where its field alone does not say it: a language, a purpose, a role, a calendar, a separator. */
export function ColumnDetails({
  mapped,
  onChange,
}: {
  mapped: MappedColumn
  onChange: (part: Partial<MappedColumn>) => void
}) {
  const t = useTranslations('import-table.mapping')
  const words = useTranslations('vocabulary')
  const { column } = mapped
  const field = fieldNamed(mapped.field)
  const isDate = field.kind === 'stated-date' || field.kind === 'day'
  const choices = <T extends string>(
    codes: readonly T[],
    list: 'commonLanguages' | 'consentPurposes' | 'mentionRoles' | 'calendars',
  ) => codes.map((code) => ({ value: code, label: words(`${list}.${code}` as never) }))
  return (
    <div className={styles.details}>
      {field.of === 'language' && (
        <Select
          label={t('languageOf', { column })}
          value={mapped.language ?? ''}
          placeholder={t('languageAuto')}
          options={withChosen(choices(COMMON_LANGUAGES, 'commonLanguages'), mapped.language)}
          onChange={({ target }) => onChange({ language: target.value || undefined })}
        />
      )}
      {field.of === 'purpose' && (
        <Select
          label={t('purposeOf', { column })}
          value={mapped.purpose ?? ''}
          placeholder={t('choosePurpose')}
          options={choices(CONSENT_PURPOSES, 'consentPurposes')}
          onChange={({ target }) =>
            onChange({ purpose: (target.value || undefined) as MappedColumn['purpose'] })
          }
        />
      )}
      {field.of === 'role' && (
        <Select
          label={t('roleOf', { column })}
          value={mapped.role ?? 'other'}
          options={choices(MENTION_ROLES, 'mentionRoles')}
          onChange={({ target }) => onChange({ role: target.value as MappedColumn['role'] })}
        />
      )}
      {isDate && (
        <Select
          label={t('calendarOf', { column })}
          value={mapped.calendar ?? ''}
          placeholder={t('calendarAuto')}
          options={choices(CALENDARS, 'calendars')}
          onChange={({ target }) =>
            onChange({ calendar: (target.value || undefined) as MappedColumn['calendar'] })
          }
        />
      )}
      {field.many && (
        <TextField
          label={t('separatorOf', { column })}
          help={t('separatorHelp')}
          value={mapped.separator ?? ''}
          maxLength={10}
          onChange={({ target }) => onChange({ separator: target.value || undefined })}
        />
      )}
      {mapped.values !== undefined && (
        <p className={styles.aside}>{t('values', { count: Object.keys(mapped.values).length })}</p>
      )}
    </div>
  )
}

/** A language that is chosen by its tag alone stays among the choices. */
function withChosen(options: { value: string; label: string }[], chosen: string | undefined) {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options
  return [...options, { value: chosen, label: chosen }]
}
