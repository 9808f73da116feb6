import type { ImportKind, ImportPlan, PlannedDraft, PlannedFailure } from '../plan.ts'
import type { ReadingLimits } from './apart.ts'

/** What the server says to a reader. The bytes of the file come on its standard input. */
export type ReadingOrder =
  | { kind: 'read'; fileName: string; choices: { kind: ImportKind | null }; limits: ReadingLimits }
  | { kind: 'more' }

/** What a reader answers: records in batches, each waited for, then the plan without them, or why there is none. */
export type ReadingAnswer =
  | { kind: 'records'; records: (PlannedDraft | PlannedFailure)[] }
  | { kind: 'plan'; plan: Omit<ImportPlan, 'records'> }
  | { kind: 'refused'; reason: string; values: Record<string, string | number> }
  | { kind: 'failed'; detail: string }
