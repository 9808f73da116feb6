import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { NewDraftForm } from '../_list/new-draft-form.tsx'

/** Asks before it makes a draft: opening an address changes nothing. */
export default async function NewStatementPage() {
  await requireViewer('archivist')
  const t = await getTranslations('desk.new')
  return (
    <div className="page-narrow">
      <PageHeader title={t('title')} description={t('text')} />
      <NewDraftForm label={t('create')} />
    </div>
  )
}
