import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { findOrNull } from '#app/_server/found.ts'
import { readingViewer } from '#app/_server/viewer.ts'
import { NothingHere } from '#app/_shell/nothing-here.tsx'
import { displayNameOf } from '#lib/authorities/model.ts'
import { listAuthorities, readAuthority } from '#lib/authorities/queries.ts'
import { listNaming } from '#lib/statements/queries.ts'
import styles from './authority-pages.module.css'
import { NameForms } from './name-forms.tsx'
import { StatementCard } from './statement-card.tsx'

/** The folders of the reading room whose pages are records, and the kind of record in each. */
export const RECORD_FOLDERS = { events: 'event', places: 'place', people: 'person' } as const
export type RecordFolder = keyof typeof RECORD_FOLDERS

const PER_PAGE = 20

/** All records of a kind that a statement readable by the viewer names, most named first. */
export async function RecordListPage({ folder }: { folder: RecordFolder }) {
  const viewer = await readingViewer()
  const t = await getTranslations('reading.records')
  const locale = await getLocale()
  const records = listAuthorities(viewer, RECORD_FOLDERS[folder])
  return (
    <div className="page">
      <PageHeader title={t(`title.${folder}`)} description={t(`about.${folder}`)} />
      {records.length === 0 && <EmptyState title={t('none')} />}
      <ul className={styles.list}>
        {records.map((record) => {
          const name = displayNameOf(record, locale)
          const others = record.names.filter((form) => form.name !== name).slice(0, 3)
          return (
            <li key={record.id}>
              <Link href={`/${folder}/${record.id}`} prefetch={false}>
                <Bidi>{name}</Bidi>
              </Link>
              {others.length > 0 && (
                <span className={styles.forms}>
                  {others.map((form, place) => (
                    <span key={`${form.language}-${form.name}`}>
                      {place > 0 && ' · '}
                      <Bidi lang={form.language}>{form.name}</Bidi>
                    </span>
                  ))}
                </span>
              )}
              <span className={styles.count}>{t('statements', { count: record.statements })}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** One record: every form of its name, and the statements naming it that the viewer may read. */
export async function RecordPage({
  folder,
  id,
  page: askedPage,
}: {
  folder: RecordFolder
  id: string
  page: string | string[] | undefined
}) {
  const viewer = await readingViewer()
  const record = findOrNull(() => readAuthority(viewer, RECORD_FOLDERS[folder], id))
  if (record === null) return <NothingHere />
  const t = await getTranslations('reading.records')
  const locale = await getLocale()
  const pageCount = Math.max(1, Math.ceil(record.statements / PER_PAGE))
  const page = Math.min(pageCount, Math.max(1, Math.trunc(Number(askedPage)) || 1))
  const listings = listNaming(viewer, id, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
  const facet = folder === 'people' ? 'person' : RECORD_FOLDERS[folder]
  return (
    <div className="page">
      <PageHeader
        eyebrow={<Link href={`/${folder}`}>{t(`title.${folder}`)}</Link>}
        pageTitle={displayNameOf(record, locale)}
        title={<Bidi>{displayNameOf(record, locale)}</Bidi>}
        description={record.note && <Bidi>{record.note}</Bidi>}
      />
      <div className={styles.grid}>
        <aside aria-labelledby="names">
          <h2 id="names">{t('names')}</h2>
          <NameForms names={record.names} />
        </aside>
        <section>
          <h2>{t('statements', { count: record.statements })}</h2>
          {record.statements > 0 ? (
            <p>
              <Link href={`/search?${facet}=${encodeURIComponent(id)}`}>{t('searchWithin')}</Link>
            </p>
          ) : (
            <p>{t('notNamed')}</p>
          )}
          {listings.map((listing) => (
            <StatementCard key={listing.reference} listing={listing} />
          ))}
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefFor={(number) => `/${folder}/${id}${number > 1 ? `?page=${number}` : ''}`}
          />
        </section>
      </div>
    </div>
  )
}
