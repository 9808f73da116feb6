'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { ConfirmAction } from '#app/_components/confirm-action.tsx'
import { TextField } from '#app/_components/field.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { isMissing, type Translation } from '#lib/statements/model.ts'
import { directionOfLanguage } from '#lib/text/direction.ts'
import {
  useAssessment,
  useField,
  usePassage,
  usePassageKeys,
  useStore,
  useTranslatedText,
} from '../draft-context.tsx'
import { LanguageSelect, useLanguageName } from '../fields/language-select.tsx'
import { MissingReason } from '../fields/text-fields.tsx'
import { LONG_TEXT } from './long-text.ts'
import styles from './passages.module.css'

/** Begins a translation in a language that is not there yet. */
export function NewTranslation({ onMade }: { onMade: (language: string) => void }) {
  const t = useTranslations('passages.translation')
  const [translations, setTranslations] = useField('translations')
  const [original] = useField('text.language')
  const keys = usePassageKeys()
  const [language, setLanguage] = useState<string | null>(null)
  const taken = [...translations.map((other) => other.language), ...(original ? [original] : [])]
  if (keys.length === 0) return <Notice>{t('needsText')}</Notice>
  return (
    <div className={styles.newTranslation}>
      <LanguageSelect
        label={t('language')}
        value={language}
        exclude={taken}
        onChange={setLanguage}
      />
      <Button
        variant="primary"
        disabled={language === null}
        onClick={() => {
          if (language === null || taken.includes(language)) return
          const made: Translation = { language, translator: null, certification: '', passages: [] }
          setTranslations([...translations, made])
          onMade(language)
        }}
      >
        {t('start')}
      </Button>
    </div>
  )
}

/** A translation, passage by passage beside the original. */
export function TranslationText({
  language,
  onRemoved,
}: {
  language: string
  onRemoved: () => void
}) {
  const t = useTranslations('passages.translation')
  const store = useStore()
  const keys = usePassageKeys()
  const nameOf = useLanguageName()
  const [translations, setTranslations] = useField('translations')
  const [original] = useField('text.language')
  // Counts what is translated a moment after it was typed.
  useAssessment()
  const translation = translations.find((other) => other.language === language)
  if (!translation) return null
  const { translator } = translation
  return (
    <section aria-label={t('title', { language: nameOf(language) })}>
      <div className={styles.textHead}>
        <div className={styles.translator}>
          <TextField
            label={t('translator')}
            help={t('translatorHelp')}
            maxLength={2_000}
            disabled={isMissing(translator)}
            value={isMissing(translator) ? '' : (translator ?? '')}
            onChange={({ target }) =>
              store.setTranslation(language, { translator: target.value || null })
            }
          />
          <MissingReason
            label={t('translator')}
            value={translator}
            onChange={(value) => store.setTranslation(language, { translator: value })}
          />
        </div>
        <TextField
          label={t('certification')}
          help={t('certificationHelp')}
          optional
          maxLength={2_000}
          value={translation.certification}
          onChange={({ target }) => store.setTranslation(language, { certification: target.value })}
        />
      </div>
      <p className={styles.count}>
        {t('progress', { done: translation.passages.length, all: keys.length })}
      </p>
      <ol className={styles.list} data-long={keys.length > LONG_TEXT}>
        {keys.map((key, place) => (
          <TranslatedRow
            key={key}
            passageKey={key}
            number={place + 1}
            language={language}
            original={original}
          />
        ))}
      </ol>
      <ConfirmAction label={t('remove')} danger explanation={t('removeConfirm')}>
        <Button
          variant="danger"
          onClick={() => {
            setTranslations(translations.filter((other) => other !== translation))
            onRemoved()
          }}
        >
          {t('remove')}
        </Button>
      </ConfirmAction>
    </section>
  )
}

const TranslatedRow = memo(function TranslatedRow({
  passageKey,
  number,
  language,
  original,
}: {
  passageKey: string
  number: number
  language: string
  original: string | null
}) {
  const t = useTranslations('passages.translation')
  const format = useFormatter()
  const store = useStore()
  const passage = usePassage(passageKey)
  const text = useTranslatedText(language, passageKey)
  if (!passage) return null
  return (
    <li className={styles.row} data-kind={passage.kind}>
      <span className={styles.number} aria-hidden="true">
        {format.number(number)}
      </span>
      <div className={styles.pair}>
        <div>
          {passage.speaker && (
            <p className={styles.summary}>
              <strong>
                <bdi dir="auto">{passage.speaker}</bdi>
              </strong>
            </p>
          )}
          <p
            className={styles.original}
            lang={original ?? undefined}
            dir={original ? directionOfLanguage(original) : 'auto'}
          >
            {passage.text}
          </p>
        </div>
        <textarea
          className={styles.text}
          aria-label={t('textOf', { number })}
          lang={language}
          dir={directionOfLanguage(language)}
          rows={2 + Math.floor(passage.text.length / 60)}
          value={text}
          onChange={({ target }) => store.setTranslatedText(language, passageKey, target.value)}
        />
      </div>
    </li>
  )
})
