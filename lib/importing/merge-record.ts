import { compareFields, type FieldChange } from '#lib/review/fields.ts'
import {
  isMissing,
  type StatementContent,
  type StatementContentInput,
  statementContentSchema,
  type WitnessIdentity,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'
import { alignPassages } from './align-passages.ts'

/** The text as a whole; every other part of a change is the path of a field. */
export const TEXT_PART = 'text.passages'

/**
 * A content with all that a newly read record says put in its place. What the record does not say stays; lists are
 * added to. Source and occasion stay as they are: by them the record was known.
 */
export function mergeContent(
  current: StatementContent,
  incoming: StatementContentInput,
): StatementContent {
  const { text = {}, translations: _, ...facts } = incoming
  const { passages, ...textFacts } = text
  const merged = mergeValue(current, {
    ...facts,
    text: textFacts,
    source: { ...facts.source, sourceId: null },
    taking: { ...facts.taking, occasionId: null },
  }) as StatementContent
  if (passages === undefined) return statementContentSchema.parse(merged)
  const aligned = alignPassages(current.text.passages, passages)
  const keys = new Set(aligned.map(({ key }) => key))
  return statementContentSchema.parse({
    ...merged,
    text: { ...merged.text, passages: aligned },
    translations: current.translations.map((translation) => ({
      ...translation,
      passages: translation.passages.filter(({ key }) => keys.has(key)),
    })),
  })
}

/** Who the witness is, with what a newly read record says put in its place. */
export function mergeIdentity(
  current: WitnessIdentity,
  incoming: Partial<WitnessIdentity>,
): WitnessIdentity {
  return witnessIdentitySchema.parse(mergeValue(current, incoming))
}

/** Facts by which a witness's identity would change. */
export function changedIdentity(current: WitnessIdentity, merged: WitnessIdentity) {
  return (Object.keys(merged) as (keyof WitnessIdentity)[]).filter(
    (name) => JSON.stringify(current[name]) !== JSON.stringify(merged[name]),
  )
}

/** The fields in which two contents differ, beside the words of the text. */
export function changedFields(current: StatementContent, merged: StatementContent): FieldChange[] {
  return compareFields(current, merged)
}

/** Only the chosen parts of a merged content, the others as they were. */
export function chooseParts(
  current: StatementContent,
  merged: StatementContent,
  parts: ReadonlySet<string>,
): StatementContent {
  const chosen = structuredClone(merged)
  for (const { path } of changedFields(current, merged)) {
    if (!parts.has(path)) putBack(chosen, current, path)
  }
  if (!parts.has(TEXT_PART)) {
    chosen.text.passages = current.text.passages
    chosen.translations = current.translations
  }
  return statementContentSchema.parse(chosen)
}

function putBack(target: object, current: object, path: string): void {
  // One list of identifiers is taken or left as a whole: its items have no names.
  const names = (path.startsWith('otherIdentifiers.') ? 'otherIdentifiers' : path).split('.')
  let [to, from] = [target as Record<string, unknown>, current as Record<string, unknown>]
  for (const name of names.slice(0, -1)) {
    to = to[name] as Record<string, unknown>
    from = from[name] as Record<string, unknown>
  }
  const last = names.at(-1)!
  if (from[last] === undefined) delete to[last]
  else to[last] = from[last]
}

function mergeValue(current: unknown, incoming: unknown): unknown {
  if (incoming === null || incoming === undefined || incoming === '') return current
  if (Array.isArray(incoming)) return union(current, incoming)
  if (isGroup(incoming) && (isGroup(current) || current === undefined)) {
    const merged: Record<string, unknown> = { ...(current as object) }
    for (const [name, value] of Object.entries(incoming)) {
      merged[name] = mergeValue(merged[name], value)
    }
    return merged
  }
  return incoming
}

/** A fact of several values stands for itself: half of a date is none. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !isMissing(value) &&
    !('stated' in value)
  )
}

function union(current: unknown, incoming: readonly unknown[]): unknown[] {
  const known = Array.isArray(current) ? current : []
  const had = new Set(known.map((item) => JSON.stringify(item)))
  return [...known, ...incoming.filter((item) => !had.has(JSON.stringify(item)))]
}
