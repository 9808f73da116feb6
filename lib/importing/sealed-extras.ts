import { lookAhead } from './look-ahead.ts'
import type { PlannedDraft, PlannedRecord } from './planned.ts'
import { columnsOfPeople, ROWS_AHEAD } from './tables/people-columns.ts'

/**
 * Seals the extras that look like names of people with the witness, each under its key, instead of keeping them in
 * clear. A key is judged by the first records, one that comes later by the record that brings it.
 * @param clear keys that tell where a record comes from, and stand in its source anyway
 * @returns the records, and the keys that are sealed: all of them when all records have been read
 */
export function sealExtras(
  records: AsyncIterable<PlannedRecord> | Iterable<PlannedRecord>,
  clear: readonly string[],
): { records: AsyncGenerator<PlannedRecord>; sealed: string[] } {
  const sealed: string[] = []
  const judged = new Set(clear)
  const judge = (some: readonly PlannedRecord[]) => {
    const drafts = some.filter((record) => record.outcome === 'draft')
    const keys = new Set(drafts.flatMap(({ extras }) => Object.keys(extras)))
    for (const key of keys) {
      if (judged.has(key)) continue
      judged.add(key)
      const rows = drafts.map(({ extras }) => ({ cells: factsIn(key, extras[key]) }))
      const heads = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
      if (columnsOfPeople(heads, rows).length > 0) sealed.push(key)
    }
  }
  async function* all() {
    const { first, all } = await lookAhead(records, ROWS_AHEAD)
    judge(first)
    for await (const record of all) {
      judge([record])
      yield record.outcome === 'draft' ? seal(record, sealed) : record
    }
  }
  return { records: all(), sealed }
}

function seal(draft: PlannedDraft, sealed: readonly string[]): PlannedDraft {
  const keys = sealed.filter((key) => key in draft.extras)
  if (keys.length === 0) return draft
  const extras = Object.entries(draft.extras).filter(([key]) => !keys.includes(key))
  const facts = keys.flatMap((key) => [...factsIn(key, draft.extras[key])])
  return {
    ...draft,
    extras: Object.fromEntries(extras),
    identityOfWitness: withSecurityNotes(draft.identityOfWitness, facts),
  }
}

/** Facts below the notes on the witness's security, each under its head. */
export function withSecurityNotes(
  identity: PlannedDraft['identityOfWitness'],
  facts: readonly (readonly [string, string | readonly string[]])[],
): PlannedDraft['identityOfWitness'] {
  const notes = facts.map(([head, texts]) => `${head}: ${[texts].flat().join('; ')}`)
  const securityNotes = [identity.securityNotes ?? '', ...notes].filter((note) => note !== '')
  return { ...identity, securityNotes: securityNotes.join('\n') }
}

/** What stands under a key, also inside of it: `outer.inner`. */
function factsIn(
  head: string,
  value: unknown,
  facts = new Map<string, string[]>(),
): Map<string, string[]> {
  if (Array.isArray(value)) for (const each of value) factsIn(head, each, facts)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) factsIn(`${head}.${key}`, inner, facts)
  } else if (value != null && String(value).trim() !== '') {
    const known = facts.get(head)
    if (known === undefined) facts.set(head, [String(value)])
    else known.push(String(value))
  }
  return facts
}
