'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { FieldsOnceRunning } from '#app/_components/fields-once-running.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { SavedMapping } from '#lib/importing/mappings.ts'
import type { ImportPreview } from '#lib/importing/preview.ts'
import styles from '../import.module.css'
import { ItemTable } from '../item-table.tsx'
import { Counts } from '../outcome.tsx'
import { ConfirmingViews } from './_views/confirming-views.tsx'
import { Samples } from './_views/samples.tsx'
import { DiscardForm, StartForm } from './acts.tsx'
import { KindChoice } from './kind-choice.tsx'
import { type ChoicesOf, useChoices } from './use-choices.ts'

/** What a file would become: to look at, to read otherwise, and to make. */
export function Ready({
  preview,
  savedMappings,
  ...of
}: ChoicesOf & { preview: ImportPreview; savedMappings: readonly SavedMapping[] }) {
  const t = useTranslations('import')
  const { change, busy, failure } = useChoices(of)
  const { counts, items, total, samples, view } = preview
  const [held, setHeld] = useState<readonly string[]>([])
  const hold = useCallback((name: string, isOpen: boolean) => {
    setHeld((all) => [...all.filter((other) => other !== name), ...(isOpen ? [name] : [])])
  }, [])
  // Among the drafts of a report, which are shown, only those that would not be created need a word.
  // The mistaken cells of a table are shown in their places.
  const told = items.filter(
    (item) =>
      !(view.report && item.status === 'created') && !(view.table && item.reason === 'cells'),
  )
  return (
    <section className="stack" aria-labelledby="preview-title">
      <div>
        <h2 id="preview-title">{t('preview.title')}</h2>
        <p>
          {t(preview.detected ? 'preview.detected' : 'preview.chosen', {
            kind: t(`kinds.${preview.kind}`),
          })}{' '}
          {t('preview.nothingYet')}
        </p>
        <Counts counts={counts} isPreview />
      </div>
      <FormError error={failure} />
      <FieldsOnceRunning>
        <div className="stack">
          <KindChoice choices={of.choices} change={change} busy={busy} />
          <ConfirmingViews
            preview={preview}
            choices={of.choices}
            change={change}
            busy={busy}
            hold={hold}
            version={of.version}
            savedMappings={savedMappings}
          />
        </div>
      </FieldsOnceRunning>
      {!view.report && !view.document && samples.length > 0 && <Samples samples={samples} />}
      {told.length > 0 && (
        <section aria-labelledby="records-title">
          <h3 id="records-title">{t('result.records')}</h3>
          <ItemTable items={told} hasReferences={false} />
          {total > items.length && (
            <p className={styles.aside}>{t('preview.more', { count: total - items.length })}</p>
          )}
        </section>
      )}
      {held.length > 0 && <Notice tone="warning" live title={t('preview.notApplied')} />}
      <div className="cluster">
        <StartForm
          importId={of.importId}
          version={of.version}
          created={counts.created}
          changed={counts.changed}
          isHeld={held.length > 0}
        />
        <DiscardForm importId={of.importId} />
      </div>
    </section>
  )
}
