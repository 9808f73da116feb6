'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import type { Span } from '#lib/importing/press/types.ts'
import styles from '../../import.module.css'
import own from './attribution.module.css'
import { firstWords, MoveMenu } from './move-menu.tsx'
import { type Attributing, moveButtonId, type Stretch } from './use-attributions.ts'

interface StretchesProps {
  language: string
  attributing: Attributing
  speakers: readonly string[]
  onNewSpeaker: (stretch: Stretch) => void
  busy: boolean
}

/** What was a quotation as it was read and is none any more. */
export function ReturnedList({
  text,
  language,
  attributing,
  busy,
}: StretchesProps & { text: string }) {
  const t = useTranslations('import.attribution')
  if (attributing.returned.length === 0) return null
  return (
    <section aria-labelledby="returned-title">
      <h4 id="returned-title">{t('returned')}</h4>
      <ul className={styles.passages}>
        {attributing.returned.map((stretch) => {
          const words = text.slice(stretch.start, stretch.end)
          return (
            <li key={stretch.start} className={own.stretch}>
              <span lang={language} dir="auto">
                {words}
              </span>
              <Button
                id={moveButtonId(stretch)}
                size="s"
                aria-label={t('asReadOf', { words: firstWords(words) })}
                aria-disabled={busy || undefined}
                onClick={() => attributing.restore(stretch)}
              >
                {t('asRead')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The narration, stretch by stretch: what the reading missed is made a passage here. */
export function NarrationList({
  narration,
  attributing,
  busy,
  ...shared
}: StretchesProps & { narration: readonly Span[] }) {
  const t = useTranslations('import.attribution')
  const stretches = narration.filter(
    (span) => !attributing.returned.some(({ start }) => start === span.start),
  )
  if (stretches.length === 0) return null
  return (
    <details className={own.narration}>
      <summary>{t('narration', { count: stretches.length })}</summary>
      <ul className={styles.passages}>
        {stretches.map((span) => (
          <li key={span.start} className={own.stretch}>
            <span lang={shared.language} dir="auto">
              {span.text}
            </span>
            <MoveMenu
              stretch={span}
              speaker={undefined}
              attributing={attributing}
              isDisabled={busy}
              {...shared}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
