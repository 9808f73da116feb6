import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { SearchForm } from '#app/_reading/search-form.tsx'
import { readingViewer } from '#app/_server/viewer.ts'
import styles from './help.module.css'

const topics = [
  'words',
  'phrase',
  'without',
  'beginning',
  'speaker',
  'place',
  'year',
  'spelling',
  'scripts',
  'names',
  'filters',
  'suggestions',
  'told',
] as const
const more = ['inside', 'cite', 'notes', 'gone'] as const

/** How to search and to read, in plain words; each example is a link that does it. */
export default async function HelpPage() {
  await readingViewer()
  const t = await getTranslations('reading.help')
  return (
    <div className="page-narrow">
      <PageHeader title={t('title')} description={t('lead')} />
      <SearchForm />
      <dl className={styles.topics}>
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{t(`${topic}.title`)}</dt>
            <dd>
              <p>{t(`${topic}.text`)}</p>
              {t.has(`${topic}.example`) && (
                <p className={styles.example}>
                  {t('forExample')}{' '}
                  <Link href={{ pathname: '/search', query: { q: t(`${topic}.example`) } }}>
                    <bdi dir="auto">{t(`${topic}.example`)}</bdi>
                  </Link>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('reading')}</h2>
      <dl className={styles.topics}>
        {more.map((topic) => (
          <div key={topic}>
            <dt>{t(`${topic}.title`)}</dt>
            <dd>
              <p>{t(`${topic}.text`)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
