import { useTranslations } from 'next-intl'
import type { DiffPart } from '#lib/text/word-diff.ts'
import styles from './diff.module.css'

/** Words that stayed, came or went: underlined and struck through, and said so to those who listen. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  const t = useTranslations('review.diff')
  return parts.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a run of words has no other name than its place
    if (kind === 'same') return <span key={index}>{text}</span>
    const Tag = kind === 'added' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <Tag key={index} className={styles[kind]}>
        <span className="visually-hidden">{t(`${kind}Begins`)} </span>
        {text}
        <span className="visually-hidden"> {t(`${kind}Ends`)}</span>
      </Tag>
    )
  })
}
