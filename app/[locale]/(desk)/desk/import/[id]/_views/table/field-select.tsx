import { useTranslations } from 'next-intl'
import { TABLE_FIELDS, type TableFieldName } from '#lib/importing/tables/fields.ts'
import { GROUPED_FIELDS, useFieldName } from './field-names.ts'
import styles from './table.module.css'

/** One of all fields, by group; empty for none. */
export function FieldSelect({
  label,
  none,
  value,
  onChange,
}: {
  label: string
  /** What it says while no field is chosen. */
  none: string
  value: TableFieldName | null
  onChange: (field: TableFieldName | null) => void
}) {
  const t = useTranslations('import-table')
  const nameOf = useFieldName()
  return (
    <select
      aria-label={label}
      className={styles.control}
      value={value ?? ''}
      onChange={({ target }) =>
        onChange(target.value in TABLE_FIELDS ? (target.value as TableFieldName) : null)
      }
    >
      <option value="">{none}</option>
      {GROUPED_FIELDS.map(([group, fields]) => (
        <optgroup key={group} label={t(`groups.${group}`)}>
          {fields.map((field) => (
            <option key={field} value={field}>
              {nameOf(field)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
