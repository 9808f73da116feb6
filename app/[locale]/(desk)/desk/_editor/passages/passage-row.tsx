'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, memo } from 'react'
import type { Passage } from '#lib/statements/model.ts'
import type { PresentedComment } from '#lib/statements/work.ts'
import type { TextDirection } from '#lib/text/direction.ts'
import { usePassage, useStore } from '../draft-context.tsx'
import { passageId } from '../steps.ts'
import { useActivePassage, useIsActive } from './active-passage.ts'
import { mergeUp, move, pasteAt, splitAt } from './passage-acts.ts'
import { PassageComments } from './passage-comments.tsx'
import { PassagePlace } from './passage-place.tsx'
import { PassageTools } from './passage-tools.tsx'
import styles from './passages.module.css'

/** Characters in a line, about: for browsers that cannot size the field by its content. */
const LINE_LENGTH = 80

/** One numbered passage. It wakes for its own words, its number and whether it is the one being worked on. */
export const PassageRow = memo(function PassageRow({
  passageKey,
  number,
  language,
  direction,
  comments,
}: {
  passageKey: string
  number: number
  language: string | null
  direction: TextDirection | 'auto'
  comments: readonly PresentedComment[] | undefined
}) {
  const t = useTranslations('passages')
  const format = useFormatter()
  const store = useStore()
  const active = useActivePassage()
  const isActive = useIsActive(passageKey)
  const passage = usePassage(passageKey)
  if (!passage) return null
  return (
    <li className={styles.row} data-active={isActive} data-kind={passage.kind}>
      <span className={styles.number} aria-hidden="true">
        {format.number(number)}
      </span>
      <div className={styles.body}>
        {!isActive && <PassageSummary passage={passage} />}
        <textarea
          id={passageId(passageKey)}
          className={styles.text}
          aria-label={t('textOf', { number })}
          lang={language ?? undefined}
          dir={direction}
          rows={passage.text.split('\n').length + Math.floor(passage.text.length / LINE_LENGTH)}
          value={passage.text}
          onChange={({ target }) => store.setPassage(passageKey, { text: target.value })}
          onFocus={() => active.choose(passageKey)}
          onKeyDown={(event) => onKey(event, passageKey)}
          onPaste={(event) => onPaste(event, passageKey)}
        />
        {isActive && <PassageTools passageKey={passageKey} number={number} />}
        {comments && <PassageComments comments={comments} number={number} />}
      </div>
    </li>
  )

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>, key: string): void {
    const { selectionStart, selectionEnd } = event.currentTarget
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      splitAt(store, key, selectionStart)
    } else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) {
      if (store.placeOf(key) === 0 || event.repeat) return
      event.preventDefault()
      mergeUp(store, key)
    } else if (event.altKey && event.shiftKey && /^Arrow(Up|Down)$/.test(event.key)) {
      event.preventDefault()
      move(store, key, event.key === 'ArrowUp' ? -1 : 1, selectionStart)
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>, key: string): void {
    const { selectionStart, selectionEnd } = event.currentTarget
    const pasted = event.clipboardData.getData('text/plain')
    if (pasteAt(store, key, selectionStart, selectionEnd, pasted)) event.preventDefault()
  }
})

/** What is set at a passage that is not being worked on. */
function PassageSummary({ passage }: { passage: Passage }) {
  const t = useTranslations('passages')
  const vocabulary = useTranslations('vocabulary')
  const facts = [
    passage.kind === 'prose' ? '' : vocabulary(`passageKinds.${passage.kind}`),
    passage.form ? vocabulary(`passageForms.${passage.form}`) : '',
    passage.directness ? vocabulary(`directnesses.${passage.directness}`) : '',
    passage.mentions.length > 0 ? t('mentions.count', { count: passage.mentions.length }) : '',
  ].filter(Boolean)
  const place = { ...passage.origin, time: passage.time }
  const hasPlace = place.time ?? place.page ?? place.paragraph ?? place.line
  if (!passage.speaker && facts.length === 0 && !passage.toConfirm && !hasPlace) return null
  return (
    <p className={styles.summary}>
      {passage.speaker && (
        <strong>
          <bdi dir="auto">{passage.speaker}</bdi>
        </strong>
      )}
      {passage.toConfirm && <span className={styles.open}>{t('toConfirm')}</span>}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {hasPlace && <PassagePlace place={place} />}
    </p>
  )
}
