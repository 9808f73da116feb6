import { getFormatter, getTranslations } from 'next-intl/server'
import { Ltr } from '#app/_components/bidi.tsx'
import { type Column, DataTable } from '#app/_components/data-table.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { requireViewer } from '#app/_server/viewer.ts'
import { readImportHealth } from '#lib/importing/health.ts'
import { type EngineHealth, type Health, readHealth } from '#lib/search/health.ts'

const TONES = {
  ok: 'success',
  catching_up: 'info',
  fallback: 'warning',
  failing: 'danger',
} as const satisfies Record<Health['status'], string>

/** What monitors read at /api/health, for people. */
export default async function HealthPage() {
  const viewer = await requireViewer('admin')
  const { status, engine, fallback, archive, engines } = await readHealth(viewer)
  const imports = readImportHealth(viewer)
  const [t, format] = await Promise.all([getTranslations('settings.health'), getFormatter()])
  const columns: Column<EngineHealth>[] = [
    {
      id: 'engine',
      header: t('engine'),
      cell: ({ name }) => <bdi>{t(`engines.${name}`)}</bdi>,
    },
    { id: 'state', header: t('state'), cell: (row) => t(`states.${stateOf(row)}`) },
    {
      id: 'indexed',
      header: t('indexed'),
      align: 'end',
      cell: ({ statements }) => (statements === null ? t('unknown') : format.number(statements)),
    },
    {
      id: 'waiting',
      header: t('waiting'),
      cell: ({ pending, oldestSeconds }) =>
        pending === 0 ? t('none') : t('waitingSince', { count: pending, seconds: oldestSeconds }),
    },
  ]
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="stack">
        <Notice tone={TONES[status]} title={t(`statuses.${status}.title`)}>
          {t(`statuses.${status}.text`)}
        </Notice>
        {imports.stuck + imports.stopped > 0 && (
          <Notice tone="warning" title={t('importsTroubled')}>
            {t('importsTroubledText', { stuck: imports.stuck, stopped: imports.stopped })}
          </Notice>
        )}
        <DefinitionList
          layout="columns"
          items={[
            { term: t('published'), details: format.number(archive.statements) },
            { term: t('answering'), details: <bdi>{t(`engines.${engine}`)}</bdi> },
            {
              term: t('fallback'),
              details:
                fallback !== null &&
                t('fallbackSince', {
                  reason: t(`reasons.${fallback.reason}`),
                  minutes: Math.floor(fallback.seconds / 60),
                }),
            },
            { term: t('imports'), details: t('importsNow', { ...imports }) },
            {
              term: t('address'),
              details: (
                <a href="/api/health">
                  <Ltr>/api/health</Ltr>
                </a>
              ),
            },
          ]}
        />
        <DataTable
          caption={t('enginesTitle')}
          columns={columns}
          rows={engines}
          rowKey={({ name }) => name}
        />
      </div>
    </>
  )
}

function stateOf({ statements, comparing, pending }: EngineHealth) {
  if (statements === null) return 'unknown'
  if (comparing) return 'comparing'
  return pending > 0 ? 'behind' : 'current'
}
