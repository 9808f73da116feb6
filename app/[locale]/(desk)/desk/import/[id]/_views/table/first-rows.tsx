import { useTranslations } from 'next-intl'
import type { TableView } from '#lib/importing/tables/view.ts'
import styles from './table.module.css'

const CELL_CHARACTERS = 160

/** The first rows as they were read; a mistaken cell is marked, and says so in words. */
export function FirstRows({ view }: { view: TableView }) {
  const t = useTranslations('import-table')
  const columns = view.columns.map(({ column }) => column)
  return (
    <div className="stack">
      <h3 id="first-rows">{t('first.title')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={styles.grid} aria-labelledby="first-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('mend.row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.first.map(({ row, cells, problems }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => {
                  const isMistaken = problems.some(
                    (each) => each.column === column && each.weight === 'error',
                  )
                  return (
                    <td key={column} dir="auto" data-mistaken={isMistaken}>
                      {(cells[column] ?? '').slice(0, CELL_CHARACTERS)}
                      {isMistaken && <span className={styles.flag}> ({t('mend.title')})</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
