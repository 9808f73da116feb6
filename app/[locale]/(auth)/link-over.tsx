import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { AppError } from '#lib/errors.ts'

/** What stands behind a link, or the reason why it can no longer be used. */
export function openOrReason<T>(open: () => T): { opened: T } | { reason: string } {
  try {
    return { opened: open() }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { reason: error.reason }
    throw error
  }
}

/** The page of a one-time link that is over: why, and whom to ask. */
export async function LinkOver({ title, reason }: { title: string; reason: string }) {
  const [t, errors] = await Promise.all([getTranslations('auth'), getTranslations('errors')])
  return (
    <>
      <PageHeader title={title} description={errors(reason as never)} />
      <p>{t('askForAnother')}</p>
    </>
  )
}
