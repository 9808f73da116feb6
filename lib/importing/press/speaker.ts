import type { Gender, SpeakerKind } from './types.ts'

/** One speaker of a report, made of every mention that can only mean the same person. */
export interface Speaker {
  kind: SpeakerKind
  name: string
  titles: string[]
  role: string | null
  gender: Gender
  /** Words around the attributions, from which the kind of testimony is read. */
  context: string
}

/** Where a mention stands: its UTF-16 offset and the index of its paragraph. */
export interface Place {
  at: number
  block: number
}
