import { useTranslations } from 'next-intl'
import { LinkTabs } from '#app/_components/link-tabs.tsx'
import { WORK_STATES, type WorkState } from '#lib/statements/vocabularies.ts'
import { type DeskFilter, searchOf } from './work-filter.ts'

/** How many statements stand in each state, each a way to see them. */
export function StateCounts({
  counts,
  filter,
}: {
  counts: { total: number; states: Record<WorkState, number> }
  filter: DeskFilter
}) {
  const t = useTranslations('desk.list')
  const common = useTranslations('common')
  const states = useTranslations('vocabulary.workStates')
  const hrefFor = (state: WorkState | null) => `/desk${searchOf({ ...filter, state, page: 1 })}`
  const present = WORK_STATES.filter((state) => counts.states[state] > 0 || state === filter.state)
  return (
    <LinkTabs
      label={t('counts')}
      tabs={[
        {
          href: hrefFor(null),
          label: common('all'),
          count: counts.total,
          current: filter.state === null,
        },
        ...present.map((state) => ({
          href: hrefFor(state),
          label: states(state),
          count: counts.states[state],
          current: filter.state === state,
        })),
      ]}
    />
  )
}
