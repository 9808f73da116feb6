import type { Consent, StatementContent, WitnessIdentity } from '#lib/statements/model.ts'

/** Everything that one save carries. */
export interface DraftDocument {
  content: StatementContent
  identity: WitnessIdentity
  consents: readonly Consent[]
}

/** The other version at a stale save, as the server answers it. */
export interface OtherVersion extends DraftDocument {
  version: number
  /** ISO 8601, UTC. */
  savedAt: string
  savedBy: string
}

type Group =
  | 'witness'
  | 'knowledge'
  | 'taking'
  | 'source'
  | 'about'
  | 'text'
  | 'sensitivity'
  | 'declarations'
  | 'access'

/** A field's place in the form: dotted like the problems' `field`, and `identity.…` for what goes to the vault. */
export type FieldPath =
  | Exclude<keyof StatementContent, Group>
  | { [G in Group]: `${G}.${keyof StatementContent[G] & string}` }[Group]
  | `identity.${keyof WitnessIdentity}`
  | 'consents'

export type FieldValue<P extends FieldPath> = P extends 'consents'
  ? readonly Consent[]
  : P extends `identity.${infer K extends keyof WitnessIdentity}`
    ? WitnessIdentity[K]
    : P extends `${infer G extends Group}.${infer K}`
      ? K extends keyof StatementContent[G]
        ? StatementContent[G][K]
        : never
      : P extends keyof StatementContent
        ? StatementContent[P]
        : never

/** Paths whose value is any of these: for components that draw one kind of field. */
export type PathOf<Value> = {
  [P in FieldPath]: FieldValue<P> extends Value ? (Value extends FieldValue<P> ? P : never) : never
}[FieldPath]

export function readField<P extends FieldPath>(draft: DraftDocument, path: P): FieldValue<P> {
  return placeOf(draft, path).read() as FieldValue<P>
}

/** The document with one field changed; everything else is shared with the old one. */
export function writeField<P extends FieldPath>(
  draft: DraftDocument,
  path: P,
  value: FieldValue<P>,
): DraftDocument {
  return placeOf(draft, path).write(value)
}

function placeOf(draft: DraftDocument, path: FieldPath) {
  const { content, identity } = draft
  const [group, key] = path.split('.') as [string, string | undefined]
  if (group === 'consents') {
    return {
      read: (): unknown => draft.consents,
      write: (value: unknown) => ({ ...draft, consents: value as readonly Consent[] }),
    }
  }
  if (group === 'identity') {
    return {
      read: (): unknown => identity[key as keyof WitnessIdentity],
      write: (value: unknown) => ({ ...draft, identity: { ...identity, [key!]: value } }),
    }
  }
  const inner = content[group as keyof StatementContent]
  if (key === undefined) {
    return {
      read: (): unknown => inner,
      write: (value: unknown) => ({ ...draft, content: { ...content, [group]: value } }),
    }
  }
  return {
    read: (): unknown => (inner as Record<string, unknown>)[key],
    write: (value: unknown) => ({
      ...draft,
      content: { ...content, [group]: { ...(inner as object), [key]: value } },
    }),
  }
}
