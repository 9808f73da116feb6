import type { ImportChoices } from '#lib/importing/choices.ts'
import type { SavedMapping } from '#lib/importing/mappings.ts'
import type { ImportPreview } from '#lib/importing/preview.ts'
import { BagView } from './bag-view.tsx'
import { DocumentView } from './document-view.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { PressReportView } from './press-report-view.tsx'
import { OwnKeys } from './table/own-keys.tsx'
import { TableView } from './table/table-view.tsx'

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
  /** Of the choices that are shown: another one was read anew. */
  version: number
  savedMappings: readonly SavedMapping[]
}

/** What a person has to see of a file before its drafts are made: each format that shows something has a view here. */
export function ConfirmingViews(props: ConfirmingViewProps) {
  const { report, document, encoding, table, ownKeys, bag } = props.preview.view
  return (
    <>
      {encoding && <EncodingChoice used={encoding} {...props} />}
      {report && <PressReportView report={report} {...props} />}
      {document && <DocumentView document={document} {...props} />}
      {table && <TableView view={table} {...props} />}
      {ownKeys && (
        <OwnKeys
          mapping={ownKeys}
          busy={props.busy}
          onMap={(mapping) => void props.change({ mapping })}
        />
      )}
      {bag && <BagView bag={bag} />}
    </>
  )
}
