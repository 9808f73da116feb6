import type { ImportChoices } from '../choices.ts'
import type { FinishedReading } from '../plan.ts'
import type { PlannedRecord } from '../planned.ts'

/** What the server says to a reader. The bytes of the file come on its standard input. */
export type ReadingOrder =
  | { kind: 'read'; fileName: string; choices: ImportChoices; limits: ReadingLimits }
  | { kind: 'more' }

/** What a reader answers: records in batches, each waited for, then what is known at the end, or why there is none. */
export type ReadingAnswer =
  | { kind: 'records'; records: PlannedRecord[] }
  | { kind: 'finished'; reading: FinishedReading }
  | { kind: 'refused'; reason: string; values: Record<string, string | number> }
  | { kind: 'failed'; detail: string }

export interface ReadingLimits {
  /** For one document, or for one step of a file of many records. */
  seconds: number
  memoryMegabytes: number
  documentMegabytes: number
}
