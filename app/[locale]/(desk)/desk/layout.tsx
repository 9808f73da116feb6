import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Says nothing about access: each page of the desk asks who is there. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return children
}
