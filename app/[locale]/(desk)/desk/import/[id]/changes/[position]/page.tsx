import { getTranslations } from 'next-intl/server'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { type RecordChange, readChange } from '#lib/importing/changes.ts'
import { draftHref } from '../../../places.ts'
import { LeaveForm, TakeForm } from './change-forms.tsx'
import { ChangeParts } from './change-parts.tsx'

interface Props {
  params: Promise<{ id: string; position: string }>
}

/** A record that the archive has in other words: to take, part by part, or to leave. */
export default async function ChangePage({ params }: Props) {
  const viewer = await requireViewer('archivist')
  const { id, position } = await params
  const place = /^\d{1,9}$/.test(position) ? Number(position) : -1
  const change = orNotFound(() => readChange(viewer, id, place))
  const t = await getTranslations('import.change')
  const tImport = await getTranslations('import')
  const denials = await getTranslations('errors.denied')
  const { reference, denial, revision, version } = change
  return (
    <div className="page stack">
      <PageHeader
        pageTitle={tImport('title')}
        title={t.rich('title', { record: () => <Bidi>{change.record}</Bidi> })}
        description={t.rich('description', {
          reference: () => (
            <Link href={draftHref(reference)}>
              <Ltr>{reference}</Ltr>
            </Link>
          ),
        })}
        actions={
          <LinkButton href={`/desk/import/${id}`} variant="quiet">
            {t('back')}
          </LinkButton>
        }
      />
      {change.opensRevision && <Notice>{t('opensRevision')}</Notice>}
      {denial !== null && (
        <Notice tone="warning">{t('cannotTake', { reason: denials(denial) })}</Notice>
      )}
      <ClientMessages namespaces={['import']}>
        <TakeForm
          importId={id}
          position={place}
          seen={{ revision, version }}
          canTake={denial === null && hasParts(change)}
        >
          <ChangeParts change={change} />
        </TakeForm>
        <LeaveForm importId={id} position={place} />
      </ClientMessages>
    </div>
  )
}

function hasParts({ fields, passages, identity }: RecordChange): boolean {
  return fields.length + passages.length + identity.length > 0
}
