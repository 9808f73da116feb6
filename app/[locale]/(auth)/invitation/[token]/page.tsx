import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { orNotFound } from '#app/_server/found.ts'
import { optionalViewer } from '#app/_server/viewer.ts'
import { readInvitation } from '#lib/people/queries.ts'
import { LinkOver, openOrReason } from '../../link-over.tsx'
import { InvitationForm } from './invitation-form.tsx'

export default async function InvitationPage({
  params,
}: {
  params: Promise<{ locale: string; token: string }>
}) {
  const { token } = await params
  const [t, roles] = await Promise.all([
    getTranslations('auth.invitation'),
    getTranslations('vocabulary.roles'),
  ])
  const viewer = await optionalViewer()
  const link = openOrReason(() => orNotFound(() => readInvitation(viewer, token)))
  if ('reason' in link) return <LinkOver title={t('title')} reason={link.reason} />
  const { email, role } = link.opened
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t(email ? 'description' : 'descriptionFirst', { role: roles(role) })}
      />
      <InvitationForm token={token} email={email} />
    </>
  )
}
