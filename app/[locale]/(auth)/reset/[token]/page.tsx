import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { orNotFound } from '#app/_server/found.ts'
import { optionalViewer } from '#app/_server/viewer.ts'
import { readReset } from '#lib/people/queries.ts'
import { LinkOver, openOrReason } from '../../link-over.tsx'
import { ResetForm } from './reset-form.tsx'

export default async function ResetPage({
  params,
}: {
  params: Promise<{ locale: string; token: string }>
}) {
  const { token } = await params
  const t = await getTranslations('auth.reset')
  const viewer = await optionalViewer()
  const link = openOrReason(() => orNotFound(() => readReset(viewer, token)))
  if ('reason' in link) return <LinkOver title={t('title')} reason={link.reason} />
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <ResetForm token={token} email={link.opened.email} />
    </>
  )
}
