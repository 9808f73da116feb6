import { useFormatter } from 'next-intl'
import { Link } from '#app/_i18n/navigation.ts'
import styles from './tabs.module.css'

export interface LinkTab {
  href: string
  label: string
  /** This is the page shown. */
  current?: boolean
  count?: number
}

/** Pages beside each other as tabs; plain links, so they work without JavaScript and have addresses. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const format = useFormatter()
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              className={styles.tab}
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className={styles.count}>{format.number(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
