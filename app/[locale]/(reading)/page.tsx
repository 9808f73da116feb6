import { useTranslations } from 'next-intl'
import { PageHeader } from '#app/_components/page-header.tsx'

export default function HomePage() {
  const t = useTranslations('shell')
  return (
    <div className="page">
      <PageHeader title={t('archive')} description={t('footer.attribution')} />
    </div>
  )
}
