import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { countImports, listImports } from '#lib/importing/lists.ts'
import { UPLOAD_MAX_BYTES } from '#lib/importing/sizes.ts'
import { ImportList } from './import-list.tsx'
import { RefreshWhileWorking } from './refresh-while-working.tsx'
import { StartAllForm } from './start-all-form.tsx'
import { UploadForm } from './upload-form.tsx'

const PER_PAGE = 50

export default async function ImportPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>
}) {
  const viewer = await requireViewer('archivist')
  const { total, isWorking, ready } = countImports(viewer)
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE))
  const asked = Number((await searchParams).page ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pageCount) : 1
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
        {isWorking && <RefreshWhileWorking />}
        <ClientMessages namespaces={['import']}>
          <StartAllForm seen={ready} />
        </ClientMessages>
        {total === 0 ? (
          <EmptyState title={t('list.empty')} />
        ) : (
          <ImportList
            caption={title}
            imports={listImports(viewer, { page, perPage: PER_PAGE })}
            withNames={isAdmin}
          />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefFor={(number) => `/desk/import${number === 1 ? '' : `?page=${number}`}`}
        />
      </section>
    </div>
  )
}
