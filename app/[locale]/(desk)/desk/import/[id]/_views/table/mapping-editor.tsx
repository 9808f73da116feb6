import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import type { TableFieldName } from '#lib/importing/tables/fields.ts'
import type { MappedColumn, Mapping } from '#lib/importing/tables/mapping.ts'
import type { TableView } from '#lib/importing/tables/view.ts'
import { ColumnDetails } from './column-details.tsx'
import { FieldSelect } from './field-select.tsx'
import styles from './table.module.css'

/** Which field each column is, with the first cells of each. */
export function MappingEditor({
  view,
  mapping,
  onChange,
}: {
  view: TableView
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) {
  const t = useTranslations('import-table.mapping')
  const byColumn = new Map(mapping.columns.map((each) => [each.column, each]))

  const replace = (column: string, mapped: MappedColumn | null) => {
    const others = mapping.columns.filter((each) => each.column !== column)
    const columns = mapped === null ? others : [...others, mapped]
    const order = new Map(view.columns.map((each, index) => [each.column, index]))
    columns.sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0))
    onChange({ ...mapping, columns })
  }
  const choose = (column: string, field: TableFieldName | null) =>
    replace(column, field === null ? null : { column, field })

  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={view.columns}
      rowKey={({ column }) => column}
      columns={[
        {
          id: 'column',
          header: t('column'),
          isRowHeader: true,
          cell: ({ column }) => <Bidi>{column}</Bidi>,
        },
        {
          id: 'examples',
          header: t('examples'),
          cell: ({ samples }) => (
            <ul className={styles.samples}>
              {samples.map((sample) => (
                <li key={sample} dir="auto">
                  {sample}
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: 'field',
          header: t('field'),
          cell: ({ column }) => (
            <FieldSelect
              label={t('fieldOf', { column })}
              none={t(view.sealed.includes(column) ? 'noneSealed' : 'none')}
              value={byColumn.get(column)?.field ?? null}
              onChange={(field) => choose(column, field)}
            />
          ),
        },
        {
          id: 'details',
          header: t('details'),
          cell: ({ column }) => {
            const mapped = byColumn.get(column)
            if (mapped === undefined) return '–'
            return (
              <ColumnDetails
                mapped={mapped}
                onChange={(part) => replace(column, { ...mapped, ...part })}
              />
            )
          },
        },
      ]}
    />
  )
}
