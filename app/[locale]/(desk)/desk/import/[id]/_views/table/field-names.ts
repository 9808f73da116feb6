import { useTranslations } from 'next-intl'
import { TABLE_FIELD_NAMES, type TableFieldName } from '#lib/importing/tables/fields.ts'

interface Translate {
  (key: string): string
  has(key: string): boolean
}

/** What a field is called: as in the form of a statement, or of a record that is found or made. */
export function useFieldName(): (field: TableFieldName) => string {
  const own = useTranslations('import-table.fields') as unknown as Translate
  const form = useTranslations('statement-form.fields') as unknown as Translate
  return (field) => {
    const key = field.replaceAll('.', '_')
    return own.has(key) ? own(key) : form(`${field}.label`)
  }
}

export const FIELD_GROUPS = [
  'record',
  'what',
  'witness',
  'shown',
  'knowledge',
  'taking',
  'text',
  'source',
  'occasion',
  'about',
  'consent',
  'sensitivity',
] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

const BY_FIRST_PART: Record<string, FieldGroup> = {
  id: 'record',
  titles: 'record',
  abstracts: 'record',
  otherIdentifiers: 'record',
  identity: 'witness',
  witness: 'shown',
  knowledge: 'knowledge',
  taking: 'taking',
  text: 'text',
  translation: 'text',
  translator: 'text',
  source: 'source',
  occasion: 'occasion',
  about: 'about',
  people: 'about',
  organisations: 'about',
  consent: 'consent',
  consents: 'consent',
  access: 'consent',
  sensitivity: 'sensitivity',
  declarations: 'sensitivity',
}

/** The fields of each group, in the order of the form. */
export const GROUPED_FIELDS: readonly [FieldGroup, TableFieldName[]][] = FIELD_GROUPS.map(
  (group) => [
    group,
    TABLE_FIELD_NAMES.filter((name) => (BY_FIRST_PART[name.split('.')[0]!] ?? 'what') === group),
  ],
)
