'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Fieldset } from '#app/_components/choices.tsx'
import { TextField } from '#app/_components/field.tsx'
import { useField } from '../draft-context.tsx'
import styles from './fields.module.css'
import { useFieldText } from './use-field-text.ts'

/** Names of the witness with their kind. */
export function OtherNamesField() {
  const [rows, setRows] = useField('identity.otherNames')
  const t = useTranslations('statement-form.fields.identity.otherNames')
  return (
    <PairList
      path="identity.otherNames"
      rows={rows.map(({ name, kind }) => [name, kind] as const)}
      onChange={(pairs) => setRows(pairs.map(([name, kind]) => ({ name, kind })))}
      labels={[t('name'), t('kind')]}
      limits={[300, 60]}
    />
  )
}

/** Other references of the same statement. */
export function IdentifiersField() {
  const [rows, setRows] = useField('otherIdentifiers')
  const t = useTranslations('statement-form.fields.otherIdentifiers')
  return (
    <PairList
      path="otherIdentifiers"
      rows={rows.map(({ type, value }) => [type, value] as const)}
      onChange={(pairs) => setRows(pairs.map(([type, value]) => ({ type, value })))}
      labels={[t('type'), t('value')]}
      limits={[60, 300]}
    />
  )
}

type Pair = readonly [string, string]

function PairList({
  path,
  rows,
  onChange,
  labels,
  limits,
}: {
  path: 'identity.otherNames' | 'otherIdentifiers'
  rows: readonly Pair[]
  onChange: (rows: Pair[]) => void
  labels: Pair
  limits: readonly [number, number]
}) {
  const t = useTranslations('statement-form.list')
  const field = useFieldText(path)
  return (
    <Fieldset {...field}>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
        <div key={place} className={styles.pair}>
          {labels.map((label, part) => (
            <TextField
              key={label}
              label={label}
              autoComplete="off"
              maxLength={limits[part]}
              value={row[part]}
              onChange={({ target }) => {
                const changed = part === 0 ? [target.value, row[1]] : [row[0], target.value]
                onChange(rows.with(place, changed as unknown as Pair))
              }}
            />
          ))}
          <Button
            variant="quiet"
            size="s"
            aria-label={t('remove', { name: row[0] || row[1] || String(place + 1) })}
            onClick={() => onChange(rows.filter((_, other) => other !== place))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button size="s" onClick={() => onChange([...rows, ['', '']])}>
          {t('add')}
        </Button>
      </div>
    </Fieldset>
  )
}
