import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { holdsWords, wordsOf } from '#lib/text/word-match.ts'
import { SearchList } from '../../../_editor/records/search-list.tsx'

/** More than these are narrowed down by another word. */
const SHOWN_MAX = 40

/** A paragraph found by words with which it begins; without any, those after `near` are listed. */
export function ParagraphSearch({
  outline,
  near,
  onChoose,
}: {
  /** How each paragraph begins, from the first. */
  outline: readonly string[]
  near: number
  onChoose: (paragraph: number) => void
}) {
  const t = useTranslations('import-document.cuts')
  const [text, setText] = useState('')
  return (
    <SearchList
      label={t('search')}
      placeholder={t('searchHelp')}
      text={text}
      onText={setText}
      items={paragraphsWith(outline, text, near)}
      none={t('searchNone')}
      nameOf={({ beginning }) => beginning}
      detailOf={({ paragraph }) => t('paragraphNumber', { number: paragraph })}
      onChoose={({ paragraph }) => onChoose(paragraph)}
    />
  )
}

function paragraphsWith(outline: readonly string[], text: string, near: number) {
  const words = wordsOf(text)
  const found: { id: string; paragraph: number; beginning: string }[] = []
  const from = words.length === 0 && Number.isInteger(near) ? near : 0
  for (let at = from; at < outline.length && found.length < SHOWN_MAX; at += 1) {
    const beginning = outline[at]!
    if (!holdsWords(beginning, words)) continue
    found.push({ id: String(at + 1), paragraph: at + 1, beginning })
  }
  return found
}
