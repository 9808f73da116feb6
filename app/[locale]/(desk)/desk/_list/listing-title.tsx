import { useTranslations } from 'next-intl'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { WorkListing } from '#lib/statements/work-lists.ts'
import styles from './list.module.css'

/** Title and reference of a statement, as the way to it. */
export function ListingTitle({ row, locale }: { row: WorkListing; locale: string }) {
  const t = useTranslations('desk.list')
  const title = (locale === 'fa' ? row.titles.fa : row.titles.en) || row.titles.any
  return (
    <>
      <Link href={`/desk/statements/${row.reference}`}>
        {title ? <Bidi>{title}</Bidi> : t('untitled')}
      </Link>
      <span className={styles.reference}>
        <Ltr>{row.reference}</Ltr>
        {row.revision > 1 && <> · {t('revision', { number: row.revision })}</>}
      </span>
    </>
  )
}
