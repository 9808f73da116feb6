import type { ReactNode } from 'react'
import styles from './definition-list.module.css'

/** Facts by name. Items whose details are null or false are left out; a list without items is not drawn. */
export function DefinitionList({
  items,
  layout = 'stacked',
}: {
  items: readonly { term: string; details: ReactNode }[]
  /** `columns`: side by side where there is room; `aside`: stacked in a narrow column, side by side on a phone. */
  layout?: 'stacked' | 'columns' | 'aside'
}) {
  const shown = items.filter(({ details }) => details !== null && details !== false)
  if (shown.length === 0) return null
  return (
    <dl className={styles.list} data-layout={layout}>
      {shown.map(({ term, details }) => (
        <div className={styles.item} key={term}>
          <dt>{term}</dt>
          <dd>{details}</dd>
        </div>
      ))}
    </dl>
  )
}
