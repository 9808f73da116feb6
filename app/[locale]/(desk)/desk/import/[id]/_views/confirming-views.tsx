import { BagView } from './bag-view.tsx'
import type { ConfirmingViewProps } from './confirming-view-props.ts'
import { DocumentView } from './document-view.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { PressReportView } from './press-report-view.tsx'
import { SealedNotice } from './sealed-notice.tsx'
import { OwnKeys } from './table/own-keys.tsx'
import { TableView } from './table/table-view.tsx'

/** What a person has to see of a file before its drafts are made: each format that shows something has a view here. */
export function ConfirmingViews(props: ConfirmingViewProps) {
  const { report, document, encoding, table, ownKeys, sealed, bag } = props.preview.view
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
      {sealed && <SealedNotice names={sealed} canBeMapped={ownKeys !== undefined} />}
      {bag && <BagView bag={bag} />}
    </>
  )
}
