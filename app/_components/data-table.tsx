import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** The cell that names the row; the first column unless told. */
  isRowHeader?: boolean
}

/**
 * Rows under headers; below 44rem each row becomes a card. The roles are written out because a table that is not
 * laid out as one loses them. `caption` names the table, and is only read aloud with `hideCaption`.
 */
export function DataTable<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}) {
  const headerId = (columns.find((column) => column.isRowHeader) ?? columns[0])?.id
  return (
    <div className={styles.wrap}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: laid out as blocks on narrow screens, the elements lose their roles */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: the same */}
      <table className={styles.table} role="table">
        <caption className={hideCaption ? 'visually-hidden' : styles.caption}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} scope="col" role="columnheader" data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.id === headerId ? (
                  <th key={column.id} scope="row" role="rowheader" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="cell"
                    data-align={column.align}
                    data-label={column.header}
                  >
                    <div>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/useSemanticElements: the same */}
      {/* biome-ignore-end lint/a11y/noRedundantRoles: laid out as blocks on narrow screens, the elements lose their roles */}
    </div>
  )
}
