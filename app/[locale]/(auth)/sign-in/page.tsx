import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { redirect } from '#app/_i18n/navigation.ts'
import { readReturnPath } from '#app/_server/return-path.ts'
import { optionalViewer } from '#app/_server/viewer.ts'
import styles from '../auth.module.css'
import { SignInForm } from './sign-in-form.tsx'

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const t = await getTranslations('auth.signIn')
  const next = readReturnPath((await searchParams).next)
  const viewer = await optionalViewer()
  if (viewer.kind === 'user') redirect({ href: next, locale: await getLocale() })
  return (
    <>
      <PageHeader
        title={t('title')}
        description={next === '/' ? t('description') : t('descriptionNext')}
      />
      <SignInForm next={next} />
      <p className={styles.aside}>{t('help')}</p>
    </>
  )
}
