import type { ImportChoices } from '#lib/importing/choices.ts'
import type { SavedMapping } from '#lib/importing/mappings.ts'
import type { ImportPreview } from '#lib/importing/preview.ts'

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
