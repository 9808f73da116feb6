import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import type { CellProblem } from '#lib/importing/tables/rows.ts'
import type { ShownRow, TableView } from '#lib/importing/tables/view.ts'
import { cellKey, type Pending, type PendingCell } from './changes.ts'
import { MendCell } from './mend-cell.tsx'
import styles from './table.module.css'

const ROWS_A_PAGE = 50

/** The rows with mistakes, each mistaken cell in a field of its own; Tab leads from one to the next. */
export function MendRows({
  view,
  mapping,
  pending,
  onChange,
}: {
  view: TableView
  mapping: Mapping
  pending: Pending
  onChange: (row: number, column: string, pending: PendingCell) => void
}) {
  const t = useTranslations('import-table.mend')
  const [page, setPage] = useState(0)
  const { toMend } = view
  const last = Math.max(0, Math.ceil(toMend.length / ROWS_A_PAGE) - 1)
  const from = Math.min(page, last) * ROWS_A_PAGE
  const rows = toMend.slice(from, from + ROWS_A_PAGE)
  const byColumn = new Map(mapping.columns.map((each) => [each.column, each]))
  const idColumn = mapping.columns.find(({ field }) => field === 'id')?.column

  return (
    <>
      <DataTable
        caption={t('title')}
        hideCaption
        rows={rows}
        rowKey={({ row }) => row}
        columns={[
          {
            id: 'row',
            header: t('row'),
            isRowHeader: true,
            cell: ({ row, cells }) => (
              <>
                {t('rowNumber', { row })}
                {idColumn !== undefined && cells[idColumn] && (
                  <div className={styles.recordId}>
                    <Bidi>{cells[idColumn]}</Bidi>
                  </div>
                )}
              </>
            ),
          },
          {
            id: 'mistakes',
            header: t('title'),
            cell: (shown) => (
              <div className={styles.mistakes}>
                {byCell(shown.problems).map(([column, problems]) => (
                  <MendCell
                    key={column}
                    problems={problems}
                    cell={shown.cells[column] ?? ''}
                    isCut={shown.cut.includes(column)}
                    mapped={byColumn.get(column)}
                    pending={pending.get(cellKey(shown.row, column))}
                    onChange={(written) => onChange(shown.row, column, written)}
                  />
                ))}
              </div>
            ),
          },
          { id: 'rest', header: t('rest'), cell: (shown) => <OtherCells shown={shown} /> },
        ]}
      />
      {toMend.length > ROWS_A_PAGE && (
        <div className="cluster">
          <span>{t('page', { from: from + 1, to: from + rows.length, count: toMend.length })}</span>
          {from > 0 && <Button onClick={() => setPage(page - 1)}>{t('previous')}</Button>}
          {from + rows.length < toMend.length && (
            <Button onClick={() => setPage(page + 1)}>{t('next')}</Button>
          )}
        </div>
      )}
      {view.mistakenRows > toMend.length && (
        <p className={styles.aside}>{t('more', { count: view.mistakenRows - toMend.length })}</p>
      )}
    </>
  )
}

function byCell(problems: readonly CellProblem[]): [column: string, problems: CellProblem[]][] {
  const cells = new Map<string, CellProblem[]>()
  for (const problem of problems) {
    cells.set(problem.column, [...(cells.get(problem.column) ?? []), problem])
  }
  return [...cells]
}

/** What else the row says, so that one knows which record it is. */
function OtherCells({ shown }: { shown: ShownRow }) {
  const t = useTranslations('import-table.mend')
  const mistaken = new Set(shown.problems.map(({ column }) => column))
  const others = Object.entries(shown.cells).filter(([column]) => !mistaken.has(column))
  if (others.length === 0) return '–'
  return (
    <details>
      <summary>
        {t('rest')}
        <span className="visually-hidden">, {t('rowNumber', { row: shown.row })}</span>
      </summary>
      <dl className={styles.cells}>
        {others.map(([column, cell]) => (
          <div key={column}>
            <dt dir="auto">{column}</dt>
            <dd dir="auto">{cell.slice(0, 300)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
