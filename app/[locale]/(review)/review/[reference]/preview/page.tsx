import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { StatementView } from '#app/_reading/statement-view.tsx'
import { chooseTextView } from '#app/_reading/text-view.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { previewStatement } from '#lib/statements/preview.ts'
import { VisibilityFacts } from '../../_review/consent-section.tsx'
import styles from '../../_review/review.module.css'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ show?: string; in?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/** The page that readers would see, drawn by the same code, with who they would be. */
export default async function ReviewPreviewPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('admin')
  const { reference } = await params
  const { show, in: language } = await searchParams
  const t = await getTranslations('review')
  const { statement, visibility } = orNotFound(() => previewStatement(viewer, reference))
  const view = chooseTextView(statement, await getLocale(), { show, in: language })
  return (
    <>
      <div className={styles.previewBar}>
        <Notice title={t('previewNotice')}>
          <VisibilityFacts visibility={visibility} />
          <LinkButton size="s" href={`/review/${reference}`}>
            {t('backToReview')}
          </LinkButton>
        </Notice>
      </div>
      <StatementView
        statement={statement}
        view={view}
        path={`/review/${reference}/preview`}
        pageTitle={t('previewTitle', { reference })}
      />
    </>
  )
}
