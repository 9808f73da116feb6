'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'

/** Shown when a page fails; the number is in the server's log. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  const t = useTranslations()
  return (
    <div className="page-narrow">
      <PageHeader title={t('shell.failed.title')} description={t('shell.failed.text')} />
      {error.digest && <p>{t('common.reference', { reference: error.digest })}</p>}
      <Button variant="primary" onClick={() => retry()}>
        {t('shell.failed.retry')}
      </Button>
    </div>
  )
}
