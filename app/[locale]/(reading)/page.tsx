import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { PageTitle } from '#app/_components/page-title.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { SearchForm } from '#app/_reading/search-form.tsx'
import { StatementCard } from '#app/_reading/statement-card.tsx'
import { readingViewer } from '#app/_server/viewer.ts'
import { getArchive } from '#lib/archive/queries.ts'
import { displayNameOf } from '#lib/authorities/model.ts'
import { listAuthorities } from '#lib/authorities/queries.ts'
import { countReadable, listRecent } from '#lib/statements/queries.ts'
import styles from './home.module.css'

const RECENT = 5
const RECORDS = 6

/** The first page: what this archive is, the search, what was published last, and ways in. */
export default async function HomePage() {
  const viewer = await readingViewer()
  const t = await getTranslations('reading.home')
  const locale = await getLocale()
  const format = await getFormatter()
  const name = getArchive(viewer)?.name
  const recent = listRecent(viewer, RECENT)
  const count = countReadable(viewer)
  const ways = (
    [
      ['events', 'event'],
      ['places', 'place'],
      ['people', 'person'],
    ] as const
  ).map(([folder, kind]) => ({ folder, records: listAuthorities(viewer, kind) }))
  return (
    <>
      <PageTitle />
      <section className={styles.hero}>
        <div className={styles.heroInner}>
          <h1>{(locale === 'fa' ? name?.fa : name?.en) || t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          <SearchForm large />
          <p className={styles.count}>
            {t.rich('count', {
              count,
              link: (chunks) => <Link href="/search">{chunks}</Link>,
            })}
          </p>
        </div>
      </section>
      <div className={`page ${styles.grid}`}>
        <section>
          <h2>{t('recent')}</h2>
          {recent.map((listing) => (
            <StatementCard key={listing.reference} listing={listing} />
          ))}
          {recent.length === 0 && <p>{t('nothingYet')}</p>}
        </section>
        <div className={styles.ways}>
          {ways
            .filter(({ records }) => records.length > 0)
            .map(({ folder, records }) => (
              <section key={folder}>
                <h2>{t(`by.${folder}`)}</h2>
                <ul className={styles.records}>
                  {records.slice(0, RECORDS).map((record) => (
                    <li key={record.id}>
                      <Link href={`/${folder}/${record.id}`} prefetch={false}>
                        <Bidi>{displayNameOf(record, locale)}</Bidi>
                      </Link>
                      <span className="numeric">{format.number(record.statements)}</span>
                    </li>
                  ))}
                </ul>
                {records.length > RECORDS && (
                  <p>
                    <Link href={`/${folder}`}>{t(`all.${folder}`, { count: records.length })}</Link>
                  </p>
                )}
              </section>
            ))}
        </div>
      </div>
    </>
  )
}
