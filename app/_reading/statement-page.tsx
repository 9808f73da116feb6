import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '#app/_components/badge.tsx'
import { Ltr } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { getPathname } from '#app/_i18n/navigation.ts'
import { findOrNull } from '#app/_server/found.ts'
import { readingViewer } from '#app/_server/viewer.ts'
import { NothingHere } from '#app/_shell/nothing-here.tsx'
import { getArchive } from '#lib/archive/queries.ts'
import { environment } from '#lib/env.ts'
import { searchInside } from '#lib/search/inside.ts'
import type { PresentedStatement } from '#lib/statements/present.ts'
import { readStatement } from '#lib/statements/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { permanentPath } from './citation.ts'
import { CitationBox } from './citation-box.tsx'
import { StatementView } from './statement-view.tsx'
import { chooseTextView, shownTexts, type TextView } from './text-view.ts'

export interface StatementSearchParams {
  q?: string | string[]
  show?: string | string[]
  in?: string | string[]
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** What stands at a statement's address: the text, what replaced it, or the fact that it was withdrawn. */
export async function StatementPage({
  reference,
  revision,
  searchParams,
}: {
  reference: string
  revision?: number
  searchParams: StatementSearchParams
}) {
  const viewer = await readingViewer()
  const page = findOrNull(() => readStatement(viewer, reference, revision))
  if (page === null) return <NothingHere />
  if (page.kind === 'tombstone') return <Tombstone {...page} />
  if (page.kind === 'replaced') return <Replaced {...page} />

  const { statement } = page
  const locale = await getLocale()
  const query =
    single(searchParams.q)
      ?.replace(/\p{Cc}/gu, ' ')
      .trim() ?? ''
  const view = chooseTextView(statement, locale, {
    show: single(searchParams.show),
    in: single(searchParams.in),
  })
  const path =
    revision === undefined ? `/statements/${reference}` : permanentPath(reference, revision)
  return (
    <ClientMessages namespaces={['citation', 'find']}>
      <StatementView
        statement={statement}
        view={view}
        path={path}
        query={query}
        found={searchInside(viewer, textsOf(statement, view), query)}
        citation={
          <CitationBox
            reference={reference}
            revision={statement.revision}
            archiveName={archiveName(viewer, locale)}
            address={`${environment().publicUrl}${permanentPath(reference, statement.revision)}`}
          />
        }
      />
    </ClientMessages>
  )
}

function textsOf(statement: PresentedStatement, view: TextView): string[] {
  const { original, translation } = shownTexts(statement, view)
  return [...(original ? statement.text.passages : []), ...(translation?.passages ?? [])].flatMap(
    ({ text }) => (text ? [text] : []),
  )
}

function archiveName(viewer: Viewer, locale: string): string {
  const name = getArchive(viewer)?.name
  return (locale === 'fa' ? name?.fa : name?.en) ?? ''
}

async function Tombstone({ reference, withdrawnOn }: { reference: string; withdrawnOn: string }) {
  const t = await getTranslations('statement')
  return (
    <div className="page-narrow">
      <NotToBeIndexed />
      <PageHeader
        pageTitle={reference}
        eyebrow={
          <span className="cluster">
            <Ltr>{reference}</Ltr>
            <Badge tone="danger">{t('withdrawn')}</Badge>
          </span>
        }
        title={t('withdrawnTitle')}
        description={t.rich('withdrawnText', {
          date: () => <DateTime at={withdrawnOn} bothCalendars />,
        })}
      />
      <LinkButton href="/search">{t('searchArchive')}</LinkButton>
    </div>
  )
}

async function Replaced({
  reference,
  revision,
  replacedBy,
}: {
  reference: string
  revision: number
  replacedBy: number
}) {
  const t = await getTranslations('statement')
  const locale = await getLocale()
  return (
    <div className="page-narrow">
      <NotToBeIndexed />
      <PageHeader
        pageTitle={reference}
        eyebrow={<Ltr>{`${reference} (r${revision})`}</Ltr>}
        title={t('replacedTitle', { revision })}
        description={t('replacedText', { revision: replacedBy })}
      />
      <a href={getPathname({ href: permanentPath(reference, replacedBy), locale })}>
        {t('replacedLink', { revision: replacedBy })}
      </a>
    </div>
  )
}

/** What was taken back is not to be kept by search engines. */
function NotToBeIndexed() {
  return <meta name="robots" content="noindex" />
}
