import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '#app/_components/notice.tsx'

/** Says which columns or keys without a field look like names of people, and where they are kept. */
export function SealedNotice({
  names,
  canBeMapped = false,
}: {
  names: readonly string[]
  /** Whether they can be given a field. */
  canBeMapped?: boolean
}) {
  const t = useTranslations('import-table.sealed')
  const format = useFormatter()
  if (names.length === 0) return null
  return (
    <Notice tone="warning" title={t('title')}>
      <p>{t('text', { count: names.length, names: format.list(names.map(isolated)) })}</p>
      {canBeMapped && <p>{t('advice')}</p>}
    </Notice>
  )
}

/** Heads are in the language of the table: each keeps its own direction among the others. */
export function isolated(head: string): string {
  return `\u2068${head}\u2069`
}
