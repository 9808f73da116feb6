import { isAdmin, isStaff, type Viewer } from '#lib/viewer.ts'

export interface NavigationItem {
  href: string
  /** Key under `shell.nav`. */
  label:
    | 'search'
    | 'events'
    | 'places'
    | 'people'
    | 'about'
    | 'desk'
    | 'import'
    | 'review'
    | 'users'
    | 'settings'
    | 'audit'
    | 'health'
  exact?: boolean
}

const reading: NavigationItem[] = [
  { href: '/search', label: 'search' },
  { href: '/events', label: 'events' },
  { href: '/places', label: 'places' },
  { href: '/people', label: 'people' },
  { href: '/about', label: 'about' },
]

const desk: NavigationItem[] = [
  { href: '/desk', label: 'desk', exact: true },
  { href: '/desk/import', label: 'import' },
]

const administration: NavigationItem[] = [
  { href: '/review', label: 'review' },
  { href: '/admin/users', label: 'users' },
  { href: '/admin/audit', label: 'audit' },
  { href: '/admin/settings', label: 'settings' },
  { href: '/admin/health', label: 'health' },
]

/** The places that the header offers this viewer: the reading room, and where they work in the archive. */
export function navigationFor(viewer: Viewer): {
  reading: NavigationItem[]
  work: NavigationItem[]
} {
  const isClosed = viewer.kind === 'anonymous' && !viewer.admitted
  return {
    reading: isClosed ? reading.filter(({ label }) => label === 'about') : reading,
    work: [...(isStaff(viewer) ? desk : []), ...(isAdmin(viewer) ? administration : [])],
  }
}
