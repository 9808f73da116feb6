'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Button } from '#app/_components/button.tsx'
import { FieldsOnceRunning } from '#app/_components/fields-once-running.tsx'
import { BEFORE_SIGN_OUT } from '#app/_components/local-drafts.ts'
import type { PresentedComment } from '#lib/statements/work.ts'
import { RequestsPanel } from './comments/requests-panel.tsx'
import { ConflictDialog } from './conflict/conflict-dialog.tsx'
import { DraftProvider, RecordsProvider, useDraft, useSaveState } from './draft-context.tsx'
import { closeSessions, type DraftSeed, type DraftSession, openSession } from './draft-session.ts'
import styles from './editor.module.css'
import { FormStep } from './form-steps/form-step.tsx'
import { KeptDraftOffer } from './kept-draft.tsx'
import { type KnownRecords, useRecordBook } from './record-book.ts'
import { SaveStatus } from './save-status.tsx'
import { StepList } from './step-list.tsx'
import { isStep, STEPS, type Step } from './steps.ts'
import { VisibilityNow } from './visibility-now.tsx'

/** The whole form of a draft: steps, fields, texts, what reviewers ask, and where it stands with the archive. */
export function DraftEditor({
  seed,
  records,
  comments,
}: {
  seed: DraftSeed
  records: KnownRecords
  comments: readonly PresentedComment[]
}) {
  const locale = useLocale()
  const [session] = useState(() => openSession(seed))
  const [step, goTo] = useStep()
  const book = useRecordBook(records)
  const context = useMemo(() => ({ session, comments, goTo }), [session, comments, goTo])
  useLeaving(session)
  return (
    <I18nProvider locale={locale}>
      <RecordsProvider value={book}>
        <DraftProvider value={context}>
          <StatusBar />
          <div className={styles.layout}>
            <StepList current={step} onChoose={goTo} />
            <div className={styles.form} data-wide={step === 'text'}>
              <FieldsOnceRunning>
                <FormStep key={step} step={step} />
                <StepButtons step={step} goTo={goTo} />
              </FieldsOnceRunning>
            </div>
            <aside className={styles.aside}>
              <RequestsPanel />
              {step !== 'submit' && <VisibilityNow />}
            </aside>
          </div>
          <KeptDraftOffer />
        </DraftProvider>
      </RecordsProvider>
    </I18nProvider>
  )
}

/** The step at hand, in the address, so that it can be linked to and gone back to. */
function useStep(): [Step, (step: Step, elementId?: string) => void] {
  const asked = useSearchParams().get('step')
  const step = isStep(asked) ? asked : 'what'
  const focus = useRef<string | null>(null)
  const goTo = useCallback((next: Step, elementId?: string) => {
    focus.current = elementId ?? 'form-step'
    const url = new URL(window.location.href)
    url.searchParams.set('step', next)
    url.hash = ''
    if (url.href === window.location.href) putFocus(focus)
    else window.history.pushState(null, '', url)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step itself is what is waited for
  useEffect(() => putFocus(focus), [step])
  return [step, goTo]
}

function putFocus(wanted: { current: string | null }): void {
  const id = wanted.current
  wanted.current = null
  if (id === null) return
  if (id === 'form-step') {
    const heading = document.querySelector<HTMLElement>(`.${styles.form} h2`)
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    // On a narrow screen the list of steps stands above the fields.
    if (window.matchMedia('(width < 48rem)').matches) heading?.scrollIntoView()
    else window.scrollTo({ top: 0 })
    return
  }
  const element = document.getElementById(id)
  const control = element?.matches('input, select, textarea')
    ? element
    : element?.querySelector<HTMLElement>('input, select, textarea')
  const target = control ?? element
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}

function StepButtons({ step, goTo }: { step: Step; goTo: (step: Step) => void }) {
  const t = useTranslations('statement-form.steps')
  const place = STEPS.indexOf(step)
  const [previous, next] = [STEPS[place - 1], STEPS[place + 1]]
  return (
    <div className={styles.stepButtons}>
      {previous && (
        <Button onClick={() => goTo(previous)}>{t('previous', { name: t(previous) })}</Button>
      )}
      {next && (
        <Button variant="primary" onClick={() => goTo(next)}>
          {t('next', { name: t(next) })}
        </Button>
      )}
    </div>
  )
}

function StatusBar() {
  const { store, autosave } = useDraft().session
  const state = useSaveState()
  const [closed, setClosed] = useState<unknown>(null)
  return (
    <div className={styles.statusBar}>
      <SaveStatus onCompare={() => setClosed(null)} />
      {state.kind === 'stale' && closed !== state.theirs && (
        <ConflictDialog
          mine={store.document}
          theirs={state.theirs}
          base={autosave.base}
          onClose={() => setClosed(state.theirs)}
          onSettle={(merged) => {
            store.replace(merged)
            autosave.settle(state.theirs.version, state.theirs)
          }}
        />
      )}
    </div>
  )
}

/** Nothing typed is lost by leaving: the page asks, keeps, and saves on its way out. */
function useLeaving({ autosave }: DraftSession): void {
  useEffect(() => {
    autosave.resume()
    const ask = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved) event.preventDefault()
    }
    const keep = () => {
      autosave.keepNow()
    }
    const retry = () => {
      const { kind } = autosave.state
      if (kind === 'away' || kind === 'signed_out') void autosave.flush()
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', keep)
    window.addEventListener('online', retry)
    window.addEventListener('focus', retry)
    window.addEventListener(BEFORE_SIGN_OUT, closeSessions)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('online', retry)
      window.removeEventListener('focus', retry)
      window.removeEventListener(BEFORE_SIGN_OUT, closeSessions)
      void autosave.flush()
    }
  }, [autosave])
}
