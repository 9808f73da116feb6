import styles from '../admin.module.css'

/** What an event keeps beside who, what and when: names of fields and codes, as they are written down. */
export function EventDetails({ details }: { details: Record<string, unknown> }) {
  const entries = Object.entries(details)
  if (entries.length === 0) return null
  return (
    <ul className={styles.details} dir="ltr" lang="en">
      {entries.map(([name, value]) => (
        <li key={name}>
          {name}: <bdi>{describe(value)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function describe(value: unknown): string {
  if (value === null) return '—'
  if (typeof value !== 'object') return String(value)
  if ('from' in value && 'to' in value) return `${describe(value.from)} → ${describe(value.to)}`
  return JSON.stringify(value)
}
