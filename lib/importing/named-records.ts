import { findBearers, insertAuthority } from '#lib/authorities/commands.ts'
import type { Transaction } from '#lib/database.ts'
import type { Mention, StatementContentInput } from '#lib/statements/model.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import type { Viewer } from '#lib/viewer.ts'
import { detectLanguage } from './languages.ts'

/** An authority record by its name; `role` and `passages` (their keys) where the text mentions it. */
export interface NamedRecord {
  kind: AuthorityKind
  name: string
  role: Mention['role'] | null
  passages: string[]
}

/**
 * Puts the records that a draft names into its content: one that bears the name, in any of its forms, or a new one
 * where there is none. A name that several records bear is left for a person to settle.
 * @returns the content, and the names that are not settled
 * @throws AppError forbidden
 */
export function linkNamed(
  tx: Transaction,
  viewer: Viewer,
  content: StatementContentInput,
  named: readonly NamedRecord[],
): { content: StatementContentInput; unsettled: string[] } {
  const unsettled: string[] = []
  const events = new Set(content.about?.eventIds ?? [])
  const places = new Set(content.about?.placeIds ?? [])
  const mentions = new Map<string, { authorityId: string; role: Mention['role'] }[]>()
  for (const record of named) {
    const id = findOrMake(tx, viewer, record)
    if (id === null) unsettled.push(record.name)
    else if (record.role === null) (record.kind === 'event' ? events : places).add(id)
    else {
      for (const key of record.passages) {
        mentions.set(key, [...(mentions.get(key) ?? []), { authorityId: id, role: record.role }])
      }
    }
  }
  const passages = content.text?.passages?.map((passage) => ({
    ...passage,
    mentions: [...(passage.mentions ?? []), ...(mentions.get(passage.key) ?? [])],
  }))
  return {
    content: {
      ...content,
      about: { ...content.about, eventIds: [...events], placeIds: [...places] },
      text: { ...content.text, ...(passages ? { passages } : {}) },
    },
    unsettled,
  }
}

function findOrMake(tx: Transaction, viewer: Viewer, { kind, name }: NamedRecord): string | null {
  const [first, second] = findBearers(tx, viewer, { kind, name, limit: 2 })
  if (second !== undefined) return null
  if (first !== undefined) return first
  const language = detectLanguage(name) ?? (/\p{Script=Arabic}/u.test(name) ? 'fa' : 'en')
  return insertAuthority(tx, viewer, { kind, names: [{ name, language, preferred: true }] })
}
