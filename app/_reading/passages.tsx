import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { getPathname } from '#app/_i18n/navigation.ts'
import type { PresentedPassage, PresentedStatement } from '#lib/statements/present.ts'
import { citationOf, permanentPath } from './citation.ts'
import type { PageHits, TextMarks } from './find/hits.ts'
import { Marked } from './marked.tsx'
import styles from './passages.module.css'
import { shownTexts, type TextView } from './text-view.ts'
import { useLanguageName } from './use-language-name.ts'

/**
 * The numbered passages. Each has the anchor `p17` and a number that links to its permanent address. Those out of
 * sight are not laid out until they are scrolled to (`content-visibility`), so that 20,000 words open at once.
 */
export function Passages({
  statement,
  view,
  marksOf,
}: {
  statement: Pick<PresentedStatement, 'reference' | 'revision' | 'text' | 'translations'>
  view: TextView
  /** Marks of the words that the reader searched for. */
  marksOf: PageHits['marksOf']
}) {
  const t = useTranslations('statement')
  const languageName = useLanguageName()
  const { passages, language } = statement.text
  const { original: showOriginal, translation } = shownTexts(statement, view)
  const translated = new Map(translation?.passages.map((passage) => [passage.key, passage.text]))
  return (
    <div className={styles.text} data-columns={showOriginal && translation ? 2 : 1}>
      {translation && (
        <div className={styles.columns}>
          {showOriginal && (
            <p>{t('originalIn', { language: language ? languageName(language) : '—' })}</p>
          )}
          <p>{t('translationIn', { language: languageName(translation.language) })}</p>
        </div>
      )}
      {passages.map((passage, place) => (
        <PassageRow
          key={passage.key}
          statement={statement}
          passage={passage}
          isNewSpeaker={passage.speaker !== '' && passage.speaker !== passages[place - 1]?.speaker}
          original={showOriginal ? passage.text : null}
          translation={
            translation
              ? { lang: translation.language, text: translated.get(passage.key) ?? null }
              : null
          }
          marksOf={marksOf}
        />
      ))}
    </div>
  )
}

function PassageRow({
  statement,
  passage,
  isNewSpeaker,
  original,
  translation,
  marksOf,
}: {
  statement: Pick<PresentedStatement, 'reference' | 'revision' | 'text'>
  passage: PresentedPassage
  isNewSpeaker: boolean
  original: string | null
  translation: { lang: string; text: string | null } | null
  marksOf: PageHits['marksOf']
}) {
  const t = useTranslations()
  const locale = useLocale()
  const format = useFormatter()
  const { reference, revision } = statement
  const citation = citationOf(reference, revision, passage.number)
  const label = passage.kind === 'question' || passage.kind === 'answer' ? passage.kind : null
  return (
    <div className={styles.passage} id={`p${passage.number}`} data-kind={passage.kind}>
      <a
        className={styles.number}
        href={`${getPathname({ href: permanentPath(reference, revision), locale })}#p${passage.number}`}
        title={citation}
        aria-label={t('statement.passageAddress', { number: passage.number, citation })}
      >
        {format.number(passage.number)}
      </a>
      <div className={styles.body}>
        {isNewSpeaker && (
          <p className={styles.speaker}>
            <Bidi>{passage.speaker}</Bidi>
          </p>
        )}
        {!passage.speaker && label && (
          <p className={styles.speaker}>{t(`vocabulary.passageKinds.${label}`)}</p>
        )}
        <div className={styles.row}>
          {original !== null && (
            <PassageText
              text={original}
              lang={statement.text.language}
              marks={marksOf(passage.key, 'original')}
            />
          )}
          {translation &&
            (translation.text ? (
              <PassageText
                text={translation.text}
                lang={translation.lang}
                marks={marksOf(passage.key, 'translation')}
              />
            ) : (
              <p className={styles.untranslated}>{t('statement.notTranslated')}</p>
            ))}
        </div>
        {(passage.form === 'reported' || passage.directness) && (
          <p className={styles.badges}>
            {passage.form === 'reported' && <Badge>{t('vocabulary.passageForms.reported')}</Badge>}
            {passage.directness && (
              <Badge tone="info">{t(`vocabulary.directnesses.${passage.directness}`)}</Badge>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

function PassageText({
  text,
  lang,
  marks,
}: {
  text: string
  lang: string | null
  marks: TextMarks
}) {
  return (
    <p className={`testimony ${styles.words}`} lang={lang ?? undefined} dir="auto">
      <Marked text={text} highlights={marks.highlights} first={marks.first} />
    </p>
  )
}
