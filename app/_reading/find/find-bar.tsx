'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useRef, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/button.tsx'
import { getPathname, useRouter } from '#app/_i18n/navigation.ts'
import styles from './find.module.css'
import type { Hit } from './hits.ts'
import { useStepping } from './use-stepping.ts'

/**
 * Finds words in the text below: a plain GET form that marks them, with a link to each passage. With JavaScript one
 * steps through the marks, with the buttons or with Enter and Shift+Enter in the field, and sees them along the edge.
 */
export function FindBar({
  path,
  keep,
  query,
  hits,
}: {
  /** The page's own address without a language prefix. */
  path: string
  /** Other parameters of the address. */
  keep: readonly (readonly [name: string, value: string])[]
  query: string
  hits: readonly Hit[]
}) {
  const t = useTranslations('find')
  const locale = useLocale()
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const isReady = useIsReady()
  const { current, step, goTo } = useStepping(query, hits)

  const find = (event: FormEvent) => {
    event.preventDefault()
    const text = field.current?.value.trim() ?? ''
    if (text === query && hits.length > 0) return step(1)
    const parameters = new URLSearchParams([...keep, ...(text ? [['q', text]] : [])] as [
      string,
      string,
    ][])
    const suffix = parameters.size > 0 ? `?${parameters}` : ''
    // The text stays open and where it is; only its marks change.
    router.push(`${path}${suffix}`, { scroll: false })
  }
  const stepBack = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    if (hits.length > 0) step(-1)
  }
  const place = current === null ? undefined : hits[current]
  return (
    <>
      <search className={styles.bar}>
        <form
          className={styles.form}
          action={`${getPathname({ href: path, locale })}#find`}
          method="get"
          onSubmit={find}
        >
          {keep.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="visually-hidden" htmlFor="find">
            {t('label')}
          </label>
          <input
            // What another search left there is replaced by what this one looked for.
            key={query}
            id="find"
            ref={field}
            className={styles.input}
            type="search"
            name="q"
            defaultValue={query}
            placeholder={t('label')}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            onKeyDown={stepBack}
          />
          <Button type="submit" size="s">
            {t('submit')}
          </Button>
          <div className={styles.state}>
            <output className={styles.count} htmlFor="find">
              {query === ''
                ? ''
                : place === undefined
                  ? t('places', { count: hits.length })
                  : t('current', {
                      current: current! + 1,
                      count: hits.length,
                      passage: place.passage,
                    })}
            </output>
            {isReady && hits.length > 0 && (
              <span className={styles.steps}>
                <button type="button" aria-label={t('previous')} onClick={() => step(-1)}>
                  <ChevronUp aria-hidden="true" size={20} />
                </button>
                <button type="button" aria-label={t('next')} onClick={() => step(1)}>
                  <ChevronDown aria-hidden="true" size={20} />
                </button>
              </span>
            )}
          </div>
        </form>
      </search>
      <Ruler hits={hits} current={current} goTo={goTo} />
    </>
  )
}

/** Where the marks stand in the text, as in a scroll bar: for the pointer alone, the buttons lead to the same places. */
function Ruler({
  hits,
  current,
  goTo,
}: {
  hits: readonly Hit[]
  current: number | null
  goTo: (index: number) => void
}) {
  if (hits.length === 0) return null
  const nearest = (share: number) =>
    hits.reduce(
      (best, { at }, index) =>
        Math.abs(at - share) < Math.abs(hits[best]!.at - share) ? index : best,
      0,
    )
  return (
    <div
      className={styles.ruler}
      aria-hidden="true"
      data-testid="ruler"
      onClick={({ clientY, currentTarget }) => {
        const { top, height } = currentTarget.getBoundingClientRect()
        goTo(nearest((clientY - top) / height))
      }}
    >
      {hits.map(({ at, passage }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name than their number
          key={index}
          data-current={index === current || undefined}
          style={{ insetBlockStart: `${at * 100}%` }}
          title={String(passage)}
        />
      ))}
    </div>
  )
}

const neverChanges = () => () => {}
/** Whether JavaScript runs; the page that the server writes has no buttons that do nothing. */
function useIsReady(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}
