'use client'

import { createContext, type ReactNode, useContext } from 'react'

const ArchiveName = createContext('')

/** Gives the pages inside the name of the archive, which ends every title. */
export function ArchiveNameProvider({ name, children }: { name: string; children: ReactNode }) {
  return <ArchiveName value={name}>{children}</ArchiveName>
}

/**
 * The title of the document, drawn with its page: Next's metadata comes a moment after, and until then the document
 * has no name to tell a screen reader (WCAG 2.4.2). Without `children` it is the archive's name alone.
 */
export function PageTitle({ children }: { children?: string }) {
  const name = useContext(ArchiveName)
  return <title>{children ? `${children} · ${name}` : name}</title>
}
