import { setImmediate } from 'node:timers/promises'
import { database } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type ItemCounts, type ItemOutcome, itemOf, noItems } from './items.ts'
import { judgeAgain, judgeEarlier } from './judge.ts'
import type { ImportKind } from './kinds.ts'
import type { FinishedReading, ImportView } from './plan.ts'
import type { PlannedDraft, PlannedRecord } from './planned.ts'
import { requireImporter } from './policy.ts'

/** More items than this are counted, not listed, before anything is created. */
const LISTED_MAX = 100
const SAMPLES = 3
const SAMPLE_CHARACTERS = 400
/** Between so many records others get their turn. */
const RECORDS_A_TURN = 20

/** What a file would become, as the person who brings it in sees it before anything is saved. */
export interface ImportPreview {
  kind: ImportKind
  detected: boolean
  counts: ItemCounts
  total: number
  /** Failed, changed and skipped records first; at most 100. */
  items: ItemOutcome[]
  /** The first drafts. */
  samples: {
    record: string
    title: string
    passages: number
    text: string
    language: string | null
  }[]
  /** What has to be seen, by format. */
  view: ImportView
}

/**
 * Gathers what the records of a file would become now, as they are read; nothing is written.
 * @throws AppError unauthenticated, forbidden
 */
export function startPreview(viewer: Viewer) {
  requireImporter(viewer)
  const seen = new Map<string, string>()
  const counts = noItems()
  const listed: Record<'told' | 'created', ItemOutcome[]> = { told: [], created: [] }
  const samples: ImportPreview['samples'] = []
  let total = 0
  return {
    /** Judges some more records; returns what would become of each. */
    async take(records: readonly PlannedRecord[]): Promise<ItemOutcome[]> {
      const items: ItemOutcome[] = []
      for (const record of records) {
        const item = judge(viewer, record, seen)
        items.push(item)
        total += 1
        counts[item.status] += 1
        const list = item.status === 'created' ? listed.created : listed.told
        if (list.length < LISTED_MAX) list.push(item)
        if (record.outcome === 'draft' && samples.length < SAMPLES) {
          samples.push(presentSample(record))
        }
        if (total % RECORDS_A_TURN === 0) await setImmediate()
      }
      return items
    },
    finish({ kind, detected, view }: FinishedReading): ImportPreview {
      const items = [...listed.told, ...listed.created].slice(0, LISTED_MAX)
      return { kind, detected, counts, total, items, samples, view }
    },
  }
}

function judge(viewer: Viewer, record: PlannedRecord, seen: Map<string, string>): ItemOutcome {
  if (record.outcome === 'failed') return itemOf(record)
  const earlier = judgeEarlier(database(), viewer, record)
  if (earlier !== null) return earlier
  const before = seen.get(record.identity)
  if (before !== undefined) return judgeAgain(record, before, true)
  seen.set(record.identity, record.fingerprint)
  return itemOf(record)
}

function presentSample({ record, content }: PlannedDraft): ImportPreview['samples'][number] {
  const passages = content.text?.passages ?? []
  return {
    record,
    title: Object.values(content.titles ?? {})[0] ?? '',
    passages: passages.length,
    text: (passages[0]?.text ?? '').slice(0, SAMPLE_CHARACTERS),
    language: content.text?.language ?? null,
  }
}
