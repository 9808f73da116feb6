'use client'

import type { ReactNode } from 'react'
import { Link, usePathname } from '#app/_i18n/navigation.ts'

/** A link of the main navigation, marked while its page or one below it is shown. */
export function NavLink({
  href,
  className,
  exact = false,
  children,
}: {
  href: string
  className?: string | undefined
  exact?: boolean
  children: ReactNode
}) {
  const path = usePathname()
  const isHere = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      className={className}
      aria-current={isHere ? 'page' : undefined}
      // The frame stays while the page changes: a menu that was opened for this would stay open.
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
    >
      {children}
    </Link>
  )
}
