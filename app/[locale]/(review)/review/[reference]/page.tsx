import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge, PublicationBadge, WorkStateBadge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { pickText } from '#app/_reading/localized.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { readReview } from '#lib/review/queries.ts'
import styles from '../_review/review.module.css'
import { ReviewBody } from '../_review/review-body.tsx'
import { SecondReviewNotice } from '../_review/standing.tsx'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ only?: string | string[]; passage?: string | string[] }>
}

export const metadata: Metadata = { robots: { index: false } }

/** One statement under review: the text beside what was last approved, all that is known of it, and the decision. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('admin')
  const { reference } = await params
  const { only, passage } = await searchParams
  const locale = await getLocale()
  const t = await getTranslations('review')
  const review = orNotFound(() => readReview(viewer, reference, locale))
  const { work } = review
  const title = pickText(work.content.titles, locale)
  const hasOwnHand = work.contributors.some((person) => person.id === viewer.userId)
  return (
    <ClientMessages namespaces={['review', 'checklist', 'vocabulary']}>
      <div className="page">
        <PageHeader
          pageTitle={t('pageTitle', { reference })}
          eyebrow={
            <span className="cluster">
              <Ltr>{reference}</Ltr>
              <span>{t('revision', { number: work.revision })}</span>
              <WorkStateBadge state={work.state} />
              <PublicationBadge publication={work.publication} />
              {work.needsSecondReview && <Badge tone="warning">{t('twoNeeded')}</Badge>}
            </span>
          }
          title={title ? <Bidi lang={title.lang}>{title.text}</Bidi> : t('untitled')}
          actions={
            <>
              <LinkButton href={`/review/${reference}/preview`}>{t('preview')}</LinkButton>
              {work.publication === 'published' && (
                <LinkButton href={`/statements/${reference}`}>{t('publicPage')}</LinkButton>
              )}
            </>
          }
        />
        <div className={styles.notices}>
          {hasOwnHand && <Notice tone="warning">{t('ownHand')}</Notice>}
          <SecondReviewNotice work={work} />
        </div>
        <ReviewBody
          review={review}
          keepAs={`review:${viewer.userId}:${reference}`}
          onlyChanges={only === 'changes'}
          passage={typeof passage === 'string' && /^\d+$/.test(passage) ? passage : ''}
        />
      </div>
    </ClientMessages>
  )
}
