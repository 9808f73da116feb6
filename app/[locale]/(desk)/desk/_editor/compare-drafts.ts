import {
  consentSchema,
  type Passage,
  statementContentSchema,
  type Translation,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'
import { type DraftDocument, type FieldPath, readField, writeField } from './draft-document.ts'

export type Side = 'mine' | 'theirs'

/** One place in which two versions of a draft differ. */
export type Difference = {
  /** Unique in the comparison: a field's path, `passage:KEY`, `translation:LANGUAGE` or `consent:PURPOSE`. */
  id: string
  mine: unknown
  theirs: unknown
  /** Which side was changed since both were the same; `both` where that is not known. */
  changedBy: Side | 'both'
} & (
  | { kind: 'field'; path: FieldPath }
  | { kind: 'passage'; key: string; number: number }
  | { kind: 'translation'; language: string }
  | { kind: 'consent'; purpose: string }
  | { kind: 'order' }
)

/** Every field that stands for itself; texts, translations and consents are compared piece by piece. */
const FIELDS: readonly FieldPath[] = fieldPaths()

function fieldPaths(): FieldPath[] {
  const apart = new Set(['text.passages', 'translations', 'consents'])
  const content = statementContentSchema.parse({}) as Record<string, unknown>
  const groups = Object.entries(content).flatMap(([name, value]) => {
    const isGroup =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      name !== 'titles' &&
      name !== 'abstracts'
    return isGroup ? Object.keys(value).map((key) => `${name}.${key}`) : [name]
  })
  const identity = Object.keys(witnessIdentitySchema.parse({})).map((key) => `identity.${key}`)
  return [...groups, ...identity].filter((path) => !apart.has(path)) as FieldPath[]
}

/**
 * Where two versions of a draft differ, in the order of the form. `base` is what both were made from, where it is
 * known.
 */
export function compareDrafts(
  mine: DraftDocument,
  theirs: DraftDocument,
  base: DraftDocument | null,
): Difference[] {
  const changedBy = (m: unknown, t: unknown, b: unknown): Difference['changedBy'] => {
    if (base === null) return 'both'
    if (same(m, b)) return 'theirs'
    return same(t, b) ? 'mine' : 'both'
  }
  const differences: Difference[] = []
  for (const path of FIELDS) {
    const [m, t] = [readField(mine, path), readField(theirs, path)]
    if (same(m, t)) continue
    const by = changedBy(m, t, base && readField(base, path))
    differences.push({ kind: 'field', id: path, path, mine: m, theirs: t, changedBy: by })
  }
  const pieces = <Piece>(
    of: (draft: DraftDocument) => readonly Piece[],
    name: (piece: Piece) => string,
  ) => {
    const maps = [mine, theirs, base].map(
      (draft) => new Map((draft ? of(draft) : []).map((piece) => [name(piece), piece])),
    )
    const [m, t, b] = maps as [Map<string, Piece>, Map<string, Piece>, Map<string, Piece>]
    return [...new Set([...m.keys(), ...t.keys()])].flatMap((id) => {
      const [mineHere, theirsHere] = [m.get(id) ?? null, t.get(id) ?? null]
      if (same(mineHere, theirsHere)) return []
      const by = changedBy(mineHere, theirsHere, b.get(id) ?? null)
      return [{ name: id, mine: mineHere, theirs: theirsHere, changedBy: by }]
    })
  }
  const numbers = new Map(
    [theirs, mine].flatMap((draft) =>
      draft.content.text.passages.map((passage, place) => [passage.key, place + 1] as const),
    ),
  )
  for (const { name, ...difference } of pieces(passagesOf, (passage) => passage.key)) {
    const number = numbers.get(name) ?? 0
    differences.push({ kind: 'passage', id: `passage:${name}`, key: name, number, ...difference })
  }
  if (orderDiffers(mine, theirs)) {
    const order = (draft: DraftDocument) => passagesOf(draft).map((passage) => passage.key)
    differences.push({
      kind: 'order',
      id: 'order',
      mine: order(mine),
      theirs: order(theirs),
      changedBy: changedBy(order(mine), order(theirs), base && order(base)),
    })
  }
  for (const { name, ...difference } of pieces(translationsOf, (other) => other.language)) {
    differences.push({
      kind: 'translation',
      id: `translation:${name}`,
      language: name,
      ...difference,
    })
  }
  for (const { name, ...difference } of pieces(
    (draft) => draft.consents,
    (row) => row.purpose,
  )) {
    differences.push({ kind: 'consent', id: `consent:${name}`, purpose: name, ...difference })
  }
  return differences
}

/** What is chosen before anybody chooses: the side that was changed, and where both were, what was typed here. */
export function firstChoices(differences: readonly Difference[]): Record<string, Side> {
  return Object.fromEntries(
    differences.map(({ id, changedBy }) => [id, changedBy === 'theirs' ? 'theirs' : 'mine']),
  )
}

/** One draft out of two, by a choice for each difference. */
export function mergeDrafts(
  mine: DraftDocument,
  theirs: DraftDocument,
  differences: readonly Difference[],
  choices: Readonly<Record<string, Side>>,
): DraftDocument {
  let merged = mine
  const chosen = new Map(differences.map((other) => [other.id, choices[other.id] ?? 'mine']))
  for (const difference of differences) {
    if (difference.kind !== 'field' || chosen.get(difference.id) === 'mine') continue
    merged = writeField(merged, difference.path, difference.theirs as never)
  }
  const pick = <Piece>(id: string, ofMine: Piece | undefined, ofTheirs: Piece | undefined) =>
    chosen.get(id) === 'theirs'
      ? ofTheirs
      : chosen.get(id) === 'mine'
        ? ofMine
        : (ofMine ?? ofTheirs)
  const orderFrom = chosen.get('order') === 'theirs' ? [theirs, mine] : [mine, theirs]
  const passages = orderedKeys(passagesOf(orderFrom[0]!), passagesOf(orderFrom[1]!)).flatMap(
    (key): Passage[] => {
      const find = (draft: DraftDocument) => passagesOf(draft).find((other) => other.key === key)
      const passage = pick(`passage:${key}`, find(mine), find(theirs))
      return passage ? [passage] : []
    },
  )
  const languages = unique(
    [...translationsOf(mine), ...translationsOf(theirs)].map((o) => o.language),
  )
  const translations = languages.flatMap((language): Translation[] => {
    const find = (draft: DraftDocument) =>
      translationsOf(draft).find((other) => other.language === language)
    const translation = pick(`translation:${language}`, find(mine), find(theirs))
    return translation ? [translation] : []
  })
  const purposes = unique([...mine.consents, ...theirs.consents].map((row) => row.purpose))
  const consents = purposes.flatMap((purpose) => {
    const find = (draft: DraftDocument) => draft.consents.find((row) => row.purpose === purpose)
    const row = pick(`consent:${purpose}`, find(mine), find(theirs))
    return row ? [consentSchema.parse(row)] : []
  })
  const { content } = merged
  return {
    ...merged,
    consents,
    content: { ...content, text: { ...content.text, passages }, translations },
  }
}

const passagesOf = (draft: DraftDocument) => draft.content.text.passages
const translationsOf = (draft: DraftDocument) => draft.content.translations
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The keys of one list in its order, and those that only the other has behind the one that they follow there. */
function orderedKeys(first: readonly Passage[], second: readonly Passage[]): string[] {
  const keys = first.map((passage) => passage.key)
  const known = new Set(keys)
  for (const [index, { key }] of second.entries()) {
    if (known.has(key)) continue
    known.add(key)
    const previous = second[index - 1]
    keys.splice(previous ? keys.indexOf(previous.key) + 1 : 0, 0, key)
  }
  return keys
}

/** Whether the passages that both have stand in another order. */
function orderDiffers(mine: DraftDocument, theirs: DraftDocument): boolean {
  const inBoth = (one: DraftDocument, other: DraftDocument) => {
    const keys = new Set(passagesOf(other).map((passage) => passage.key))
    return passagesOf(one).flatMap(({ key }) => (keys.has(key) ? [key] : []))
  }
  return inBoth(mine, theirs).join() !== inBoth(theirs, mine).join()
}

/** Deep equality of JSON values, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false
  }
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]))
  )
}
