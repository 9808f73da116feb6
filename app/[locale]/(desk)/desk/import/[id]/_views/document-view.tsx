import { useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import type { ImportView } from '#lib/importing/plan.ts'
import { PassagePlace } from '../../../_editor/passages/passage-place.tsx'
import styles from '../../import.module.css'
import type { ConfirmingViewProps } from './confirming-view-props.ts'
import { CutsForm } from './cuts-form.tsx'
import { TurnsForm } from './turns-form.tsx'

type Document = NonNullable<ImportView['document']>

/** A document that is a statement or a hearing: how it begins, who speaks in it, and where each testimony begins. */
export function DocumentView({ document, ...props }: ConfirmingViewProps & { document: Document }) {
  const t = useTranslations('import-document')
  return (
    <>
      <Beginning document={document} />
      {document.labels.length > 0 && (
        <TurnsForm key={labelsOf(document)} labels={document.labels} {...props} />
      )}
      <CutsForm document={document} {...props} />
      {document.leftOut.length > 0 && (
        <section aria-labelledby="left-out-title">
          <h3 id="left-out-title">{t('leftOut.title')}</h3>
          <LeftOut leftOut={document.leftOut} />
        </section>
      )}
    </>
  )
}

/** Other labels, as another encoding gives, are another form. */
function labelsOf({ labels }: Document): string {
  return labels.map(({ label }) => label).join('\n')
}

function Beginning({ document }: { document: Document }) {
  const t = useTranslations('import-document')
  const kinds = useTranslations('vocabulary.passageKinds')
  return (
    <section aria-labelledby="beginning-title">
      <h3 id="beginning-title">{t('beginning.title')}</h3>
      <p className={styles.aside}>
        <bdi>{t('beginning.format', { format: t(`formats.${document.format}`) })}</bdi>{' '}
        <bdi>{t('beginning.paragraphs', { count: document.paragraphs })}</bdi>
      </p>
      <ol className={styles.passages}>
        {document.beginning.map((passage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name before they are made, and stay in order
          <li key={index} className={styles.excerpt}>
            <p className="cluster">
              {passage.kind !== 'prose' && <Badge>{kinds(passage.kind)}</Badge>}
              {passage.speaker && (
                <strong>
                  <Bidi>{passage.speaker}</Bidi>
                </strong>
              )}
              <span className={styles.aside}>
                <PassagePlace place={passage.origin} />
              </span>
            </p>
            <p dir="auto">{passage.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Grouped by reason: a running head that stands on every page is told once. */
function LeftOut({ leftOut }: Pick<Document, 'leftOut'>) {
  const t = useTranslations('import-document.leftOut')
  const told = Map.groupBy(leftOut, ({ reason, text }) => `${reason} ${text.replace(/\d+/gu, '#')}`)
  return (
    <ul className={styles.ignoredList}>
      {[...told].slice(0, 50).map(([key, [first, ...more]]) => (
        <li key={key}>
          <Badge>{t(`reasons.${first!.reason}`)}</Badge> <Bidi>{first!.text}</Bidi>{' '}
          <span className={styles.aside}>
            {first!.page !== undefined && <PassagePlace place={{ page: first!.page }} />}
            {more.length > 0 && ` ${t('more', { count: more.length })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
