import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer, type SignedInViewer } from '#app/_server/viewer.ts'
import { readAuthoritiesForStaff } from '#lib/authorities/queries.ts'
import { readOccasion } from '#lib/occasions/queries.ts'
import { readSource } from '#lib/sources/queries.ts'
import type { StatementContent } from '#lib/statements/model.ts'
import { authorityIdsOf } from '#lib/statements/projection.ts'
import { readIdentity, readWork, type StatementWork } from '#lib/statements/work.ts'
import { DraftEditor } from '../../_editor/draft-editor.tsx'
import type { KnownRecords } from '../../_editor/record-book.ts'
import { DeleteDraftForm } from './delete-draft-form.tsx'
import { SealedWork } from './sealed-work.tsx'
import { WorkHeader } from './work-header.tsx'

interface Props {
  params: Promise<{ reference: string }>
}

/** A statement under work: the form while it may be edited, what became of it afterwards. */
export default async function WorkPage({ params }: Props) {
  const viewer = await requireViewer('archivist')
  const { reference } = await params
  const work = orNotFound(() => readWork(viewer, reference))
  return work.rulings.edit === null ? (
    <EditableWork viewer={viewer} work={work} />
  ) : (
    <SealedWork work={work} />
  )
}

const EDITOR_MESSAGES = [
  'desk',
  'statement-form',
  'passages',
  'readiness',
  'visibility',
  'vocabulary',
]

async function EditableWork({ viewer, work }: { viewer: SignedInViewer; work: StatementWork }) {
  const t = await getTranslations('desk.editor')
  const locale = await getLocale()
  const { reference } = work
  return (
    <ClientMessages namespaces={EDITOR_MESSAGES}>
      <div className="page">
        <WorkHeader
          work={work}
          locale={locale}
          actions={
            <LinkButton href={`/desk/statements/${reference}/preview`}>{t('preview')}</LinkButton>
          }
        />
        <noscript>
          <Notice tone="warning">{t('noScript')}</Notice>
        </noscript>
        {work.state === 'changes_requested' && <LastRequest work={work} />}
        <DraftEditor
          key={work.revision}
          seed={{
            userId: viewer.userId,
            reference,
            revision: work.revision,
            version: work.version,
            savedAt: work.updatedAt,
            locale,
            document: {
              content: work.content,
              consents: work.consents,
              identity: readIdentity(viewer, reference),
            },
          }}
          records={recordsOf(viewer, work.content)}
          comments={work.comments}
        />
        {work.rulings.delete === null && <DeleteDraftForm reference={reference} />}
      </div>
    </ClientMessages>
  )
}

/** What the reviewer wrote with the last request for changes. */
function LastRequest({ work }: { work: StatementWork }) {
  const last = work.decisions.findLast((decision) => decision.kind === 'changes_requested')
  if (!last) return null
  return (
    <Notice tone="warning" title={<Bidi>{last.by.name}</Bidi>}>
      <Bidi>{last.comment}</Bidi>
    </Notice>
  )
}

/** The records that a content names, for the editor to say their names. */
function recordsOf(viewer: SignedInViewer, content: StatementContent): KnownRecords {
  const { sourceId } = content.source
  const { occasionId } = content.taking
  return {
    authorities: readAuthoritiesForStaff(viewer, authorityIdsOf(content)),
    sources: sourceId ? [readSource(viewer, sourceId)] : [],
    occasions: occasionId ? [readOccasion(viewer, occasionId)] : [],
  }
}
