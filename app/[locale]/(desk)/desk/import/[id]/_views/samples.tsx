import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import type { ImportPreview } from '#lib/importing/preview.ts'
import styles from '../../import.module.css'

/** The first drafts of a file, by their beginnings. */
export function Samples({ samples }: Pick<ImportPreview, 'samples'>) {
  const t = useTranslations('import.preview')
  return (
    <section aria-labelledby="samples-title">
      <h3 id="samples-title">{t('samples')}</h3>
      <ul className={styles.drafts}>
        {samples.map((sample) => (
          <li key={sample.record} className={styles.draft}>
            <strong>
              <Bidi lang={sample.language}>{sample.title || sample.record}</Bidi>
            </strong>
            <p className={styles.aside}>{t('passages', { count: sample.passages })}</p>
            <p lang={sample.language ?? undefined} dir="auto">
              {sample.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
