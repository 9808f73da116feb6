import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import type { TableView as View } from '#lib/importing/tables/view.ts'
import type { ConfirmingViewProps } from '../confirming-view-props.ts'
import { isolated, SealedNotice } from '../sealed-notice.tsx'
import {
  cellKey,
  haveSameFields,
  mergeChanges,
  type Pending,
  type PendingCell,
  stillPending,
} from './changes.ts'
import { DefaultsEditor } from './defaults-editor.tsx'
import { FirstRows } from './first-rows.tsx'
import { MappingEditor } from './mapping-editor.tsx'
import { MendRows } from './mend-rows.tsx'
import { SavedMappings } from './saved-mappings.tsx'
import styles from './table.module.css'
import { TablePlaceForm } from './table-place.tsx'

const NOTHING: Pending = new Map()

/** A table before its drafts are made: its columns and their fields, what is to be mended, and how it begins. */
export function TableView({
  view,
  choices,
  change,
  busy,
  hold,
  version,
  savedMappings,
}: ConfirmingViewProps & { view: View }) {
  const t = useTranslations('import-table')
  const format = useFormatter()
  const [mapping, setMapping] = useState(view.mapping)
  const [proposed, setProposed] = useState(view.mapping)
  const [pending, setPending] = useState<Pending>(NOTHING)
  const [readVersion, setReadVersion] = useState(version)
  const toMend = useRef<HTMLHeadingElement>(null)
  // Read anew: what was applied is in it; what was written while another form was applied still waits.
  if (readVersion !== version) {
    setReadVersion(version)
    if (mapping === proposed || haveSameFields(mapping, view.mapping)) setMapping(view.mapping)
    setProposed(view.mapping)
    setPending(stillPending(pending, choices, view.mapping))
  }
  const isMappingChanged = mapping !== proposed
  const isWaiting = isMappingChanged || pending.size > 0
  useWarningBeforeLeaving(isWaiting)
  useEffect(() => {
    hold('table', isWaiting)
    return () => hold('table', false)
  }, [hold, isWaiting])

  const apply = async () => {
    if (busy) return
    await change(mergeChanges({ choices, view, mapping, isMappingChanged, pending }))
    toMend.current?.focus()
  }
  const mend = (row: number, column: string, written: PendingCell) =>
    setPending(new Map(pending).set(cellKey(row, column), written))
  const use = (other: Mapping) => void change({ mapping: other })

  const applyButton = (label: string) => (
    <Button variant="primary" onClick={apply} aria-disabled={busy || undefined}>
      {label}
    </Button>
  )
  return (
    <>
      <section className="stack" aria-labelledby="table-title">
        <h3 id="table-title">{t('facts.title')}</h3>
        <TablePlaceForm
          key={version}
          facts={view.facts}
          busy={busy}
          onChange={(table) => void change({ table })}
        />
        <p>{t('facts.counts', { rows: view.rows, columns: view.columns.length })}</p>
        <Notices view={view} />
      </section>
      <section className="stack" aria-labelledby="mapping-title">
        <h3 id="mapping-title">{t('mapping.title')}</h3>
        <p>
          {view.isProposed
            ? t('mapping.proposed')
            : t('mapping.chosen', { name: view.mapping.name || 'none' })}{' '}
          {(view.unmapped.length > 0 || view.sealed.length === 0) &&
            t('mapping.unmapped', {
              count: view.unmapped.length,
              names: format.list(view.unmapped.map(isolated)),
            })}
        </p>
        <SealedNotice names={view.sealed} canBeMapped />
        <SavedMappings
          key={`${version} ${view.mapping.name}`}
          saved={savedMappings}
          mapping={mapping}
          busy={busy}
          onUse={use}
        />
        <MappingEditor view={view} mapping={mapping} onChange={setMapping} />
        <DefaultsEditor
          defaults={mapping.defaults}
          onChange={(defaults) => setMapping({ ...mapping, defaults })}
        />
        {isMappingChanged && <Notice live title={t('mapping.changed')} />}
        <div className="cluster">
          {applyButton(t('mapping.apply'))}
          {!view.isProposed && (
            <Button onClick={() => void change({ mapping: undefined })}>
              {t('mapping.reset')}
            </Button>
          )}
        </div>
      </section>
      <section className="stack" aria-labelledby="mend-title">
        <h3 id="mend-title" ref={toMend} tabIndex={-1}>
          {t('mend.title')}
        </h3>
        <p role="status">
          {view.mistakenRows === 0
            ? t('mend.none')
            : t('mend.count', { mistakes: view.mistakes, rows: view.mistakenRows })}
        </p>
        {view.mistakenRows > 0 && (
          <>
            <p>{t('mend.help')}</p>
            <MendRows view={view} mapping={view.mapping} pending={pending} onChange={mend} />
            <div className={`cluster ${styles.apply}`}>
              {applyButton(t('mend.apply'))}
              <span>{t('mend.pending', { count: pending.size })}</span>
            </div>
          </>
        )}
      </section>
      <FirstRows view={view} />
    </>
  )
}

/** What is only told: formulas taken as text, results of formulas, names left out of titles. */
function Notices({ view }: { view: View }) {
  const t = useTranslations('import-table.notices')
  if (view.notices.length === 0) return null
  const say = t as unknown as (key: string, values: object) => string
  return (
    <Notice title={t('title')}>
      <ul>
        {view.notices.map(({ reason, column, count }) => (
          <li key={`${reason} ${column}`}>
            {column !== '' && (
              <>
                <Bidi>{column}</Bidi>:{' '}
              </>
            )}
            {say(reason, { count })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What was written may name a witness, so it is not kept in the browser: whoever leaves is asked. */
function useWarningBeforeLeaving(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isWaiting])
}
