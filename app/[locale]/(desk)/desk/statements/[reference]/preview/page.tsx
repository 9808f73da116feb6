import { getLocale, getTranslations } from 'next-intl/server'
import { AudienceBadge } from '#app/_components/badge.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { StatementView } from '#app/_reading/statement-view.tsx'
import { chooseTextView } from '#app/_reading/text-view.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { previewStatement } from '#lib/statements/preview.ts'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The statement as a reader would meet it if it were published as it stands. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('archivist')
  const { reference } = await params
  const { statement, visibility } = orNotFound(() => previewStatement(viewer, reference))
  const search = await searchParams
  const t = await getTranslations('desk.preview')
  const one = (name: string) => [search[name]].flat()[0]
  return (
    <>
      <div className="page-narrow">
        <Notice
          tone={visibility.audience === 'public' ? 'info' : 'warning'}
          title={
            <span className="cluster">
              {t('title')} <AudienceBadge audience={visibility.audience} />
            </span>
          }
        >
          <p>{t(visibility.audience === 'public' ? 'banner' : 'notPublic')}</p>
          <LinkButton size="s" href={`/desk/statements/${reference}`}>
            {t('back')}
          </LinkButton>
        </Notice>
      </div>
      <StatementView
        statement={statement}
        view={chooseTextView(statement, await getLocale(), { show: one('show'), in: one('in') })}
        path={`/desk/statements/${reference}/preview`}
        pageTitle={t('title')}
      />
    </>
  )
}
