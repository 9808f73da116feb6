'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Notice } from '#app/_components/notice.tsx'
import { useRouter } from '#app/_i18n/navigation.ts'
import type { ImportProgress as Progress } from '#lib/importing/queries.ts'
import styles from '../import.module.css'
import { PauseForm, ResumeForm } from './acts.tsx'

const POLL_MS = 1_000
const WORKING: readonly Progress['state'][] = ['uploaded', 'running', 'undoing']

/** How far an import has come, asked for again while something goes on; draws the page anew when its state changes. */
export function ImportProgress({
  importId,
  initial,
  locale,
  isOwn,
}: {
  importId: string
  initial: Progress
  locale: string
  isOwn: boolean
}) {
  const t = useTranslations('import.progress')
  const { progress, isLost } = useProgress(importId, initial, locale)
  const { state, done, total } = progress
  if (state === 'ready' || state === 'finished' || state === 'undone') return null
  if (state === 'failed') return <Failure title={t('failed')} failure={progress.failure} />
  return (
    <section className={styles.progress} aria-label={t('bar')}>
      {state === 'paused' ? (
        <Paused progress={progress} />
      ) : (
        <p>{t(state === 'uploaded' ? 'reading' : state)}</p>
      )}
      {state === 'uploaded' && total !== null && <p>{t('readSoFar', { count: total })}</p>}
      {(state === 'running' || state === 'paused') && total !== null && (
        <>
          <progress className={styles.bar} value={done} max={total} aria-label={t('bar')} />
          <p className="cluster">
            <span>{t('of', { done, total })}</span>
            {state === 'running' && <Rate progress={progress} />}
          </p>
        </>
      )}
      {isLost && <Notice tone="warning" live title={t('lost')} />}
      {isOwn && (
        <div className="cluster">
          {state === 'running' && <PauseForm importId={importId} />}
          {state === 'paused' && <ResumeForm importId={importId} />}
        </div>
      )}
    </section>
  )
}

function Paused({ progress: { failure } }: { progress: Progress }) {
  const t = useTranslations('import.progress')
  if (failure === null) return <p>{t('paused')}</p>
  return <Failure title={t('pausedByItself')} failure={failure} />
}

function Failure({ title, failure }: { title: string; failure: Progress['failure'] }) {
  const errors = useTranslations('errors')
  return (
    <Notice tone="danger" title={title}>
      {failure !== null && errors(failure.reason as never, failure.values as never)}
    </Notice>
  )
}

function Rate({ progress: { perSecond, secondsLeft } }: { progress: Progress }) {
  const t = useTranslations('import.progress')
  if (perSecond === null) return null
  const rate = perSecond >= 10 ? Math.round(perSecond) : Math.round(perSecond * 10) / 10
  return (
    <>
      <span>{t('rate', { rate })}</span>
      {secondsLeft !== null && (
        <span>{t('left', { minutes: secondsLeft < 60 ? 0 : Math.ceil(secondsLeft / 60) })}</span>
      )}
    </>
  )
}

function useProgress(importId: string, initial: Progress, locale: string) {
  const router = useRouter()
  const [progress, setProgress] = useState(initial)
  const [isLost, setIsLost] = useState(false)
  const { state, version } = initial
  // The server has drawn the page anew: what it said last counts.
  useEffect(() => setProgress(initial), [initial])
  useEffect(() => {
    if (!WORKING.includes(state)) return
    const ending = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch(`/api/desk/imports/${importId}`, {
          headers: { 'accept-language': locale },
          signal: ending.signal,
        })
        if (answer.ok) {
          const now = (await answer.json()) as Progress
          setProgress(now)
          setIsLost(false)
          if (now.state !== state || now.version !== version) return router.refresh()
        } else setIsLost(true)
      } catch {
        if (ending.signal.aborted) return
        setIsLost(true)
      }
      timer = setTimeout(ask, POLL_MS)
    }
    let timer = setTimeout(ask, POLL_MS)
    return () => {
      ending.abort()
      clearTimeout(timer)
    }
  }, [importId, state, version, locale, router])
  return { progress, isLost }
}
