import { useTranslations } from 'next-intl'
import { LinkTabs } from '#app/_components/link-tabs.tsx'

/** The two lists of an admin: what waits, and everything. */
export function ReviewTabs({ current, waiting }: { current: 'queue' | 'all'; waiting?: number }) {
  const t = useTranslations('review')
  return (
    <LinkTabs
      label={t('lists')}
      tabs={[
        {
          href: '/review',
          label: t('queue.tab'),
          current: current === 'queue',
          ...(waiting === undefined ? {} : { count: waiting }),
        },
        { href: '/review/all', label: t('all.tab'), current: current === 'all' },
      ]}
    />
  )
}
