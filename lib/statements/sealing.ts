import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { StatementContent } from './model.ts'

/** What a content hash covers beside the content: the records it names as they stood, and the digests of what is kept apart. */
export interface SealedContext {
  reference: string
  revision: number
  source: Record<string, unknown> | null
  occasion: Record<string, unknown> | null
  /** SHA-256 of the consent rows. */
  consents: string
  /** HMAC of the witness's identity; null where none is recorded. */
  identity: string | null
}

/** SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of a revision's content and context. */
export function hashRevision(content: StatementContent, context: SealedContext): string {
  const canonical = canonicalize({ content, context })
  if (canonical === undefined) throw new Error('a revision must be JSON')
  return createHash('sha256').update(canonical).digest('hex')
}
