import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'

export const metadata: Metadata = { robots: { index: false, follow: false } }

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['people', 'settings']}>
      <div className="page">{children}</div>
    </ClientMessages>
  )
}
