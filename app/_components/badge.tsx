import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Audience, Publication, WorkState } from '#lib/statements/vocabularies.ts'
import styles from './badge.module.css'

export type BadgeTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

/** A short label; its words carry the meaning, the colour only repeats it. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}

const stateTones: Record<WorkState, BadgeTone> = {
  draft: 'neutral',
  submitted: 'info',
  in_review: 'info',
  changes_requested: 'warning',
  approved: 'success',
  rejected: 'danger',
}

/** Where the work on a revision stands. In client components, the `vocabulary` messages must be given. */
export function WorkStateBadge({ state }: { state: WorkState }) {
  const t = useTranslations('vocabulary.workStates')
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>
}

const audienceTones: Record<Audience, BadgeTone> = {
  public: 'success',
  registered: 'accent',
  staff: 'warning',
  nobody: 'danger',
}

/** Who may read a published statement. */
export function AudienceBadge({ audience }: { audience: Audience }) {
  const t = useTranslations('vocabulary.audiences')
  return <Badge tone={audienceTones[audience]}>{t(audience)}</Badge>
}

const publicationTones: Record<Publication, BadgeTone> = {
  unpublished: 'neutral',
  published: 'success',
  withdrawn: 'danger',
}

/** Whether a statement is published. */
export function PublicationBadge({ publication }: { publication: Publication }) {
  const t = useTranslations('vocabulary.publications')
  return <Badge tone={publicationTones[publication]}>{t(publication)}</Badge>
}
