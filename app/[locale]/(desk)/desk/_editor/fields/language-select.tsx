'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select, TextField } from '#app/_components/field.tsx'
import { languageTagSchema } from '#lib/statements/model.ts'
import { COMMON_LANGUAGES } from '#lib/statements/vocabularies.ts'

const OTHER = 'other:'

/** The name of a language by its tag, in the language of the page. */
export function useLanguageName(): (tag: string) => string {
  const t = useTranslations('vocabulary.commonLanguages')
  const locale = useLocale()
  return (tag) => {
    if ((COMMON_LANGUAGES as readonly string[]).includes(tag)) return t(tag as never)
    return languageTagSchema.safeParse(tag).success
      ? (new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag)
      : tag
  }
}

/** A language: one of the usual ones, or any by its BCP 47 tag. */
export function LanguageSelect({
  value,
  onChange,
  exclude = [],
  ...text
}: {
  label: string
  help?: string | undefined
  error?: string | undefined
  id?: string | undefined
  value: string | null
  onChange: (tag: string | null) => void
  /** Languages that are taken. */
  exclude?: readonly string[]
}) {
  const t = useTranslations('statement-form')
  const nameOf = useLanguageName()
  const isCommon = value === null || (COMMON_LANGUAGES as readonly string[]).includes(value)
  const [other, setOther] = useState<string | null>(isCommon ? null : value)
  const valid = other === null || other === '' || languageTagSchema.safeParse(other).success
  const options = COMMON_LANGUAGES.filter((tag) => tag === value || !exclude.includes(tag))
  return (
    <>
      <Select
        {...text}
        placeholder={t('choice.empty')}
        options={[
          ...options.map((tag) => ({ value: tag as string, label: nameOf(tag) })),
          { value: OTHER, label: t('language.other') },
        ]}
        value={other === null ? (value ?? '') : OTHER}
        onChange={({ target }) => {
          if (target.value === OTHER) return setOther('')
          setOther(null)
          onChange(target.value || null)
        }}
      />
      {other !== null && (
        <TextField
          label={t('language.tag')}
          help={t('language.tagHelp')}
          error={valid ? undefined : t('language.tagInvalid')}
          dir="ltr"
          maxLength={35}
          value={other}
          onChange={({ target }) => {
            const tag = target.value.trim()
            setOther(tag)
            const known = languageTagSchema.safeParse(tag).success && !exclude.includes(tag)
            if (known || tag === '') onChange(tag || null)
          }}
        />
      )}
    </>
  )
}
