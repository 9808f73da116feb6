'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import type { PresentedComment } from '#lib/statements/work.ts'
import { directionOfLanguage } from '#lib/text/direction.ts'
import {
  useAssessment,
  useDraft,
  useField,
  useLastUndo,
  usePassageKeys,
  useStore,
} from '../draft-context.tsx'
import { Choice } from '../fields/choice-fields.tsx'
import { LanguageSelect } from '../fields/language-select.tsx'
import { useFieldText } from '../fields/use-field-text.ts'
import { fieldId } from '../steps.ts'
import { ActivePassage, ActivePassageContext } from './active-passage.ts'
import { LONG_TEXT } from './long-text.ts'
import { addAfter } from './passage-acts.ts'
import { PassageRow } from './passage-row.tsx'
import styles from './passages.module.css'
import { PasteBox } from './paste-box.tsx'

/** The text of the statement: what it is, and its numbered passages. */
export function OriginalText() {
  const t = useTranslations('passages')
  const store = useStore()
  const keys = usePassageKeys()
  const [language, setLanguage] = useField('text.language')
  const [active] = useState(() => new ActivePassage())
  const { error } = useFieldText('text.passages')
  const comments = usePassageComments()
  const [pasting, setPasting] = useState(false)
  const isEmpty = keys.length === 0
  const direction = language ? directionOfLanguage(language) : 'auto'
  return (
    <ActivePassageContext.Provider value={active}>
      <div className={styles.textHead}>
        <Choice path="text.kind" required />
        <div>
          <LanguageSelect
            {...useFieldText('text.language')}
            value={language}
            onChange={setLanguage}
          />
        </div>
      </div>
      <section id={fieldId('text.passages')} aria-label={t('list')} tabIndex={-1}>
        {error && <p className={styles.error}>{error}</p>}
        {isEmpty ? (
          <>
            <EmptyState title={t('empty.title')}>{t('empty.help')}</EmptyState>
            <PasteBox isFirst />
          </>
        ) : (
          <>
            <TextBar onPaste={() => setPasting(!pasting)} pasting={pasting} />
            <p className={styles.help}>{t('keys')}</p>
            {pasting && <PasteBox isFirst={false} onDone={() => setPasting(false)} />}
            <ol className={styles.list} data-long={keys.length > LONG_TEXT}>
              {keys.map((key, place) => (
                <PassageRow
                  key={key}
                  passageKey={key}
                  number={place + 1}
                  language={language}
                  direction={direction}
                  comments={comments.get(key)}
                />
              ))}
            </ol>
            <Button onClick={() => addAfter(store, keys.at(-1) ?? null)}>{t('addLast')}</Button>
          </>
        )}
      </section>
    </ActivePassageContext.Provider>
  )
}

/** How much there is, and the way back from the last change. */
function TextBar({ onPaste, pasting }: { onPaste: () => void; pasting: boolean }) {
  const t = useTranslations('passages')
  const store = useStore()
  const keys = usePassageKeys()
  const { words } = useAssessment()
  const step = useLastUndo()
  return (
    <div className={styles.textBar}>
      <span className={styles.count}>{t('count', { count: keys.length, words })}</span>
      <Button size="s" aria-expanded={pasting} onClick={onPaste}>
        {t('paste.open')}
      </Button>
      <span role="status" className={styles.undone}>
        {step ? t(`undone.${step.label}`) : ''}
      </span>
      <Button size="s" disabled={!step} onClick={() => store.undo()}>
        {t('undo')}
      </Button>
    </div>
  )
}

/** Open comments on passages, by key. */
function usePassageComments(): ReadonlyMap<string, readonly PresentedComment[]> {
  const { comments } = useDraft()
  return useMemo(() => {
    const open = comments.filter((comment) => comment.passageKey && !comment.resolved)
    return Map.groupBy(open, (comment) => comment.passageKey as string)
  }, [comments])
}
