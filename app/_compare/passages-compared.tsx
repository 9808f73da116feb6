import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import type { PassageChange } from '#lib/review/compare-texts.ts'
import type { PresentedComment } from '#lib/statements/work.ts'
import { directionOf } from '#lib/text/direction.ts'
import styles from './diff.module.css'
import { DiffText } from './diff-text.tsx'

const TONES = { added: 'success', removed: 'danger', changed: 'info' } as const

/** The passages of a text, set beside an earlier one where there is one, with the comments that are open on them. */
export function PassagesCompared({
  passages,
  language,
  anchor,
  comments = [],
  commentHref,
}: {
  passages: readonly PassageChange[]
  language: string | null
  /** Begins the ids of the passages, such as `p` for `p17`. */
  anchor: string
  comments?: readonly PresentedComment[]
  /** The address at which to comment on a passage; null where nobody comments. */
  commentHref?: ((number: number) => string) | undefined
}) {
  const t = useTranslations('review.diff')
  const format = useFormatter()
  return (
    <ol className={styles.passages} data-compared={passages.some(isMarked)}>
      {passages.map((passage) => {
        const number = passage.numberAfter
        const own = comments.filter((comment) => comment.passageKey === passage.key)
        return (
          <li
            key={`${passage.key}-${passage.kind}`}
            id={number === null ? undefined : `${anchor}${number}`}
            className={styles.passage}
            data-kind={passage.kind}
          >
            <div className={styles.side}>
              <span className={styles.number}>
                {number === null ? '–' : <bdi>{format.number(number)}</bdi>}
              </span>
              {passage.kind !== 'same' && (
                <Badge tone={TONES[passage.kind]}>{t(passage.kind)}</Badge>
              )}
              {passage.moved && (
                <Badge tone="warning">
                  {t('movedFrom', { number: format.number(passage.numberBefore ?? 0) })}
                </Badge>
              )}
            </div>
            <div className={styles.words}>
              {passage.speaker && (
                <p className={styles.speaker}>
                  <Bidi>{passage.speaker}</Bidi>
                </p>
              )}
              <p
                className="testimony"
                lang={language ?? undefined}
                dir={directionOf(passage.parts.map((part) => part.text).join(''), language)}
              >
                <DiffText parts={passage.parts} />
              </p>
              <AttributeChanges attributes={passage.attributes} />
              {own.map((comment) => (
                <p key={comment.id} className={styles.note}>
                  <strong>
                    <Bidi>{comment.by}</Bidi>
                  </strong>
                  : <Bidi>{comment.text}</Bidi>
                </p>
              ))}
              {commentHref && number !== null && (
                <a className={styles.comment} href={commentHref(number)}>
                  {t('comment', { number: format.number(number) })}
                </a>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function isMarked(passage: PassageChange): boolean {
  return passage.kind !== 'same' || passage.moved
}

function AttributeChanges({ attributes }: Pick<PassageChange, 'attributes'>) {
  const t = useTranslations('review.diff')
  const v = useTranslations('vocabulary')
  if (attributes.length === 0) return null
  const shown = (name: string, code: string) => {
    if (code === '') return t('nothing')
    if (name === 'kind') return v(`passageKinds.${code}` as never)
    if (name === 'form') return v(`passageForms.${code}` as never)
    return name === 'directness' ? v(`directnesses.${code}` as never) : code
  }
  return (
    <ul className={styles.attributes}>
      {attributes.map(({ name, before, after }) => (
        <li key={name}>
          {t(`attributes.${name}`)}: <Bidi>{shown(name, before)}</Bidi>{' '}
          <span className="visually-hidden">{t('becomes')}</span>
          <span aria-hidden="true" className={styles.arrow}>
            →
          </span>{' '}
          <Bidi>{shown(name, after)}</Bidi>
        </li>
      ))}
    </ul>
  )
}
