import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing.ts'

/** Next's links and navigation, which keep to the reader's language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing)
