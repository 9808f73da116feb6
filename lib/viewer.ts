export const ROLES = ['researcher', 'archivist', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * Who is asking: the first argument of every query and command. It is read afresh at each request, so that a
 * suspended or demoted person is out at the next click.
 */
export type Viewer =
  | {
      kind: 'anonymous'
      /** Whether the archive is open to visitors who have not signed in. */
      admitted: boolean
    }
  | { kind: 'user'; userId: string; name: string; email: string; role: Role }
  /** The product itself: seeding, the outbox, command lines run on the machine. Never made from a request. */
  | { kind: 'system'; reason: string }

/** The signed-in person's id, or null. */
export function userIdOf(viewer: Viewer): string | null {
  return viewer.kind === 'user' ? viewer.userId : null
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer.kind === 'user' && viewer.role === 'admin'
}

/** Archivists and admins: those who work in the archive. */
export function isStaff(viewer: Viewer): boolean {
  return viewer.kind === 'user' && (viewer.role === 'admin' || viewer.role === 'archivist')
}
