import { getTranslations } from 'next-intl/server'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { getPathname, Link } from '#app/_i18n/navigation.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import {
  type AuditEventView,
  listAuditChoices,
  listEvents,
  SUBJECT_TYPES,
} from '#lib/audit/queries.ts'
import styles from '../admin.module.css'
import { EventDetails } from './event-details.tsx'
import { readAuditFilter, writeAuditFilter } from './filter.ts'

export default async function AuditPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const viewer = await requireViewer('admin')
  const filter = readAuditFilter(await searchParams)
  const { events, next } = listEvents(viewer, filter)
  const { actors, actions } = listAuditChoices(viewer)
  const { locale } = await params
  const [t, common] = await Promise.all([getTranslations('audit'), getTranslations('common')])
  const isFiltered = writeAuditFilter({ ...filter, before: undefined }) !== ''
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <search>
        <form className={styles.filter} action={getPathname({ href: '/admin/audit', locale })}>
          <Select
            label={t('actor')}
            name="actor"
            defaultValue={filter.actor ?? ''}
            placeholder={common('all')}
            options={[
              { value: 'machine', label: t('machine') },
              ...actors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            label={t('action')}
            name="action"
            defaultValue={filter.action ?? ''}
            placeholder={common('all')}
            options={actions.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
          />
          <Select
            label={t('subjectType')}
            name="subjectType"
            defaultValue={filter.subjectType ?? ''}
            placeholder={common('all')}
            options={SUBJECT_TYPES.map((type) => ({ value: type, label: t(`subjects.${type}`) }))}
          />
          <TextField
            label={t('subject')}
            name="subject"
            dir="ltr"
            defaultValue={filter.subject ?? ''}
            placeholder="GV-2026-000042"
          />
          <TextField
            label={t('from')}
            name="from"
            type="date"
            dir="ltr"
            defaultValue={filter.from}
          />
          <TextField
            label={t('until')}
            name="until"
            type="date"
            dir="ltr"
            defaultValue={filter.until}
          />
          <div className="cluster">
            <Button type="submit" variant="primary">
              {common('filter')}
            </Button>
            {isFiltered && (
              <LinkButton href="/admin/audit" variant="quiet">
                {common('clear')}
              </LinkButton>
            )}
          </div>
        </form>
      </search>
      {events.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          hideCaption
          rows={events}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'action',
              header: t('action'),
              cell: ({ action }) => t(`actions.${action}` as never),
            },
            { id: 'at', header: t('at'), cell: ({ at }) => <DateTime at={at} withTime /> },
            { id: 'actor', header: t('actor'), cell: (event) => <Actor event={event} /> },
            { id: 'subject', header: t('subject'), cell: (event) => <Subject event={event} /> },
            {
              id: 'details',
              header: t('details'),
              cell: ({ details }) => <EventDetails details={details} />,
            },
          ]}
        />
      )}
      <div className={styles.pages}>
        {filter.before !== undefined && (
          <LinkButton href={`/admin/audit${writeAuditFilter({ ...filter, before: undefined })}`}>
            {t('newest')}
          </LinkButton>
        )}
        {next !== null && (
          <LinkButton href={`/admin/audit${writeAuditFilter({ ...filter, before: next })}`}>
            {t('older')}
          </LinkButton>
        )}
      </div>
    </>
  )
}

async function Actor({ event }: { event: AuditEventView }) {
  const t = await getTranslations('audit')
  if (event.actorId) {
    return (
      <Link href={`/admin/users/${event.actorId}`}>
        <Bidi>{event.actorName}</Bidi>
      </Link>
    )
  }
  return event.actorName === 'anonymous' ? t('anonymous') : <Ltr>{event.actorName}</Ltr>
}

async function Subject({ event: { subject } }: { event: AuditEventView }) {
  const t = await getTranslations('audit')
  const isKnownPerson = subject.type === 'user' && subject.label !== subject.id
  if (isKnownPerson) {
    return (
      <Link href={`/admin/users/${subject.id}`}>
        <Bidi>{subject.label}</Bidi>
      </Link>
    )
  }
  if (subject.type === 'statement') return <Ltr>{subject.label}</Ltr>
  // Invitations are about nobody yet, and there is one archive: their ids would say nothing.
  const hasName = subject.type !== 'archive' && subject.type !== 'user'
  return (
    <>
      {t(`subjects.${subject.type}` as never)} {hasName && <Ltr>{subject.label}</Ltr>}
    </>
  )
}
