import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Checkbox } from '#app/_components/choices.tsx'
import { TextArea, TextField } from '#app/_components/field.tsx'
import { fieldNamed } from '#lib/importing/tables/fields.ts'
import type { MappedColumn } from '#lib/importing/tables/mapping.ts'
import type { CellProblem } from '#lib/importing/tables/rows.ts'
import type { PendingCell } from './changes.ts'
import styles from './table.module.css'

/** One mistaken cell in a field of its own, with what is wrong and what would be understood. */
export function MendCell({
  problems,
  cell,
  isCut,
  mapped,
  pending,
  onChange,
}: {
  /** All of one cell. */
  problems: readonly CellProblem[]
  cell: string
  isCut: boolean
  mapped: MappedColumn | undefined
  pending: PendingCell | undefined
  onChange: (pending: PendingCell) => void
}) {
  const t = useTranslations('import-table.mend')
  const locale = useLocale() === 'fa' ? 'fa' : 'en'
  const explain = useProblemText()
  const [first] = problems
  if (first === undefined) return null
  const error = problems.map(explain).join(' ')
  if (first.column === '' || isCut) return <p className={styles.error}>{error}</p>

  const current = pending ?? { value: cell, everywhere: false }
  const write = (value: string) => onChange({ ...current, value })
  const label = (
    <>
      <bdi>{first.column}</bdi>
      <span className="visually-hidden">, {t('rowNumber', { row: first.row })}</span>
    </>
  )
  const text = { label, error, value: current.value, dir: 'auto' }
  // The cell is one wrong value of a vocabulary: other cells may say the same.
  const kind = mapped === undefined ? null : fieldNamed(mapped.field).kind
  const isCoded = kind === 'vocabulary' || kind === 'language' || kind === 'yes-no'
  const isOne = problems.length === 1 && first.value !== '' && cell.trim() === first.value.trim()
  return (
    <div className={styles.mend} data-pending={pending !== undefined}>
      {cell.includes('\n') ? (
        <TextArea {...text} rows={3} onChange={({ target }) => write(target.value)} />
      ) : (
        <TextField {...text} onChange={({ target }) => write(target.value)} />
      )}
      {problems.flatMap(({ proposals, value }) =>
        proposals.map((proposal) => (
          <Button
            key={proposal.code}
            size="s"
            onClick={() => write(cell.replace(value, () => proposal[locale]))}
          >
            {t('propose', { label: proposal[locale] })}
          </Button>
        )),
      )}
      {isCoded && isOne && (
        <Checkbox
          label={t('everywhere', { value: first.value })}
          checked={current.everywhere}
          onChange={({ target }) => onChange({ ...current, everywhere: target.checked })}
        />
      )}
    </div>
  )
}

/** What is wrong with a cell, in the reader's language. */
function useProblemText(): (problem: CellProblem) => string {
  const t = useTranslations('import-table.problems') as unknown as (
    key: string,
    values: object,
  ) => string
  return ({ reason, value, about }) => t(reason, { value, about: about ?? '' })
}
