'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { RadioGroup } from '#app/_components/choices.tsx'
import { TextArea } from '#app/_components/field.tsx'
import { useStore } from '../draft-context.tsx'
import { appendTurns } from '../passage-list.ts'
import { cutPasted, type PasteForm } from '../pasted-turns.ts'
import { addAfter } from './passage-acts.ts'
import styles from './passages.module.css'

/** A long text, cut into passages at its paragraphs or read as question and answer. */
export function PasteBox({ isFirst, onDone }: { isFirst: boolean; onDone?: () => void }) {
  const t = useTranslations('passages')
  const store = useStore()
  const [source, setSource] = useState('')
  const [form, setForm] = useState<PasteForm>('prose')
  const deferred = useDeferredValue(source)
  const count = useMemo(() => cutPasted(deferred, form).length, [deferred, form])
  return (
    <div className={styles.paste}>
      <TextArea
        label={t('paste.label')}
        help={t('paste.help')}
        rows={8}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      <RadioGroup
        label={t('paste.form')}
        name="paste-form"
        inline
        options={[
          { value: 'prose', label: t('paste.prose') },
          { value: 'turns', label: t('paste.turns') },
        ]}
        value={form}
        onChange={(value) => setForm(value as PasteForm)}
      />
      <div className={styles.bar}>
        <Button
          variant="primary"
          disabled={source.trim() === ''}
          onClick={() => {
            store.change('paste', (text) => appendTurns(text, cutPasted(source, form)))
            setSource('')
            onDone?.()
          }}
        >
          {t('paste.add')}
        </Button>
        {isFirst && <Button onClick={() => addAfter(store, null)}>{t('empty.first')}</Button>}
        <span role="status" className={styles.count}>
          {t('paste.preview', { count })}
        </span>
      </div>
    </div>
  )
}
