import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { type ImportSummary, listImports } from '#lib/importing/queries.ts'
import { UPLOAD_MAX_BYTES } from '#lib/importing/sizes.ts'
import { ImportList } from './import-list.tsx'
import { RefreshWhileWorking } from './refresh-while-working.tsx'
import { StartAllForm } from './start-all-form.tsx'
import { UploadForm } from './upload-form.tsx'

const WORKING: readonly ImportSummary['state'][] = ['uploaded', 'running', 'undoing']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function ImportPage() {
  const viewer = await requireViewer('archivist')
  const imports = listImports(viewer)
  const t = await getTranslations('import')
  const isAdmin = viewer.role === 'admin'
  const title = t(isAdmin ? 'list.titleAll' : 'list.title')
  return (
    <div className="page stack">
      <PageHeader title={t('title')} description={t('description')} />
      <ClientMessages namespaces={['import']}>
        <UploadForm maxMegabytes={UPLOAD_MAX_BYTES / 1024 / 1024} locale={await getLocale()} />
      </ClientMessages>
      <section aria-labelledby="imports" className="stack">
        <h2 id="imports">{title}</h2>
        {imports.some(({ state }) => WORKING.includes(state)) && <RefreshWhileWorking />}
        <ClientMessages namespaces={['import']}>
          <StartAllForm
            seen={imports
              .filter((one) => one.isOwn && one.state === 'ready')
              .map(({ id, version }) => ({ importId: id, version }))}
          />
        </ClientMessages>
        {imports.length === 0 ? (
          <EmptyState title={t('list.empty')} />
        ) : (
          <ImportList caption={title} imports={imports} withNames={isAdmin} />
        )}
      </section>
    </div>
  )
}
