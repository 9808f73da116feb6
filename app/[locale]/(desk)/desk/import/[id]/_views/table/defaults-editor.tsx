import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import { TextField } from '#app/_components/field.tsx'
import type { TableFieldName } from '#lib/importing/tables/fields.ts'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import { useFieldName } from './field-names.ts'
import { FieldSelect } from './field-select.tsx'
import styles from './table.module.css'

/** What a field says where its cell is empty or no column is for it: one source for all, one language. */
export function DefaultsEditor({
  defaults,
  onChange,
}: {
  defaults: Mapping['defaults']
  onChange: (defaults: Mapping['defaults']) => void
}) {
  const t = useTranslations('import-table.defaults')
  const nameOf = useFieldName()
  const [field, setField] = useState<TableFieldName | null>(null)
  const [value, setValue] = useState('')
  const add = () => {
    if (field === null || value.trim() === '') return
    onChange([...defaults, { field, value: value.trim() }])
    setField(null)
    setValue('')
  }
  return (
    <details>
      <summary>{t('title', { count: defaults.length })}</summary>
      <div className={styles.saved}>
        {defaults.length > 0 && (
          <ul>
            {defaults.map((preset, index) => (
              <li key={`${preset.field} ${preset.language} ${preset.purpose} ${preset.role}`}>
                {nameOf(preset.field)}: <Bidi>{preset.value}</Bidi>{' '}
                <Button
                  size="s"
                  variant="quiet"
                  onClick={() => onChange(defaults.filter((_, at) => at !== index))}
                >
                  {t('remove')}
                  <span className="visually-hidden">: {nameOf(preset.field)}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.savedRow}>
          <FieldSelect label={t('field')} none={t('choose')} value={field} onChange={setField} />
          <TextField
            label={t('value')}
            value={value}
            maxLength={500}
            onChange={({ target }) => setValue(target.value)}
          />
          <Button onClick={add} aria-disabled={field === null || undefined}>
            {t('add')}
          </Button>
        </div>
      </div>
    </details>
  )
}
