/** What was typed, by field name, to be shown again. */
export type FormValues = Record<string, string | string[]>

const SECRET = /password|passphrase|secret|token/i
const UNSAFE = new Set(['__proto__', 'prototype', 'constructor'])

/**
 * A form as an object: `a.b` nests, `list.0.name` makes lists, a name sent several times or ending in `[]` is a
 * list. Next's own fields are left out.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const all = form.getAll(name)
    const isList = name.endsWith('[]')
    setPath(
      input,
      (isList ? name.slice(0, -2) : name).split('.'),
      isList || all.length > 1 ? all : all[0],
    )
  }
  return withLists(input) as Record<string, unknown>
}

/** The text fields of a form, without secrets and files, to fill the form in again. */
export function typedValues(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || SECRET.test(name)) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (texts.length > 0) values[name] = texts.length > 1 || name.endsWith('[]') ? texts : texts[0]!
  }
  return values
}

function setPath(target: Record<string, unknown>, path: string[], value: unknown): void {
  if (path.some((part) => UNSAFE.has(part))) return
  let place = target
  for (const part of path.slice(0, -1)) {
    const inner = place[part]
    if (typeof inner !== 'object' || inner === null || inner instanceof Blob) place[part] = {}
    place = place[part] as Record<string, unknown>
  }
  place[path.at(-1)!] = value
}

/** Objects whose keys are all whole numbers become lists in that order. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value
  if (Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,5}$/.test(key))
  if (!isList) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
}
