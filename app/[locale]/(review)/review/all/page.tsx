import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { listPeople } from '#lib/people/queries.ts'
import { listWorkPage } from '#lib/statements/work-lists.ts'
import { AllFilters } from '../_review/all-filters.tsx'
import { type Asked, readAllFilter } from '../_review/queue-filter.ts'
import { ReviewTabs } from '../_review/review-tabs.tsx'
import { WorkTable } from '../_review/work-table.tsx'

const PER_PAGE = 50

export const metadata: Metadata = { robots: { index: false } }

/** Every statement of the archive, in whatever state. */
export default async function AllStatementsPage({
  searchParams,
}: {
  searchParams: Promise<Asked>
}) {
  const viewer = await requireViewer('admin')
  const t = await getTranslations('review.all')
  const format = await getFormatter()
  const { page, ...filter } = readAllFilter(await searchParams)
  const { total, listings } = listWorkPage(viewer, filter, { page, perPage: PER_PAGE })
  const owners = listPeople(viewer).filter((person) => person.ownedStatements > 0)
  return (
    <div className="page">
      <PageHeader title={t('title')} description={t('description')} />
      <ReviewTabs current="all" />
      <AllFilters filter={filter} owners={owners.map(({ id, name }) => ({ id, name }))} />
      <p>{t('total', { count: total, number: format.number(total) })}</p>
      {listings.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : (
        <WorkTable caption={t('title')} listings={listings} />
      )}
      <Pagination
        page={page}
        pageCount={Math.ceil(total / PER_PAGE)}
        hrefFor={(number) => addressOf(filter, number)}
      />
    </div>
  )
}

function addressOf(filter: Omit<ReturnType<typeof readAllFilter>, 'page'>, page: number): string {
  const query = new URLSearchParams()
  if (filter.states?.[0]) query.set('state', filter.states[0])
  if (filter.publication) query.set('publication', filter.publication)
  if (filter.ownerId) query.set('owner', filter.ownerId)
  if (filter.text) query.set('text', filter.text)
  if (page > 1) query.set('page', String(page))
  return `/review/all${query.size > 0 ? `?${query}` : ''}`
}
