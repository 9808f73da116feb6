import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import type { listOpenRequests, WorkListing } from '#lib/statements/work-lists.ts'
import styles from './list.module.css'
import { ListingTitle } from './listing-title.tsx'

const SHOWN = 5

/** Statements for which reviewers have asked for changes, with what they ask. */
export function WaitingList({
  rows,
  requests,
  locale,
}: {
  rows: readonly WorkListing[]
  requests: ReturnType<typeof listOpenRequests>
  locale: string
}) {
  const t = useTranslations('desk.list')
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      <p>{t('waitingHelp')}</p>
      <ul>
        {rows.map((row) => {
          const items = requests.get(row.reference) ?? []
          return (
            <li key={row.reference}>
              <p className={styles.waitingTitle}>
                <ListingTitle row={row} locale={locale} />
                <span>{t('openItems', { count: items.length })}</span>
              </p>
              <ul className={styles.items}>
                {items.slice(0, SHOWN).map((item) => (
                  <li key={item.id}>
                    <Bidi>{item.text}</Bidi>
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
