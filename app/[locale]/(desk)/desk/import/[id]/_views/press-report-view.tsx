'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ImportView } from '#lib/importing/plan.ts'
import styles from '../../import.module.css'
import { placeId } from '../../places.ts'
import own from './attribution.module.css'
import type { ConfirmingViewProps } from './confirming-view-props.ts'
import { NewSpeakerDialog } from './new-speaker-dialog.tsx'
import { NarrationList, ReturnedList } from './other-stretches.tsx'
import { OtherTargets } from './other-targets.tsx'
import { draftId, ProposedDrafts } from './proposed-drafts.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportText } from './report-text.tsx'
import { type Stretch, useAttributions } from './use-attributions.ts'

/** A press report beside the drafts that it would become; a wrong attribution is mended by dragging or by a menu. */
export function PressReportView({
  report,
  ...props
}: ConfirmingViewProps & { report: NonNullable<ImportView['report']> }) {
  const t = useTranslations('import')
  const attributing = useAttributions(props, report)
  const [looked, setLooked] = useState<number | null>(null)
  const [naming, setNaming] = useState<Stretch | null>(null)
  const { busy } = props

  // Beside the drafts the report scrolls by itself; above them, the page would jump.
  useEffect(() => {
    if (looked === null || !matchMedia('(min-width: 64rem)').matches) return
    document.getElementById(placeId(looked))?.scrollIntoView({ block: 'nearest' })
  }, [looked])

  const shared = {
    language: report.language,
    attributing,
    onNewSpeaker: setNaming,
    busy,
    speakers: report.drafts.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  }
  return (
    <>
      <ReportFacts report={report} />
      <div className={styles.sides}>
        <section aria-labelledby="report-title" className={own.report}>
          <h3 id="report-title">{t('report.title')}</h3>
          <p className={styles.aside}>{t('report.legend')}</p>
          <ReportText
            text={report.text}
            language={report.language}
            ignored={report.ignored}
            looked={looked}
            marks={report.drafts.flatMap((draft, index) =>
              draft.passages.map(({ start, end }) => ({
                start,
                end,
                draft: index + 1,
                href: `#${draftId(index + 1)}`,
              })),
            )}
          />
        </section>
        <section aria-labelledby="drafts-title" aria-busy={busy} className="stack">
          <div>
            <h3 id="drafts-title">{t('preview.draftsTitle')}</h3>
            <p className={styles.aside}>{t('attribution.help')}</p>
            <p role="status" className={own.said}>
              {attributing.said}
            </p>
          </div>
          <ProposedDrafts drafts={report.drafts} onLook={setLooked} {...shared} />
          <OtherTargets
            attributing={attributing}
            onNewSpeaker={setNaming}
            hasOpen={report.drafts.some(({ speaker }) => speaker === null)}
            isDisabled={busy}
          />
          <ReturnedList text={report.text} {...shared} />
          <NarrationList narration={report.narration} {...shared} />
        </section>
      </div>
      {naming !== null && (
        <NewSpeakerDialog
          words={report.text.slice(naming.start, naming.end)}
          language={report.language}
          onName={(speaker) => attributing.give(naming, { speaker })}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}
