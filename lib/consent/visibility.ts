import type { Consent, StatementContent } from '#lib/statements/model.ts'
import type { Audience } from '#lib/statements/vocabularies.ts'

/** Who may read a statement and between which instants (ISO 8601, UTC; null is open), with the reasons as message keys. */
export interface Visibility {
  audience: Audience
  visibleFrom: string | null
  visibleUntil: string | null
  /** Keys under `visibility.*`: what narrowed it. */
  reasons: string[]
}

/** Widest first; narrowing never widens. */
const WIDTH: Record<Audience, number> = { public: 3, registered: 2, staff: 1, nobody: 0 }

/**
 * Computes visibility from consent, the archive's own restriction and embargo. Nobody types it in.
 *
 * Publishing under the witness's real name needs consent to `publish_named`; otherwise `publish_anonymised` or
 * `publish_named` will do. Without either, consent to research on request or to internal analysis lets the staff
 * read, and failing these nobody but the owner and admins. A condition that the archive cannot keep by itself
 * (anything but "not before") keeps the statement with the staff.
 */
export function computeVisibility(
  content: Pick<StatementContent, 'access' | 'witness'>,
  consents: readonly Consent[],
): Visibility {
  const reasons: string[] = []
  const visibility: Visibility = {
    audience: content.access.audience ?? 'nobody',
    visibleFrom: null,
    visibleUntil: null,
    reasons,
  }
  if (content.access.audience === null) reasons.push('noAudience')

  const ceiling = consentCeiling(content.witness.displayMode, consents)
  if (WIDTH[ceiling.audience] < WIDTH[visibility.audience]) {
    visibility.audience = ceiling.audience
    reasons.push(ceiling.reason)
  }

  const starts = [content.access.embargoUntil, ceiling.notBefore].filter((day) => day !== null)
  if (starts.length > 0) {
    visibility.visibleFrom = startOfDay(starts.sort().at(-1) as string)
    reasons.push('embargo')
  }
  if (ceiling.expiresOn !== null) {
    visibility.visibleUntil = startOfDay(ceiling.expiresOn)
    reasons.push('consentExpires')
  }
  return visibility
}

interface Ceiling {
  audience: Audience
  reason: string
  notBefore: string | null
  expiresOn: string | null
}

function consentCeiling(
  displayMode: StatementContent['witness']['displayMode'],
  consents: readonly Consent[],
): Ceiling {
  const by = (purpose: Consent['purpose']) => consents.find((row) => row.purpose === purpose)
  const named = by('publish_named')
  const anonymised = by('publish_anonymised')
  const candidates = displayMode === 'real_name' ? [named] : [anonymised, named]

  if (candidates.some((row) => row?.decision === 'withdrawn')) {
    return { audience: 'nobody', reason: 'consentWithdrawn', notBefore: null, expiresOn: null }
  }
  const given = candidates.find(
    (row) => row?.decision === 'granted' || row?.decision === 'conditional',
  )
  if (given) return ceilingOfGrant(given)

  const inside = [by('research_on_request'), by('internal_analysis')].find(
    (row) => row?.decision === 'granted',
  )
  if (inside) {
    return {
      audience: 'staff',
      reason: 'noConsentToPublish',
      notBefore: inside.notBefore,
      expiresOn: inside.expiresOn,
    }
  }
  return { audience: 'nobody', reason: 'noConsent', notBefore: null, expiresOn: null }
}

function ceilingOfGrant(consent: Consent): Ceiling {
  const keepable =
    consent.decision === 'granted' || (consent.notBefore !== null && consent.conditions === '')
  return {
    audience: keepable ? 'public' : 'staff',
    reason: 'consentConditional',
    notBefore: consent.notBefore,
    expiresOn: consent.expiresOn,
  }
}

function startOfDay(day: string): string {
  return `${day}T00:00:00.000Z`
}
