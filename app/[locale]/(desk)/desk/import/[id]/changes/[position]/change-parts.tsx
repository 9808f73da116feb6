import { useTranslations } from 'next-intl'
import { useFieldLabel } from '#app/_compare/field-value.tsx'
import { FieldCompared } from '#app/_compare/fields-compared.tsx'
import { PassagesCompared } from '#app/_compare/passages-compared.tsx'
import { Checkbox } from '#app/_components/choices.tsx'
import { IDENTITY_PART, type RecordChange } from '#lib/importing/changes.ts'
import { TEXT_PART } from '#lib/importing/merge-record.ts'
import styles from './change.module.css'

/** What differs, each part with a box to take it. */
export function ChangeParts({ change }: { change: RecordChange }) {
  const t = useTranslations('import.change')
  const identityLabels = useTranslations('statement-form.fields.identity')
  const labelOf = useFieldLabel()
  const { fields, passages, identity, language } = change
  if (fields.length + passages.length + identity.length === 0) return <p>{t('nothing')}</p>
  const factNames = identity.map((name) => identityLabels(`${name}.label` as never))
  return (
    <>
      {fields.length + identity.length > 0 && (
        <section aria-labelledby="fields" className="stack">
          <h2 id="fields">{t('fields')}</h2>
          <ul className={styles.fields}>
            {fields.map((field) => (
              <li key={field.path} className={styles.field}>
                <Checkbox
                  name="parts[]"
                  value={field.path}
                  defaultChecked
                  label={t('takeField', { field: labelOf(field.name, field.language) })}
                />
                <FieldCompared change={field} recordNames={{}} />
              </li>
            ))}
            {identity.length > 0 && (
              <li className={styles.field}>
                <Checkbox
                  name="parts[]"
                  value={IDENTITY_PART}
                  defaultChecked
                  label={t('takeIdentity', { facts: factNames.join(t('listSeparator')) })}
                  help={t('identityNote')}
                />
              </li>
            )}
          </ul>
        </section>
      )}
      {passages.length > 0 && (
        <section aria-labelledby="text" className="stack">
          <h2 id="text">{t('text')}</h2>
          <Checkbox name="parts[]" value={TEXT_PART} defaultChecked label={t('takeText')} />
          <PassagesCompared passages={passages} language={language} anchor="p" />
        </section>
      )}
    </>
  )
}
