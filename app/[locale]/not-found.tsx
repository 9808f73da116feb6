import { useTranslations } from 'next-intl'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'

/** The one answer to everything that isn't there or isn't open to the viewer. */
export default function NotFoundPage() {
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
