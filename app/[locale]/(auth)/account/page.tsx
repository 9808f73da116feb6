import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { SignOutButton } from '#app/_components/sign-out-button.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { getOwnAccount } from '#lib/people/queries.ts'
import styles from '../auth.module.css'
import { PasswordForm } from './password-form.tsx'
import { SignOutEverywhereForm } from './sign-out-everywhere-form.tsx'

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ welcome?: string; changed?: string }>
}) {
  const viewer = await requireViewer()
  const account = getOwnAccount(viewer)
  if (!account) notFound()
  const { welcome, changed } = await searchParams
  const [t, roles] = await Promise.all([
    getTranslations('auth.account'),
    getTranslations('vocabulary.roles'),
  ])
  return (
    <>
      <PageHeader title={t('title')} actions={<SignOutButton />} />
      <div className="stack">
        {welcome && (
          <Notice tone="success" title={t('welcome')}>
            {t(`can.${account.role}`)}
          </Notice>
        )}
        {changed && <Notice tone="success" title={t('passwordChanged')} />}
        <DefinitionList
          layout="columns"
          items={[
            { term: t('name'), details: <Bidi>{account.name}</Bidi> },
            { term: t('email'), details: <Ltr>{account.email}</Ltr> },
            { term: t('role'), details: roles(account.role) },
            {
              term: t('lastSignIn'),
              details: account.lastSignInAt && <DateTime at={account.lastSignInAt} withTime />,
            },
          ]}
        />
      </div>
      <section className={styles.section} aria-labelledby="change-password">
        <h2 id="change-password">{t('changePassword')}</h2>
        <PasswordForm email={account.email} />
      </section>
      <section className={styles.section} aria-labelledby="everywhere">
        <h2 id="everywhere">{t('everywhere')}</h2>
        <p>{t('everywhereHelp')}</p>
        <SignOutEverywhereForm />
      </section>
    </>
  )
}
