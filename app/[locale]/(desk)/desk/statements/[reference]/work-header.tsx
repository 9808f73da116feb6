import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PublicationBadge, WorkStateBadge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { StatementWork } from '#lib/statements/work.ts'
import { titleOf } from '../../_editor/draft-store.ts'

/** Title, reference and standing of a statement under work. */
export function WorkHeader({
  work,
  locale,
  actions,
}: {
  work: StatementWork
  locale: string
  actions?: ReactNode
}) {
  const t = useTranslations('desk')
  const title = titleOf(work.content.titles, locale)
  return (
    <PageHeader
      pageTitle={title ? `${title} (${work.reference})` : work.reference}
      title={title ? <Bidi>{title}</Bidi> : t('list.untitled')}
      eyebrow={
        <span className="cluster">
          <Link href="/desk">{t('editor.toList')}</Link>
          <span>
            <Ltr>{work.reference}</Ltr> · {t('list.revision', { number: work.revision })}
          </span>
          <WorkStateBadge state={work.state} />
          {work.publication !== 'unpublished' && (
            <PublicationBadge publication={work.publication} />
          )}
        </span>
      }
      actions={actions}
    />
  )
}
