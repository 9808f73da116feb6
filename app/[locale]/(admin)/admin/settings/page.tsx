import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { getArchive } from '#lib/archive/queries.ts'
import { SettingsForm } from './settings-form.tsx'

export default async function SettingsPage() {
  const viewer = await requireViewer('admin')
  const archive = getArchive(viewer)
  if (!archive) notFound()
  const t = await getTranslations('settings')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <SettingsForm archive={archive} />
    </>
  )
}
