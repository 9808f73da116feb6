'use client'

import { useTranslations } from 'next-intl'
import { memo, useId } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { DIRECTNESSES } from '#lib/statements/vocabularies.ts'
import { usePassage, useStore } from '../draft-context.tsx'
import { speakersOf } from '../draft-store.ts'
import { useOptions } from '../fields/vocabulary.ts'
import { passageId } from '../steps.ts'
import { addAfter, mergeUp, move, remove, splitAt } from './passage-acts.ts'
import { PassageMentions } from './passage-mentions.tsx'
import styles from './passages.module.css'

/** What one can do with the passage at hand, and what is recorded of it beside its words. */
export const PassageTools = memo(function PassageTools({
  passageKey,
  number,
}: {
  passageKey: string
  number: number
}) {
  const t = useTranslations('passages')
  const store = useStore()
  const isFirst = number === 1
  const cursor = () => {
    const area = document.getElementById(passageId(passageKey))
    return area instanceof HTMLTextAreaElement ? area.selectionStart : 0
  }
  return (
    <div className={styles.tools}>
      <div role="toolbar" className={styles.bar} aria-label={t('tools', { number })}>
        <Button size="s" onClick={() => splitAt(store, passageKey, cursor())}>
          {t('split')}
        </Button>
        <Button size="s" disabled={isFirst} onClick={() => mergeUp(store, passageKey)}>
          {t('merge')}
        </Button>
        <Button size="s" onClick={() => addAfter(store, passageKey)}>
          {t('addAfter')}
        </Button>
        <Button size="s" disabled={isFirst} onClick={() => move(store, passageKey, -1, cursor())}>
          {t('up')}
        </Button>
        <Button
          size="s"
          disabled={number === store.keys.length}
          onClick={() => move(store, passageKey, 1, cursor())}
        >
          {t('down')}
        </Button>
        <Button size="s" variant="danger" onClick={() => remove(store, passageKey)}>
          {t('remove')}
        </Button>
      </div>
      <PassageFacts passageKey={passageKey} />
      <PassageMentions passageKey={passageKey} />
    </div>
  )
})

const KINDS = ['prose', 'question', 'answer', 'heading'] as const
const FORMS = ['quoted', 'reported'] as const

/** Kind, speaker, whose words they are, and how the witness knows. */
function PassageFacts({ passageKey }: { passageKey: string }) {
  const t = useTranslations('passages')
  const store = useStore()
  const passage = usePassage(passageKey)
  const kinds = useOptions('passageKinds', KINDS)
  const forms = useOptions('passageForms', FORMS)
  const directnesses = useOptions('directnesses', DIRECTNESSES)
  const listId = useId()
  if (!passage) return null
  const set = (changes: Parameters<typeof store.setPassage>[1]) =>
    store.setPassage(passageKey, changes)
  return (
    <>
      {passage.toConfirm && (
        <p className={styles.confirm}>
          <span className={styles.open}>{t('toConfirm')}</span>
          <Button size="s" onClick={() => set({ toConfirm: false })}>
            {t('confirm')}
          </Button>
        </p>
      )}
      <div className={styles.facts}>
        <Select
          label={t('kind')}
          options={kinds}
          value={passage.kind}
          onChange={({ target }) => set({ kind: target.value as (typeof KINDS)[number] })}
        />
        <TextField
          label={t('speaker')}
          list={listId}
          maxLength={200}
          autoComplete="off"
          value={passage.speaker}
          onChange={({ target }) => set({ speaker: target.value })}
        />
        <datalist id={listId}>
          {speakersOf(store.text.passages).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Select
          label={t('form')}
          placeholder={t('formNone')}
          options={forms}
          value={passage.form ?? ''}
          onChange={({ target }) =>
            set({ form: (target.value || null) as (typeof FORMS)[number] | null })
          }
        />
        <Select
          label={t('directness')}
          placeholder={t('directnessSame')}
          options={directnesses}
          value={passage.directness ?? ''}
          onChange={({ target }) => set({ directness: (target.value || null) as never })}
        />
      </div>
    </>
  )
}
