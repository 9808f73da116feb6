import { useTranslations } from 'next-intl'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import type { Field, FieldChange } from '#lib/review/fields.ts'
import { directionOf } from '#lib/text/direction.ts'
import { diffWords } from '#lib/text/word-diff.ts'
import styles from './diff.module.css'
import { DiffText } from './diff-text.tsx'
import { useFieldLabel, Value } from './field-value.tsx'

type Names = Readonly<Record<string, string>>

/** The fields that changed since the last approved revision, each as it was and as it is. */
export function FieldChanges({
  changes,
  recordNames,
}: {
  changes: readonly FieldChange[]
  recordNames: Names
}) {
  const t = useTranslations('review.fields')
  const labelOf = useFieldLabel()
  if (changes.length === 0) return <p>{t('noChanges')}</p>
  return (
    <DefinitionList
      layout="columns"
      items={changes.map((change) => ({
        term: labelOf(change.name, change.language),
        details: <FieldCompared change={change} recordNames={recordNames} />,
      }))}
    />
  )
}

/** One field as it was and as it is. */
export function FieldCompared({
  change,
  recordNames,
}: {
  change: FieldChange
  recordNames: Names
}) {
  const t = useTranslations('review.fields')
  const { before, after, name } = change
  if (before?.kind === 'text' && after?.kind === 'text') {
    return (
      <span
        dir={directionOf(`${before.text}${after.text}`, after.language)}
        lang={after.language ?? undefined}
      >
        <DiffText parts={diffWords(before.text, after.text)} />
      </span>
    )
  }
  const shown = (value: FieldChange['before']) =>
    value ? <Value value={value} name={name} recordNames={recordNames} /> : t('empty')
  return (
    <dl className={styles.beforeAfter}>
      <div>
        <dt>{t('before')}</dt>
        <dd>{shown(before)}</dd>
      </div>
      <div>
        <dt>{t('after')}</dt>
        <dd>{shown(after)}</dd>
      </div>
    </dl>
  )
}

/** Every fact that is filled in. */
export function FieldList({
  fields,
  recordNames,
}: {
  fields: readonly Field[]
  recordNames: Names
}) {
  const labelOf = useFieldLabel()
  return (
    <DefinitionList
      layout="columns"
      items={fields.map((field) => ({
        term: labelOf(field.name, field.language),
        details: <Value value={field.value} name={field.name} recordNames={recordNames} />,
      }))}
    />
  )
}
