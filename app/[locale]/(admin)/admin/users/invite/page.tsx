import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { InviteForm } from './invite-form.tsx'

export default async function InvitePage() {
  await requireViewer('admin')
  const t = await getTranslations('people')
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/admin/users">{t('title')}</Link>}
        title={t('invite.title')}
        description={t('invite.description')}
      />
      <InviteForm />
    </>
  )
}
