import type { ImportOutcome, ItemOutcome } from './commands.ts'
import type { ImportKind, ImportPlan, PlannedDraft } from './plan.ts'
import type { PressReport } from './press-report.ts'

/** More items than this are counted, not listed, before anything is created. */
const PREVIEW_ITEMS = 100
const SAMPLES = 3
const SAMPLE_CHARACTERS = 400

/** What a file would become, as the person who brings it in sees it before anything is saved. */
export interface ImportPreview extends Omit<ImportOutcome, 'importId' | 'items'> {
  kind: ImportKind
  detected: boolean
  fileName: string
  /** Failed, changed and skipped records first; at most 100. */
  items: ItemOutcome[]
  itemCount: number
  report: (PressReport & { text: string }) | null
  /** The first drafts of other kinds. */
  samples: {
    record: string
    title: string
    passages: number
    text: string
    language: string | null
  }[]
}

export function presentPreview(
  plan: ImportPlan,
  outcome: Omit<ImportOutcome, 'importId'>,
): ImportPreview {
  const { items, ...counts } = outcome
  const telling = [...items].sort(
    (a, b) => Number(a.status === 'created') - Number(b.status === 'created'),
  )
  const drafts = plan.records.filter((record) => record.outcome === 'draft')
  return {
    ...counts,
    kind: plan.kind,
    detected: plan.detected,
    fileName: plan.fileName,
    items: telling.slice(0, PREVIEW_ITEMS),
    itemCount: items.length,
    report: plan.report === null || plan.text === null ? null : { ...plan.report, text: plan.text },
    samples: plan.report === null ? drafts.slice(0, SAMPLES).map(presentSample) : [],
  }
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
