'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { Dialog } from '#app/_components/dialog.tsx'
import { compareDrafts } from './compare-drafts.ts'
import { ConflictDialog } from './conflict/conflict-dialog.tsx'
import { useDraft } from './draft-context.tsx'
import type { DraftDocument } from './draft-document.ts'
import { browserStorage, forgetDraft, type KeptDraft, readKeptDraft } from './local-drafts.ts'

/** Offers text that this browser kept while the archive did not answer. */
export function KeptDraftOffer() {
  const t = useTranslations('desk.editor.kept')
  const { store, autosave, seed } = useDraft().session
  const [kept, setKept] = useState<KeptDraft | null>(null)
  const [comparing, setComparing] = useState(false)

  useEffect(() => {
    // What this tab itself has not yet saved needs no offer.
    if (autosave.hasUnsaved) return
    const found = readKeptDraft(browserStorage(), seed.userId, seed.reference)
    if (!found) return
    const isNews =
      compareDrafts(withIdentity(found, store.document), store.document, null).length > 0
    if (isNews) setKept(found)
    else forgetDraft(browserStorage(), seed.userId, seed.reference)
  }, [store, autosave, seed])

  if (!kept) return null
  const mine = withIdentity(kept, store.document)
  const close = () => {
    forgetDraft(browserStorage(), seed.userId, seed.reference)
    setKept(null)
  }
  const take = (document: DraftDocument) => {
    store.replace(document)
    autosave.noteChange()
    setKept(null)
    void autosave.flush()
  }
  if (comparing) {
    return (
      <ConflictDialog
        mine={mine}
        theirs={{
          ...store.document,
          version: autosave.version,
          savedAt: seed.savedAt,
          savedBy: '',
        }}
        base={null}
        keptAt={kept.keptAt}
        onSettle={take}
        onClose={() => setComparing(false)}
      />
    )
  }
  const isOlder = kept.version < autosave.version
  return (
    <Dialog
      title={t('title')}
      isOpen
      isAlert
      onOpenChange={() => {}}
      actions={
        <>
          <Button variant="danger" onClick={close}>
            {t('discard')}
          </Button>
          <Button variant={isOlder ? 'primary' : 'secondary'} onClick={() => setComparing(true)}>
            {t('compare')}
          </Button>
          {!isOlder && (
            <Button variant="primary" onClick={() => take(mine)}>
              {t('take')}
            </Button>
          )}
        </>
      }
    >
      <p>{t.rich('text', { time: () => <DateTime at={kept.keptAt} withTime /> })}</p>
      {isOlder && <p>{t('older')}</p>}
    </Dialog>
  )
}

/** The identity is never kept in the browser: it stays as the archive has it. */
function withIdentity(kept: KeptDraft, document: DraftDocument): DraftDocument {
  return { content: kept.content, consents: kept.consents, identity: document.identity }
}
