import type { ImportChoices } from '#lib/importing/choices.ts'
import type { ImportPreview } from '#lib/importing/preview.ts'
import { DocumentView } from './document-view.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { PressReportView } from './press-report-view.tsx'

/** What every confirming view is given. */
export interface ConfirmingViewProps {
  preview: ImportPreview
  choices: ImportChoices
  /** Reads the file anew by the present choices with these parts replaced; the view is then drawn anew. */
  change: (part: Partial<ImportChoices>) => Promise<void>
  /** Whether it is being read anew just now. */
  busy: boolean
  /** Holds the drafts back while something is edited in the view of this name and not yet applied. */
  hold: (name: string, isOpen: boolean) => void
}

/** What a person has to see of a file before its drafts are made: each format that shows something has a view here. */
export function ConfirmingViews(props: ConfirmingViewProps) {
  const { report, document, encoding } = props.preview.view
  return (
    <>
      {encoding && <EncodingChoice used={encoding} {...props} />}
      {report && <PressReportView report={report} />}
      {document && <DocumentView document={document} {...props} />}
    </>
  )
}
