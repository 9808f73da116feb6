'use client'

import { FormError } from '#app/_components/form-error.tsx'
import { EncodingChoice } from './_views/encoding-choice.tsx'
import { DiscardForm } from './acts.tsx'
import { KindChoice } from './kind-choice.tsx'
import { type ChoicesOf, useChoices } from './use-choices.ts'

/** A file that cannot be read as it is: it may be read as something else, or is given up. */
export function Failed({ reason, ...props }: ChoicesOf & { reason: string | null }) {
  const { change, busy, failure } = useChoices(props)
  return (
    <>
      <FormError error={failure} />
      <KindChoice
        choices={props.choices}
        // A wrong sheet or head row must not lock the file: they are told from it again.
        change={(part) => change({ ...part, table: undefined })}
        busy={busy}
      />
      {reason === 'import.fileNotUtf8' && (
        <EncodingChoice used={null} choices={props.choices} change={change} busy={busy} />
      )}
      <DiscardForm importId={props.importId} />
    </>
  )
}
