import { notFound } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import type { Viewer } from '#lib/viewer.ts'

/** Archivists and admins import. @returns the viewer's user id @throws AppError unauthenticated, forbidden */
export function requireImporter(viewer: Viewer): string {
  return requireStaff(viewer)
}

/** An import is read by who made it and by admins; to everybody else it does not exist. */
export function canReadImport(viewer: Viewer, createdBy: string): boolean {
  if (viewer.kind !== 'user') return viewer.kind === 'system'
  return viewer.role === 'admin' || (viewer.role === 'archivist' && viewer.userId === createdBy)
}

/** The drafts of an import belong to who made it, who alone may take them back. @throws AppError not_found */
export function requireOwnImport(viewer: Viewer, createdBy: string): void {
  if (requireStaff(viewer) !== createdBy) throw notFound('an import of somebody else')
}
