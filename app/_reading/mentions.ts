import type { Mention } from '#lib/statements/model.ts'
import type { NamedRecord, PresentedStatement } from '#lib/statements/present.ts'

/** A person or organisation in one role, with what is said of it and where. */
export interface NamedInRole {
  record: NamedRecord
  role: Mention['role']
  involvements: NonNullable<Mention['involvement']>[]
  bases: NonNullable<Mention['basis']>[]
  /** Numbers of the passages, from 1. */
  passages: number[]
}

/** Who is named in a statement, once for each role, in the order of the text. */
export function namedInRoles(
  statement: Pick<PresentedStatement, 'people' | 'text'>,
): NamedInRole[] {
  const records = new Map(statement.people.map((record) => [record.id, record]))
  const named = new Map<string, NamedInRole>()
  for (const passage of statement.text.passages) {
    for (const mention of passage.mentions) {
      const record = records.get(mention.authorityId)
      if (!record) continue
      const key = `${record.id} ${mention.role}`
      const entry = named.get(key) ?? {
        record,
        role: mention.role,
        involvements: [],
        bases: [],
        passages: [],
      }
      named.set(key, entry)
      addOnce(entry.passages, passage.number)
      if (mention.involvement) addOnce(entry.involvements, mention.involvement)
      if (mention.basis) addOnce(entry.bases, mention.basis)
    }
  }
  return [...named.values()]
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value)
}
