import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Ltr } from '#app/_components/bidi.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { type Health, readHealth } from '#lib/search/health.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.health')
  return { title: t('title') }
}

const TONES = { ok: 'success', catching_up: 'info', failing: 'danger' } as const satisfies Record<
  Health['status'],
  string
>

/** What monitors read at /api/health, for people. */
export default async function HealthPage() {
  const viewer = await requireViewer('admin')
  const { status, engine, outbox, index, archive } = await readHealth(viewer)
  const [t, format] = await Promise.all([getTranslations('settings.health'), getFormatter()])
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="stack">
        <Notice tone={TONES[status]} title={t(`statuses.${status}.title`)}>
          {t(`statuses.${status}.text`)}
        </Notice>
        <DefinitionList
          layout="columns"
          items={[
            { term: t('published'), details: format.number(archive.statements) },
            {
              term: t('indexed'),
              details: index.statements === null ? t('unknown') : format.number(index.statements),
            },
            {
              term: t('waiting'),
              details:
                outbox.pending === 0
                  ? t('none')
                  : t('waitingSince', { count: outbox.pending, seconds: outbox.oldestSeconds }),
            },
            { term: t('engine'), details: <Ltr>{t(`engines.${engine as 'embedded'}`)}</Ltr> },
            { term: t('address'), details: <a href="/api/health">/api/health</a> },
          ]}
        />
      </div>
    </>
  )
}
