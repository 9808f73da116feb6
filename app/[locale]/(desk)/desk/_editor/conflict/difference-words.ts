'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { displayNameOf } from '#lib/authorities/model.ts'
import {
  type Consent,
  isMissing,
  type Mention,
  type Passage,
  type Translation,
} from '#lib/statements/model.ts'
import type { Difference, Side } from '../compare-drafts.ts'
import { useRecords } from '../draft-context.tsx'
import { useLanguageName } from '../fields/language-select.tsx'
import { type ChoicePath, VOCABULARY_OF } from '../fields/vocabulary.ts'

/** Says in words what differs between two versions of a draft. */
export function useDifferenceWords() {
  const t = useTranslations('desk.conflict')
  const fields = useTranslations('statement-form.fields')
  const passages = useTranslations('passages')
  const vocabulary = useTranslations('vocabulary')
  const yesNo = useTranslations('statement-form.yesNo')
  const languageName = useLanguageName()
  const format = useFormatter()
  const locale = useLocale()
  const { authorities, sources, occasions } = useRecords()

  function nameOf(difference: Difference): string {
    switch (difference.kind) {
      case 'field':
        return fields(`${difference.path}.label` as never)
      case 'passage':
        return passages('number', { number: difference.number })
      case 'translation':
        return t('translation', { language: languageName(difference.language) })
      case 'consent':
        return t('consent', {
          purpose: vocabulary(`consentPurposes.${difference.purpose}` as never),
        })
      case 'order':
        return t('order')
    }
  }

  function wordsOf(difference: Difference, side: Side): string {
    const value = difference[side]
    if (difference.kind === 'order') {
      return format.list((value as string[]).slice(0, 30).map((_, place) => String(place + 1)))
    }
    if (value === null || value === undefined) {
      return difference.kind === 'field' ? t('empty') : t('absent')
    }
    if (difference.kind === 'passage') return passageWords(value as Passage)
    if (difference.kind === 'translation') return translationWords(value as Translation)
    if (difference.kind === 'consent') return consentWords(value as Consent)
    return fieldWords(difference.path, value) || t('empty')
  }

  function passageWords(passage: Passage): string {
    const facts = [
      passage.speaker,
      passage.kind === 'prose' ? '' : vocabulary(`passageKinds.${passage.kind}`),
      passage.form && vocabulary(`passageForms.${passage.form}`),
      passage.directness && vocabulary(`directnesses.${passage.directness}`),
      ...passage.mentions.map(mentionWords),
    ].filter(Boolean)
    return facts.length > 0 ? `${facts.join(' · ')}\n${passage.text}` : passage.text
  }

  function mentionWords(mention: Mention): string {
    return `${recordName(mention.authorityId)} (${vocabulary(`mentionRoles.${mention.role}`)})`
  }

  function translationWords(translation: Translation): string {
    const { translator } = translation
    const by = isMissing(translator)
      ? vocabulary(`missingReasons.${translator.missing}`)
      : (translator ?? '')
    return [by, ...translation.passages.map((passage) => passage.text)].filter(Boolean).join('\n')
  }

  function consentWords(row: Consent): string {
    return [
      vocabulary(`consentDecisions.${row.decision}`),
      vocabulary(`consentBases.${row.basis}`),
      row.givenBy,
      row.method && vocabulary(`consentMethods.${row.method}`),
      row.givenOn,
      row.notBefore,
      row.expiresOn,
      row.conditions,
      row.evidence,
    ]
      .filter(Boolean)
      .join(' · ')
  }

  function recordName(id: string): string {
    const authority = authorities.get(id)
    if (authority) return displayNameOf(authority, locale)
    return sources.get(id)?.title ?? occasions.get(id)?.title ?? id
  }

  function fieldWords(path: string, value: unknown): string {
    if (isMissing(value)) return vocabulary(`missingReasons.${value.missing}`)
    if (typeof value === 'boolean') return yesNo(value ? 'yes' : 'no')
    if (path === 'text.language') return languageName(String(value))
    if (path.endsWith('Id') || path.endsWith('Ids')) {
      return [value]
        .flat()
        .map((id) => recordName(String(id)))
        .join(' · ')
    }
    const list = VOCABULARY_OF[path as ChoicePath]?.[0]
    if (list) {
      const codes = [value].flat() as string[]
      return codes.map((code) => vocabulary(`${list}.${code}` as never)).join(' · ')
    }
    if (Array.isArray(value)) {
      return value.map((row) => Object.values(row as object).join(' · ')).join('\n')
    }
    if (typeof value !== 'object' || value === null) return String(value)
    if ('stated' in value) {
      const { stated, calendar } = value as unknown as { stated: string; calendar: string }
      return `${stated} (${vocabulary(`calendars.${calendar}` as never)})`
    }
    return Object.entries(value)
      .map(([language, words]) => `${languageName(language)}: ${words}`)
      .join('\n')
  }

  return { nameOf, wordsOf }
}
