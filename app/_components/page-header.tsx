import type { ReactNode } from 'react'
import styles from './page-header.module.css'
import { PageTitle } from './page-title.tsx'

/** What stands in the heading; where that is more than words, or says too little alone, `pageTitle` names the document. */
type Title = { title: string; pageTitle?: string } | { title: ReactNode; pageTitle: string }

/** The head of a page: its only h1, the document's title, what kind of page it is (`eyebrow`), a sentence about it, and its main acts. */
export function PageHeader({
  title,
  pageTitle = title as string,
  eyebrow,
  description,
  actions,
}: Title & {
  eyebrow?: ReactNode
  description?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className={styles.header}>
      <PageTitle>{pageTitle}</PageTitle>
      <div className={styles.text}>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
