import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { redirect } from '#app/_i18n/navigation.ts'
import { readViewer } from '#lib/auth/session.ts'
import type { Role, Viewer } from '#lib/viewer.ts'

export type SignedInViewer = Extract<Viewer, { kind: 'user' }>

const rank: Record<Role, number> = { researcher: 1, archivist: 2, admin: 3 }

/** Who is asking, read once for each rendering; perhaps nobody who has signed in. */
export const optionalViewer = cache(
  async (): Promise<Viewer> => readViewer({ headers: await headers(), cookies: await cookies() }),
)

/**
 * The viewer of a page for people with at least this role. Anonymous visitors are sent to sign in and then back
 * here; anyone else without the role finds nothing. This draws pages: each query and command asks its own policy.
 */
export async function requireViewer(role: Role = 'researcher'): Promise<SignedInViewer> {
  const viewer = await optionalViewer()
  if (viewer.kind !== 'user') return sendToSignIn()
  if (rank[viewer.role] < rank[role]) notFound()
  return viewer
}

/** The viewer of a reading room page: anyone while the archive is open, otherwise those who have signed in. */
export async function readingViewer(): Promise<Viewer> {
  const viewer = await optionalViewer()
  if (viewer.kind === 'anonymous' && !viewer.admitted) return sendToSignIn()
  return viewer
}

/** Every closed address leads here alike, so that the answer says nothing about what is there. */
async function sendToSignIn(): Promise<never> {
  const path = (await headers()).get('x-govah-path') ?? '/'
  const locale = await getLocale()
  return redirect({ href: { pathname: '/sign-in', query: { next: path } }, locale })
}
