import { useFormatter, useTranslations } from 'next-intl'
import type { IgnoredReason } from '#lib/importing/press/types.ts'
import styles from '../../import.module.css'
import { placeId } from '../../places.ts'

export interface Mark {
  start: number
  end: number
  /** 1-based number of the draft. */
  draft: number
  /** Where the mark leads. */
  href: string
}

export interface ReportTextProps {
  text: string
  language: string
  marks: readonly Mark[]
  ignored: readonly { start: number; end: number; reason: IgnoredReason }[]
  /** Offset of the passage that is looked at elsewhere on the page. */
  looked?: number | null
}

interface Piece {
  start: number
  text: string
  mark: Mark | null
  reason: IgnoredReason | null
}

/** A press report as it was read: passages marked with the number of their draft, what was ignored struck through. */
export function ReportText({ text, language, marks, ignored, looked }: ReportTextProps) {
  const t = useTranslations('import')
  const format = useFormatter()
  return (
    <div className={`${styles.reportText} testimony`} lang={language} dir="auto">
      {cutPieces(text, marks, ignored).map((piece) => {
        if (piece.mark !== null) {
          return (
            <mark
              key={piece.start}
              id={placeId(piece.start)}
              className={styles.mark}
              data-looked={looked === piece.start || undefined}
            >
              <a
                href={piece.mark.href}
                className={styles.number}
                aria-label={t('report.passageOf', { number: piece.mark.draft })}
              >
                {format.number(piece.mark.draft)}
              </a>
              {piece.text}
            </mark>
          )
        }
        if (piece.reason !== null) {
          return (
            <s key={piece.start} className={styles.ignored} title={t(`ignored.${piece.reason}`)}>
              {piece.text}
            </s>
          )
        }
        return <span key={piece.start}>{piece.text}</span>
      })}
    </div>
  )
}

function cutPieces(
  text: string,
  marks: ReportTextProps['marks'],
  ignored: ReportTextProps['ignored'],
): Piece[] {
  const cuts = [
    ...marks.map((mark) => ({ start: mark.start, end: mark.end, mark, reason: null })),
    ...ignored.map(({ start, end, reason }) => ({ start, end, mark: null, reason })),
  ].sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) pieces.push({ start: at, text: text.slice(at, to), mark: null, reason: null })
  }
  for (const { start, end, mark, reason } of cuts) {
    if (start < at) continue
    plain(start)
    pieces.push({ start, text: text.slice(start, end), mark, reason })
    at = end
  }
  plain(text.length)
  return pieces
}
