import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import type { TablePlace } from '#lib/importing/tables/mapping.ts'
import type { TableView } from '#lib/importing/tables/view.ts'
import styles from './table.module.css'

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/** How the table was read: which sheet, by which delimiter, with the heads in which row; to be changed where it is wrong. */
export function TablePlaceForm({
  facts,
  busy,
  onChange,
}: {
  facts: TableView['facts']
  busy: boolean
  onChange: (place: TablePlace) => void
}) {
  const t = useTranslations('import-table')
  const { format, sheet = '', sheets, delimiter, headRow = 1 } = facts
  const delimiterName = DELIMITERS[delimiter as keyof typeof DELIMITERS] ?? 'comma'
  const values = { sheet, row: headRow, delimiter: t(`delimiters.${delimiterName}`) }
  return (
    <>
      <p>{t(`facts.read_${format}`, values)}</p>
      {(format === 'csv' || format === 'xlsx') && (
        <details className={styles.place}>
          <summary>{t('place.legend')}</summary>
          <form
            className={styles.placeForm}
            onSubmit={(event) => {
              event.preventDefault()
              onChange(readPlace(new FormData(event.currentTarget)))
            }}
          >
            {sheets !== undefined && (
              <Select
                label={t('place.sheet')}
                name="sheet"
                defaultValue={sheet}
                options={sheets.map((name) => ({ value: name, label: name }))}
              />
            )}
            {delimiter !== undefined && (
              <Select
                label={t('place.delimiter')}
                name="delimiter"
                defaultValue={delimiter}
                options={Object.entries(DELIMITERS).map(([value, name]) => ({
                  value,
                  label: t(`delimiters.${name}`),
                }))}
              />
            )}
            <TextField
              label={t('place.headRow')}
              name="headRow"
              type="number"
              dir="ltr"
              min={1}
              max={1000}
              defaultValue={headRow}
            />
            <Button type="submit" aria-disabled={busy || undefined}>
              {t('place.read')}
            </Button>
          </form>
        </details>
      )}
    </>
  )
}

function readPlace(form: FormData): TablePlace {
  const [sheet, delimiter] = [form.get('sheet'), form.get('delimiter')]
  const headRow = Number(form.get('headRow'))
  return {
    ...(sheet === null ? {} : { sheet: String(sheet) }),
    ...(delimiter === null ? {} : { delimiter: delimiter as TablePlace['delimiter'] }),
    ...(Number.isInteger(headRow) && headRow >= 1 ? { headRow } : {}),
  }
}
