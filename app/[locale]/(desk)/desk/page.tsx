import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { countOwnWork, listOpenRequests, listWork } from '#lib/statements/work-lists.ts'
import { NewDraftForm } from './_list/new-draft-form.tsx'
import { StateCounts } from './_list/state-counts.tsx'
import { WaitingList } from './_list/waiting-list.tsx'
import { type DeskSearch, readFilter, searchOf } from './_list/work-filter.ts'
import { WorkFilterForm } from './_list/work-filter-form.tsx'
import { WorkTable } from './_list/work-table.tsx'

const PER_PAGE = 50

/** The statements of one person: what waits for them first, then all of them. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<DeskSearch> }) {
  const viewer = await requireViewer('archivist')
  const t = await getTranslations('desk.list')
  const locale = await getLocale()
  const filter = readFilter(await searchParams)
  const counts = countOwnWork(viewer)
  const found = listWork(viewer, { ...filter.work, ownerId: viewer.userId })
  const waiting = counts.states.changes_requested
    ? listWork(viewer, { states: ['changes_requested'], ownerId: viewer.userId })
    : []
  const requests = listOpenRequests(
    viewer,
    waiting.map((row) => row.reference),
  )
  const pageCount = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const page = Math.min(filter.page, pageCount)
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return (
    <ClientMessages namespaces={['desk']}>
      <div className="page">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <LinkButton href="/desk/import">{t('import')}</LinkButton>
              <NewDraftForm label={t('new')} />
            </>
          }
        />
        {counts.total === 0 ? (
          <EmptyState title={t('empty.title')} action={<NewDraftForm label={t('new')} />}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <>
            {waiting.length > 0 && (
              <WaitingList rows={waiting} requests={requests} locale={locale} />
            )}
            <StateCounts counts={counts} filter={filter} />
            <WorkFilterForm filter={filter} />
            {shown.length > 0 ? (
              <WorkTable rows={shown} total={found.length} locale={locale} />
            ) : (
              <EmptyState
                title={t('empty.filtered')}
                action={<LinkButton href="/desk">{t('reset')}</LinkButton>}
              />
            )}
            <Pagination
              page={page}
              pageCount={pageCount}
              hrefFor={(number) => `/desk${searchOf({ ...filter, page: number })}`}
            />
          </>
        )}
      </div>
    </ClientMessages>
  )
}
