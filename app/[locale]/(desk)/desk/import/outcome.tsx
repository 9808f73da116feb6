import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '#app/_components/badge.tsx'
import type { ItemOutcome, ItemStatus } from '#lib/importing/items.ts'
import type { ImportState } from '#lib/importing/lease.ts'

const STATUSES = ['created', 'skipped', 'changed', 'failed', 'deleted'] as const
const TONES: Record<ItemStatus, BadgeTone> = {
  created: 'success',
  skipped: 'neutral',
  changed: 'warning',
  failed: 'danger',
  deleted: 'neutral',
}

/** How many records were created, skipped, changed, failed and deleted; those of which there are none are left out. */
export function Counts({
  counts,
  isPreview = false,
}: {
  counts: Partial<Record<ItemStatus, number>>
  isPreview?: boolean
}) {
  const t = useTranslations('import.counts')
  return (
    <span className="cluster">
      {STATUSES.filter((status) => (counts[status] ?? 0) > 0).map((status) => (
        <Badge key={status} tone={TONES[status]}>
          {t(isPreview && status === 'created' ? 'toCreate' : status, {
            count: counts[status] ?? 0,
          })}
        </Badge>
      ))}
    </span>
  )
}

const STATE_TONES: Record<ImportState, BadgeTone> = {
  uploaded: 'info',
  ready: 'warning',
  running: 'info',
  paused: 'warning',
  finished: 'success',
  failed: 'danger',
  undoing: 'info',
  undone: 'neutral',
}

/** Where an import stands. */
export function ImportStateBadge({ state }: { state: ImportState }) {
  const t = useTranslations('import.states')
  return <Badge tone={STATE_TONES[state]}>{t(state)}</Badge>
}

export function StatusBadge({ status }: { status: ItemStatus }) {
  const t = useTranslations('import.status')
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}

/** Why a record was not created, in the reader's language; nothing where there is nothing to say. */
export function Reason({ item }: { item: Pick<ItemOutcome, 'reason' | 'field'> }) {
  const t = useTranslations('import.reasons')
  const errors = useTranslations('errors')
  if (item.reason === '') return null
  // Reasons are codes kept with the import: an older one may have no message any more.
  const translate = t as unknown as {
    (key: string, values: object): string
    has(key: string): boolean
  }
  if (translate.has(item.reason)) return translate(item.reason, { field: item.field })
  const told = errors as unknown as { (key: string): string; has(key: string): boolean }
  return told.has(item.reason) ? told(item.reason) : t('other')
}
