'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { getPathname } from '#app/_i18n/navigation.ts'
import { useDraft, useSaveState } from './draft-context.tsx'
import styles from './editor.module.css'

/** Where the draft stands, always in sight; told aloud when a save is done or fails, not at every key. */
export function SaveStatus({ onCompare }: { onCompare: () => void }) {
  const t = useTranslations('desk.editor.status')
  const format = useFormatter()
  const state = useSaveState()
  const { autosave, seed } = useDraft().session
  // The time is the reader's own, which the server does not know.
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const time = (at: string) =>
    format.dateTime(new Date(at), {
      hour: '2-digit',
      minute: '2-digit',
      ...(awake ? { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {}),
    })
  const words = {
    saved: () => (state.kind === 'saved' ? t('saved', { time: time(state.savedAt) }) : ''),
    unsaved: () => t('unsaved'),
    saving: () => t('saving'),
    away: () => t(state.kind === 'away' && state.kept ? 'away' : 'awayNotKept'),
    signed_out: () => t('signedOut'),
    stale: () => t('stale'),
    refused: () => t('refused', { message: state.kind === 'refused' ? state.message : '' }),
  }[state.kind]()
  const isQuiet = state.kind === 'unsaved' || state.kind === 'saving'
  const isTrouble = !isQuiet && state.kind !== 'saved'
  return (
    <div className={styles.status} data-trouble={isTrouble} data-state={state.kind}>
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden" role="status">
        {isQuiet ? '' : words}
      </span>
      {state.kind === 'refused' && Object.keys(state.fields).length > 0 && (
        <span>{[...new Set(Object.values(state.fields))].join(' ')}</span>
      )}
      {isTrouble && <IdentityWarning />}
      {state.kind === 'signed_out' && (
        <a href={signInPath(seed.locale, seed.reference)} target="_blank" rel="noopener opener">
          {t('signIn')}
        </a>
      )}
      {(state.kind === 'away' || state.kind === 'signed_out' || state.kind === 'refused') && (
        <Button size="s" onClick={() => autosave.flush()}>
          {t('tryNow')}
        </Button>
      )}
      {state.kind === 'stale' && (
        <Button size="s" onClick={onCompare}>
          {t('compare')}
        </Button>
      )}
    </div>
  )
}

/** The identity never lies unsealed in the browser's store, so that only this page still has it. */
function IdentityWarning() {
  const t = useTranslations('desk.editor.status')
  const { autosave, store } = useDraft().session
  if (store.document.identity === autosave.base.identity) return null
  return <span>{t('awayNoIdentity')}</span>
}

function signInPath(locale: string, reference: string): string {
  const next = `/desk/statements/${reference}`
  return getPathname({ href: { pathname: '/sign-in', query: { next } }, locale: locale as 'en' })
}
