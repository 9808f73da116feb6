'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { useField } from '../draft-context.tsx'
import { useLanguageName } from '../fields/language-select.tsx'
import { OriginalText } from './original-text.tsx'
import styles from './passages.module.css'
import { NewTranslation, TranslationText } from './translation-text.tsx'

const ORIGINAL = 'original'
const NEW = 'new'

/** The text and its translations, one beside the other at a time. */
export function TextStep() {
  const t = useTranslations('passages')
  const nameOf = useLanguageName()
  const [translations] = useField('translations')
  const [chosen, setChosen] = useState(ORIGINAL)
  const languages = translations.map((translation) => translation.language)
  const shown = chosen === NEW || languages.includes(chosen) ? chosen : ORIGINAL
  const tabs = [
    { id: ORIGINAL, label: t('tabs.original') },
    ...languages.map((language) => ({ id: language, label: nameOf(language) })),
    { id: NEW, label: t('tabs.add') },
  ]
  return (
    <>
      <fieldset className={styles.tabs}>
        <legend className="visually-hidden">{t('tabs.label')}</legend>
        {tabs.map((tab) => (
          <Button
            key={tab.id}
            size="s"
            variant={tab.id === NEW ? 'quiet' : 'secondary'}
            aria-pressed={tab.id === shown}
            onClick={() => setChosen(tab.id)}
          >
            {tab.label}
          </Button>
        ))}
      </fieldset>
      {shown === ORIGINAL && <OriginalText />}
      {shown === NEW && <NewTranslation onMade={setChosen} />}
      {shown !== ORIGINAL && shown !== NEW && (
        <TranslationText key={shown} language={shown} onRemoved={() => setChosen(ORIGINAL)} />
      )}
    </>
  )
}
