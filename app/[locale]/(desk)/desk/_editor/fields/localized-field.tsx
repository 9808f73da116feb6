'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Fieldset } from '#app/_components/choices.tsx'
import { TextArea, TextField } from '#app/_components/field.tsx'
import type { Localized } from '#lib/statements/model.ts'
import { directionOfLanguage } from '#lib/text/direction.ts'
import { useField } from '../draft-context.tsx'
import styles from './fields.module.css'
import { LanguageSelect, useLanguageName } from './language-select.tsx'
import { useFieldText } from './use-field-text.ts'

/** The same words in several languages: English, Persian and the text's own are offered at once. */
export function LocalizedField({
  path,
  multiline = false,
}: {
  path: 'titles' | 'abstracts' | 'witness.displayName'
  multiline?: boolean
}) {
  const t = useTranslations('statement-form.localized')
  const nameOf = useLanguageName()
  const { label, ...field } = useFieldText(path)
  const [value, setValue] = useField(path) as [Localized, (value: Localized) => void]
  const [textLanguage] = useField('text.language')
  const [added, setAdded] = useState<readonly string[]>([])
  const [adding, setAdding] = useState(false)
  const languages = [
    ...new Set([
      'en',
      'fa',
      ...(textLanguage ? [textLanguage] : []),
      ...Object.keys(value),
      ...added,
    ]),
  ]
  const write = (language: string, words: string) => {
    const { [language]: _, ...others } = value
    setValue(words === '' ? others : { ...others, [language]: words })
  }
  const Control = multiline ? TextArea : TextField
  return (
    <Fieldset {...field} label={label}>
      <div className={styles.localized}>
        {languages.map((language, place) => (
          <Control
            key={language}
            {...(place === 0 ? { id: `${field.id}-first` } : {})}
            {...(multiline ? { rows: 3 } : { autoComplete: 'off' })}
            label={nameOf(language)}
            aria-label={t('in', { field: label, language: nameOf(language) })}
            lang={language}
            dir={directionOfLanguage(language)}
            maxLength={multiline ? 20_000 : 2_000}
            value={value[language] ?? ''}
            onChange={({ target }) => write(language, target.value)}
          />
        ))}
        {adding ? (
          <LanguageSelect
            label={t('add')}
            value={null}
            exclude={languages}
            onChange={(language) => {
              if (!language) return
              setAdded([...added, language])
              setAdding(false)
            }}
          />
        ) : (
          <Button variant="quiet" size="s" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </div>
    </Fieldset>
  )
}
