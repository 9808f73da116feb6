import { useFormatter, useTranslations } from 'next-intl'
import type { InsideSearch } from '#lib/search/inside.ts'
import styles from './find.module.css'
import { FindBar } from './find-bar.tsx'
import type { Hit } from './hits.ts'

/** The search inside the text that follows: the field, what was found under which words, and a link to each place. */
export function Find({
  path,
  keep,
  query,
  found,
  hits,
}: {
  path: string
  keep: readonly (readonly [name: string, value: string])[]
  query: string
  found: InsideSearch
  hits: readonly Hit[]
}) {
  const t = useTranslations('find')
  const format = useFormatter()
  const listOf = (words: readonly string[]) =>
    format.list(
      words.map((word) => <bdi key={word}>{word}</bdi>),
      { type: 'conjunction' },
    )
  const passages = groupByPassage(hits)
  return (
    <>
      <FindBar path={path} keep={keep} query={query} hits={hits} />
      {(found.alsoSearched.length > 0 || found.nearWords.length > 0) && (
        <p className={styles.told}>
          {found.nearWords.map(({ typed, found: near }) => (
            <span key={typed}>
              {t.rich('near', { typed: () => <bdi>{typed}</bdi>, words: () => listOf(near) })}{' '}
            </span>
          ))}
          {found.alsoSearched.length > 0 &&
            t.rich('also', { words: () => listOf(found.alsoSearched) })}
        </p>
      )}
      {passages.length > 0 && (
        <details className={styles.places}>
          <summary>{t('list', { count: passages.length })}</summary>
          <ul>
            {passages.map(({ passage, first, count }) => (
              <li key={passage}>
                <a href={`#hit-${first}`} aria-label={t('inPassage', { passage, count })}>
                  §{format.number(passage)}
                  {count > 1 && <span className={styles.times}> ×{format.number(count)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function groupByPassage(hits: readonly Hit[]): { passage: number; first: number; count: number }[] {
  const passages: { passage: number; first: number; count: number }[] = []
  hits.forEach(({ passage }, index) => {
    const last = passages.at(-1)
    if (last?.passage === passage) last.count++
    else passages.push({ passage, first: index + 1, count: 1 })
  })
  return passages
}
