import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { setResponseStatus } from '#lib/response-status.ts'

/** The one answer, 404, to everything that isn't there or isn't open to the viewer; a page returns it as its content. */
export function NothingHere() {
  if (!setResponseStatus(404)) notFound()
  return <NothingHereText />
}

/** Its words alone, for where the status is set already. */
export function NothingHereText() {
  const t = useTranslations('shell.notFound')
  return (
    <div className="page-narrow">
      <PageHeader title={t('title')} description={t('text')} />
      <div className="cluster">
        <LinkButton href="/search" variant="primary">
          {t('search')}
        </LinkButton>
        <LinkButton href="/">{t('home')}</LinkButton>
      </div>
    </div>
  )
}
