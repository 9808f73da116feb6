import type { OccasionInput } from '#lib/occasions/model.ts'
import type { SourceInput } from '#lib/sources/model.ts'
import type { ConsentInput, StatementContentInput, WitnessIdentity } from '#lib/statements/model.ts'
import type { NamedRecord } from './named-records.ts'

/** One record of a file on its way to a draft. */
export interface PlannedDraft {
  outcome: 'draft'
  /** What the record is called in its file. */
  record: string
  /** 1-based line in the file, where a record is a line. */
  line: number | null
  /** Source and record id, else the SHA-256 of the text. */
  identity: string
  /** SHA-256 of all that was read of the record: tells a changed record from the same one again. */
  fingerprint: string
  content: StatementContentInput
  identityOfWitness: Partial<WitnessIdentity>
  consents: ConsentInput[]
  /** Records to find or make; their ids are put into the content. */
  source: SourceInput | null
  occasion: OccasionInput | null
  /** Events, places, people and organisations that it names: found or made by name when the draft is made. */
  named?: NamedRecord[]
  /** Facts of the record that no field of a statement holds. */
  extras: Record<string, unknown>
}

/** One record that cannot become a draft; `reason` is a message key under `import.reasons`. */
export interface PlannedFailure {
  outcome: 'failed'
  record: string
  line: number | null
  reason: string
  field: string
}

export type PlannedRecord = PlannedDraft | PlannedFailure
