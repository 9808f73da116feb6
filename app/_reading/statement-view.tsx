import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { LinkTabs } from '#app/_components/link-tabs.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { InsideSearch } from '#lib/search/inside.ts'
import { isMissing } from '#lib/statements/model.ts'
import type { PresentedStatement } from '#lib/statements/present.ts'
import { AboutText } from './about-text.tsx'
import { ContentGate } from './content-gate.tsx'
import { Find } from './find/find.tsx'
import { collectHits } from './find/hits.ts'
import { pickText } from './localized.ts'
import { Passages } from './passages.tsx'
import { Provenance } from './provenance.tsx'
import styles from './statement-view.module.css'
import { type TextView, viewParameters } from './text-view.ts'
import { useLanguageName } from './use-language-name.ts'

/**
 * A statement as readers see it: what it is and where it comes from beside the text, notes on its content before it.
 * The desk's preview draws the same. `path` is the page's own address without a language prefix, `query` the words
 * that were searched for.
 */
export function StatementView({
  statement,
  view,
  path,
  pageTitle,
  query = '',
  found,
  citation,
}: {
  statement: PresentedStatement
  view: TextView
  path: string
  /** The document's title, where it is not the statement's: a preview's. */
  pageTitle?: string
  query?: string
  /** What the words searched for met in it; a preview is not searched. */
  found?: InsideSearch
  /** How to cite it; a preview has nothing to cite. */
  citation?: ReactNode
}) {
  const t = useTranslations('statement')
  const locale = useLocale()
  const v = useTranslations('vocabulary')
  const title = pickText(statement.titles, locale)
  const abstract = pickText(statement.abstracts, locale)
  const { sensitivity, testimonyType } = statement
  const notes = sensitivity.contentNotes.filter((note) => note !== 'none')
  const { hits, marksOf } = collectHits(statement, view, found?.sequences ?? [])
  const passages = (
    <>
      <TextChoice statement={statement} view={view} path={path} query={query} />
      {found && (
        <Find path={path} keep={viewParameters(view)} query={query} found={found} hits={hits} />
      )}
      <Passages statement={statement} view={view} marksOf={marksOf} />
    </>
  )
  return (
    <article className={styles.statement}>
      <PageHeader
        eyebrow={
          <span className="cluster">
            <Ltr>{statement.reference}</Ltr>
            {testimonyType !== null && !isMissing(testimonyType) && (
              <Badge>{v(`testimonyTypes.${testimonyType}`)}</Badge>
            )}
            {!statement.isCurrent && <Badge tone="warning">{t('earlierRevision')}</Badge>}
          </span>
        }
        pageTitle={
          pageTitle ?? (title ? `${title.text} (${statement.reference})` : statement.reference)
        }
        title={
          title ? <Bidi lang={title.lang}>{title.text}</Bidi> : <Ltr>{statement.reference}</Ltr>
        }
        description={abstract && <Bidi lang={abstract.lang}>{abstract.text}</Bidi>}
      />
      {!statement.isCurrent && (
        <div className={styles.notice}>
          <Notice tone="warning" title={t('notCurrentTitle', { revision: statement.revision })}>
            <p>
              {t.rich('notCurrent', {
                revision: statement.currentRevision,
                link: (chunks) => <Link href={`/statements/${statement.reference}`}>{chunks}</Link>,
              })}
            </p>
          </Notice>
        </div>
      )}
      <div className={styles.grid}>
        <aside className={styles.provenance} aria-label={t('provenance')}>
          <a className={styles.toText} href="#text">
            {t('toText')}
          </a>
          <Provenance statement={statement} />
        </aside>
        <div className={styles.main} id="text">
          {notes.length > 0 ? (
            <ContentGate
              title={t('contentNotes')}
              open={t('showText')}
              close={t('hideText')}
              notes={
                <>
                  <p className="cluster">
                    {notes.map((note) => (
                      <Badge key={note} tone="warning">
                        {v(`contentNotes.${note}`)}
                      </Badge>
                    ))}
                  </p>
                  {sensitivity.exposureAdvice && (
                    <p>
                      <Bidi>{sensitivity.exposureAdvice}</Bidi>
                    </p>
                  )}
                  <p>{t('contentChoice')}</p>
                </>
              }
            >
              {passages}
            </ContentGate>
          ) : (
            <>
              {sensitivity.exposureAdvice && (
                <div className={styles.notice}>
                  <Notice>
                    <p>
                      <Bidi>{sensitivity.exposureAdvice}</Bidi>
                    </p>
                  </Notice>
                </div>
              )}
              <h2 className="visually-hidden">{t('text')}</h2>
              {passages}
            </>
          )}
        </div>
        <aside className={styles.more} aria-label={t('more')}>
          {citation && (
            <section className={styles.group} id="cite">
              <h2>{t('cite')}</h2>
              {citation}
            </section>
          )}
          <AboutText statement={statement} />
        </aside>
      </div>
    </article>
  )
}

/** Which texts are shown, as links: the choice is in the address and works without JavaScript. */
function TextChoice({
  statement,
  view,
  path,
  query,
}: {
  statement: PresentedStatement
  view: TextView
  path: string
  query: string
}) {
  const t = useTranslations('statement')
  const languageName = useLanguageName()
  const { text, translations } = statement
  if (translations.length === 0) return null
  const hrefFor = (show: TextView['show'], language: string | null) => {
    const parameters = new URLSearchParams({ show })
    if (language) parameters.set('in', language)
    if (query) parameters.set('q', query)
    return `${path}?${parameters}`
  }
  const original = text.language ? languageName(text.language) : t('original')
  return (
    <LinkTabs
      label={t('textChoice')}
      tabs={[
        { href: hrefFor('original', null), label: original, current: view.show === 'original' },
        ...translations.flatMap(({ language }) => [
          {
            href: hrefFor('both', language),
            label: t('showBoth', { original, translation: languageName(language) }),
            current: view.show === 'both' && view.language === language,
          },
          {
            href: hrefFor('translation', language),
            label: t('showTranslation', { language: languageName(language) }),
            current: view.show === 'translation' && view.language === language,
          },
        ]),
      ]}
    />
  )
}
