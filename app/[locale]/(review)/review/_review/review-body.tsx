import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldChanges, FieldList } from '#app/_compare/fields-compared.tsx'
import { PassagesCompared } from '#app/_compare/passages-compared.tsx'
import { LinkTabs } from '#app/_components/link-tabs.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { useLanguageName } from '#app/_reading/use-language-name.ts'
import type { Review } from '#lib/review/queries.ts'
import { ChecksSection } from './checks-section.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentList } from './comments-section.tsx'
import { ConsentTable, VisibilityFacts } from './consent-section.tsx'
import { DecideSection } from './decide-section.tsx'
import { DecisionList } from './decisions-section.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import styles from './review.module.css'
import { SourceFacts } from './source-facts.tsx'
import { Standing } from './standing.tsx'

interface Props {
  review: Review
  /** Under this name the browser keeps what this person types about this statement. */
  keepAs: string
  onlyChanges: boolean
  /** The passage to comment on. */
  passage: string
}

const SECTIONS = [
  'text',
  'fields',
  'source',
  'consent',
  'checks',
  'identity',
  'comments',
  'decisions',
  'decide',
] as const
type SectionName = (typeof SECTIONS)[number]

/** The parts of a review in the order in which one works through them, with the standing beside them. */
export function ReviewBody({ review, keepAs, onlyChanges, passage }: Props) {
  const t = useTranslations('review')
  const { work } = review
  const openComments = work.comments.filter((comment) => comment.resolved === null)
  const passageNumbers = new Map(
    work.content.text.passages.map(({ key }, index) => [key, index + 1] as const),
  )
  return (
    <div className={styles.layout}>
      <aside className={styles.side} aria-label={t('standing.title')}>
        <div className={styles.panel}>
          <h2>{t('standing.title')}</h2>
          <Standing work={work} />
        </div>
        <nav className={styles.panel} aria-label={t('contents')}>
          <h2>{t('contents')}</h2>
          <ul className={styles.contents}>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`sections.${name}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <div className={styles.main}>
        <TextSection review={review} onlyChanges={onlyChanges} />
        <Section name="fields">
          {review.comparedWith !== null && (
            <>
              <h3>{t('fields.changed')}</h3>
              <FieldChanges changes={review.fieldChanges} recordNames={review.recordNames} />
              <h3>{t('fields.all')}</h3>
            </>
          )}
          <FieldList fields={review.fields} recordNames={review.recordNames} />
        </Section>
        <Section name="source">
          <SourceFacts source={review.source} occasion={review.occasion} />
        </Section>
        <Section name="consent">
          <ConsentTable consents={work.consents} />
          <h3>{t('visibility.ifPublished')}</h3>
          <VisibilityFacts visibility={work.wouldBe} />
        </Section>
        <Section name="checks">
          <ChecksSection
            problems={work.problems}
            nameCheck={review.nameCheck}
            isNamed={work.content.witness.displayMode === 'real_name'}
          />
        </Section>
        <Section name="identity">
          <p className={styles.help}>{t('identity.help')}</p>
          <IdentityPanel reference={work.reference} />
        </Section>
        <Section name="comments">
          <CommentList
            reference={work.reference}
            comments={work.comments}
            passageNumbers={passageNumbers}
            canResolve={work.rulings.resolve_comment === null}
          />
          <div id="comment">
            <CommentForm reference={work.reference} keepAs={keepAs} passage={passage} />
          </div>
        </Section>
        <Section name="decisions">
          <DecisionList decisions={work.decisions} currentHash={work.contentHash} />
        </Section>
        <Section name="decide">
          <DecideSection review={review} keepAs={keepAs} openComments={openComments.length} />
        </Section>
      </div>
    </div>
  )
}

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useTranslations('review.sections')
  return (
    <section id={name} className={styles.section} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(name)}</h2>
      {children}
    </section>
  )
}

function TextSection({ review, onlyChanges }: Pick<Props, 'review' | 'onlyChanges'>) {
  const t = useTranslations('review.diff')
  const format = useFormatter()
  const languageName = useLanguageName()
  const { work, comparedWith } = review
  const path = `/review/${work.reference}`
  const isChange = (passage: Review['passages'][number]) => passage.kind !== 'same' || passage.moved
  const isShown = (passage: Review['passages'][number]) => !onlyChanges || isChange(passage)
  const changed = review.passages.filter(isChange).length
  const { language } = work.content.text
  const open = work.comments.filter((comment) => comment.resolved === null)
  return (
    <Section name="text">
      {comparedWith === null ? (
        <p className={styles.help}>{t('first')}</p>
      ) : (
        <>
          <p className={styles.help}>
            {t('comparedWith', { number: format.number(comparedWith), count: changed })}
          </p>
          <p className={styles.legend}>{t('legend')}</p>
          <LinkTabs
            label={t('shown')}
            tabs={[
              { href: path, label: t('all'), current: !onlyChanges },
              { href: `${path}?only=changes`, label: t('onlyChanges'), current: onlyChanges },
            ]}
          />
          {onlyChanges && changed === 0 && <Notice>{t('noChanges')}</Notice>}
        </>
      )}
      <PassagesCompared
        passages={review.passages.filter(isShown)}
        language={language}
        anchor="p"
        comments={open}
        commentHref={(number) => `?passage=${number}#comment`}
      />
      {review.translations.map((translation) => (
        <div key={translation.language}>
          <h3>
            {t('translation', { language: languageName(translation.language) })}
            {translation.kind !== 'same' && ` · ${t(translation.kind)}`}
          </h3>
          <PassagesCompared
            passages={translation.passages.filter(isShown)}
            language={translation.language}
            anchor={`t-${translation.language}-`}
          />
        </div>
      ))}
    </Section>
  )
}
