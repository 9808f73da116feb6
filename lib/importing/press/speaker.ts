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

/** “The minister” is nobody of whom the report has told another role, and “the group” nobody at all. */
export function canBeCalled(speaker: Speaker, kind: SpeakerKind): boolean {
  if (kind === 'organisation') return speaker.kind === 'organisation'
  return speaker.kind === 'person' && speaker.role === null
}

/** “The man” is not whoever the report calls “his doctor”. */
export function isOfAnother({ kind, name }: Speaker): boolean {
  return kind === 'role' && /^(?:his|her|their)\s/u.test(name)
}
