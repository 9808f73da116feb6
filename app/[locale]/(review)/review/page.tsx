import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { listQueue } from '#lib/statements/work-lists.ts'
import { type Asked, filterQueue, readQueueFilter } from './_review/queue-filter.ts'
import { QueueFilters } from './_review/queue-filters.tsx'
import { ReviewTabs } from './_review/review-tabs.tsx'
import { WorkTable } from './_review/work-table.tsx'

export const metadata: Metadata = { robots: { index: false } }

/** What waits for an admin, the longest waiting first. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const viewer = await requireViewer('admin')
  const t = await getTranslations('review.queue')
  const waiting = listQueue(viewer)
  const filter = readQueueFilter(await searchParams)
  const shown = filterQueue(waiting, filter, viewer.userId)
  return (
    <div className="page">
      <PageHeader title={t('title')} description={t('description')} />
      <ReviewTabs current="queue" waiting={waiting.length} />
      {waiting.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : (
        <>
          <QueueFilters waiting={waiting} filter={filter} />
          {shown.length === 0 ? (
            <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>
          ) : (
            <WorkTable caption={t('caption')} listings={shown} isQueue />
          )}
        </>
      )}
    </div>
  )
}
