import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import { readConsents } from '#lib/consent/store.ts'
import { computeVisibility, type Visibility } from '#lib/consent/visibility.ts'
import { database } from '#lib/database.ts'
import { unsafeOccasionsById } from '#lib/occasions/queries.ts'
import { unsafeSourcesById } from '#lib/sources/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { authorize } from './authorize.ts'
import { type PresentedStatement, presentStatement, readContext } from './present.ts'
import { authorityIdsOf } from './projection.ts'
import { parseContent } from './queries.ts'

/**
 * What a reader would meet if the current revision were published as it stands, and who could read it then. The
 * presenter of the published page makes it, so that nothing shows here that would not show there, and the reverse.
 *
 * @throws AppError not_found for everyone but its owner and admins
 */
export function previewStatement(
  viewer: Viewer,
  reference: string,
): { statement: PresentedStatement; visibility: Visibility } {
  const { statement, revision } = authorize(database(), viewer, 'read_work', reference)
  const content = parseContent(revision)
  const consents = readConsents(database(), revision.id)
  const { sourceId } = content.source
  const { occasionId } = content.taking
  const context = revision.sealedContext
    ? readContext(revision)
    : {
        source:
          unsafeSourcesById(database(), sourceId ? [sourceId] : []).get(sourceId ?? '') ?? null,
        occasion:
          unsafeOccasionsById(database(), occasionId ? [occasionId] : []).get(occasionId ?? '') ??
          null,
      }
  return {
    visibility: computeVisibility(content, consents),
    statement: presentStatement({
      statement,
      revision: { ...revision, sealedContext: JSON.stringify(context) },
      content,
      consents,
      records: unsafeAuthoritiesById(database(), authorityIdsOf(content)),
      published: [],
      currentRevision: revision.number,
    }),
  }
}
