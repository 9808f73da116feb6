import { AppError } from '#lib/errors.ts'
import { isStaff, type Viewer } from '#lib/viewer.ts'

/**
 * Sources, occasions and authority records are shared by those who work in the archive: archivists and admins make
 * and change them; readers meet them only through statements that they may read.
 *
 * @returns the viewer's user id
 * @throws AppError unauthenticated, forbidden
 */
export function requireStaff(viewer: Viewer): string {
  if (viewer.kind === 'user' && isStaff(viewer)) return viewer.userId
  if (viewer.kind === 'anonymous') throw new AppError('unauthenticated', 'signInFirst')
  throw new AppError('forbidden', 'staffOnly')
}
