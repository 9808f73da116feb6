import { getTranslations } from 'next-intl/server'
import { Ltr } from '#app/_components/bidi.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { optionalViewer } from '#app/_server/viewer.ts'
import { getArchive } from '#lib/archive/queries.ts'
import styles from './about.module.css'
import { Contact } from './contact.tsx'

const SECTIONS = ['what', 'care', 'correction', 'contact', 'privacy'] as const

/** Open to everybody, also where the reading room is not: who is named in an archive must be able to reach it. */
export default async function AboutPage() {
  const archive = getArchive(await optionalViewer())
  const t = await getTranslations('about')
  return (
    <div className="page-narrow">
      <PageHeader title={t('title')} description={t('lead')} />
      {archive?.kind === 'demo' && <Notice tone="warning">{t('demo')}</Notice>}
      <nav aria-label={t('contents')} className={styles.contents}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`${section}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section id="what" className={styles.section} aria-labelledby="what-title">
        <h2 id="what-title">{t('what.title')}</h2>
        <p>{t('what.text')}</p>
        <p>{t('what.claims')}</p>
      </section>
      <section id="care" className={styles.section} aria-labelledby="care-title">
        <h2 id="care-title">{t('care.title')}</h2>
        <ul>
          <li>{t.rich('care.attribute', { ref: (text) => <Ltr>{text}</Ltr> })}</li>
          <li>{t('care.knows')}</li>
          <li>{t('care.missing')}</li>
          <li>{t('care.identify')}</li>
          <li>{t('care.accused')}</li>
          <li>{t('care.notes')}</li>
        </ul>
      </section>
      <section id="correction" className={styles.section} aria-labelledby="correction-title">
        <h2 id="correction-title">{t('correction.title')}</h2>
        <p>{t('correction.who')}</p>
        <ol>
          <li>{t('correction.stepReference')}</li>
          <li>{t('correction.stepWhat')}</li>
          <li>{t('correction.stepSafe')}</li>
        </ol>
        <p>{t('correction.what')}</p>
      </section>
      <section id="contact" className={styles.section} aria-labelledby="contact-title">
        <h2 id="contact-title">{t('contact.title')}</h2>
        {archive?.contact ? <Contact text={archive.contact} /> : <p>{t('contact.none')}</p>}
      </section>
      <section id="privacy" className={styles.section} aria-labelledby="privacy-title">
        <h2 id="privacy-title">{t('privacy.title')}</h2>
        <p>{t('privacy.nothing')}</p>
        <p>{t('privacy.cookies')}</p>
        <p>{t('privacy.log')}</p>
        <p>{t('privacy.drafts')}</p>
      </section>
    </div>
  )
}
