import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { AudienceBadge, Badge, PublicationBadge, WorkStateBadge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { type Column, DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { useLanguageName } from '#app/_reading/use-language-name.ts'
import type { WorkListing } from '#lib/statements/work-lists.ts'
import styles from './review.module.css'

/** Statements under work, each with its age, whose it is, of what kind, how sensitive, and how it stands. */
export function WorkTable({
  caption,
  listings,
  isQueue = false,
}: {
  caption: string
  listings: readonly WorkListing[]
  /** Tells how long each has waited, instead of when it was last changed. */
  isQueue?: boolean
}) {
  const t = useTranslations('review.table')
  const v = useTranslations('vocabulary')
  const languageName = useLanguageName()
  const columns: Column<WorkListing>[] = [
    { id: 'statement', header: t('statement'), cell: (row) => <Named listing={row} /> },
    {
      id: 'age',
      header: isQueue ? t('waiting') : t('changed'),
      cell: (row) =>
        isQueue ? <Age at={row.submittedAt ?? row.updatedAt} /> : <DateTime at={row.updatedAt} />,
    },
    {
      id: 'owner',
      header: isQueue ? t('submitter') : t('owner'),
      cell: (row) => <Bidi>{row.owner.name}</Bidi>,
    },
    {
      id: 'kind',
      header: t('kind'),
      cell: (row) => (
        <>
          {row.testimonyType ? v(`testimonyTypes.${row.testimonyType}` as never) : t('noType')}
          {row.language && <span className={styles.aside}>{languageName(row.language)}</span>}
        </>
      ),
    },
    { id: 'sensitivity', header: t('sensitivity'), cell: (row) => <Sensitivity listing={row} /> },
    {
      id: 'standing',
      header: t('standing'),
      cell: (row) => <State listing={row} isQueue={isQueue} />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={listings}
      rowKey={(row) => row.reference}
    />
  )
}

function Named({ listing }: { listing: WorkListing }) {
  const t = useTranslations('review.table')
  const format = useFormatter()
  const locale = useLocale()
  const { titles, reference, openComments } = listing
  const title = (locale === 'fa' ? titles.fa : titles.en) || titles.any
  return (
    <>
      <Link href={`/review/${reference}`} className={styles.titleLink}>
        {title ? <Bidi>{title}</Bidi> : t('untitled')}
      </Link>
      <span className={styles.aside}>
        <Ltr>{reference}</Ltr> · {t('revision', { number: format.number(listing.revision) })} ·{' '}
        {t('words', { count: listing.words })}
        {openComments > 0 && ` · ${t('comments', { count: openComments })}`}
      </span>
    </>
  )
}

function Age({ at }: { at: string }) {
  const format = useFormatter()
  return (
    <>
      {format.relativeTime(new Date(at), new Date())}
      <span className={styles.aside}>
        <DateTime at={at} />
      </span>
    </>
  )
}

function Sensitivity({ listing }: { listing: WorkListing }) {
  const t = useTranslations('review.table')
  const v = useTranslations('vocabulary.contentNotes')
  const notes = listing.contentNotes.filter((note) => note !== 'none')
  if (notes.length === 0 && !listing.needsSecondReview) return t('notSensitive')
  return (
    <span className={styles.badges}>
      {notes.map((note) => (
        <Badge key={note} tone="warning">
          {v(note as never)}
        </Badge>
      ))}
      {listing.needsSecondReview && <Badge>{t('twoNeeded')}</Badge>}
    </span>
  )
}

/** How it stands; and where the viewer had a hand in it, that another has to decide. */
function State({ listing, isQueue }: { listing: WorkListing; isQueue: boolean }) {
  const t = useTranslations('review.table')
  const { state, publication, claimedBy, firstApproved, ownHand } = listing
  const isWaiting = state === 'submitted' || state === 'in_review'
  // In the queue an approved revision is one that is not published yet.
  const toPublish = state === 'approved' && (isQueue || publication === 'unpublished')
  return (
    <>
      <span className={styles.badges}>
        <WorkStateBadge state={state} />
        {publication !== 'unpublished' && <PublicationBadge publication={publication} />}
        {publication === 'published' && <AudienceBadge audience={listing.audience} />}
        {isWaiting && firstApproved && <Badge tone="accent">{t('firstApproved')}</Badge>}
      </span>
      {toPublish && <span className={styles.aside}>{t('toPublish')}</span>}
      {isWaiting && (
        <span className={styles.aside}>
          {claimedBy
            ? t.rich('claimedBy', { name: () => <Bidi>{claimedBy.name}</Bidi> })
            : t('unclaimed')}
        </span>
      )}
      {(isWaiting || toPublish) && ownHand && <span className={styles.aside}>{t('ownHand')}</span>}
    </>
  )
}
