import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '#app/_i18n/navigation.ts'
import { pageNumbers } from './page-numbers.ts'
import styles from './pagination.module.css'

/** Links to the pages of a list; nothing when there is one page. Pages count from 1. */
export function Pagination({
  page,
  pageCount,
  hrefFor,
}: {
  page: number
  pageCount: number
  /** The address of a page, without a language prefix. */
  hrefFor: (page: number) => string
}) {
  const t = useTranslations('common.pagination')
  const format = useFormatter()
  if (pageCount <= 1) return null
  return (
    <nav aria-label={t('label')}>
      <ul className={styles.list}>
        {page > 1 && (
          <li>
            <Link className={styles.link} href={hrefFor(page - 1)} rel="prev">
              <span className={styles.arrow} aria-hidden="true">
                ←
              </span>
              <span className="visually-hidden">{t('previous')}</span>
            </Link>
          </li>
        )}
        {pageNumbers(page, pageCount).map((number, place) =>
          number === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
            <li key={`gap-${place}`} className={styles.gap} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                className={styles.link}
                href={hrefFor(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={t(number === page ? 'current' : 'page', {
                  page: format.number(number),
                })}
              >
                {format.number(number)}
              </Link>
            </li>
          ),
        )}
        {page < pageCount && (
          <li>
            <Link className={styles.link} href={hrefFor(page + 1)} rel="next">
              <span className={styles.arrow} aria-hidden="true">
                →
              </span>
              <span className="visually-hidden">{t('next')}</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
