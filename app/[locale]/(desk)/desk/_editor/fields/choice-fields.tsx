'use client'

import { useTranslations } from 'next-intl'
import { CheckboxGroup, RadioGroup } from '#app/_components/choices.tsx'
import { Select } from '#app/_components/field.tsx'
import { isMissing } from '#lib/statements/model.ts'
import { MISSING_REASONS } from '#lib/statements/vocabularies.ts'
import { useField, useRecorded } from '../draft-context.tsx'
import { useFieldText } from './use-field-text.ts'
import { type ChoicePath, useOptions, useVocabularyOf } from './vocabulary.ts'

const MISSING = 'missing:'

/** One of a vocabulary, or the reason why the fact is missing. */
export function RecordedChoice({ path }: { path: ChoicePath }) {
  const t = useTranslations('statement-form')
  const [value, setValue] = useRecorded<string>(path)
  const reasons = useOptions('missingReasons', MISSING_REASONS)
  const options = [
    ...useVocabularyOf(path),
    ...reasons.map((reason) => ({
      value: `${MISSING}${reason.value}`,
      label: t('missing.option', { reason: reason.label }),
    })),
  ]
  return (
    <Select
      {...useFieldText(path)}
      placeholder={t('choice.empty')}
      options={options}
      value={isMissing(value) ? `${MISSING}${value.missing}` : (value ?? '')}
      onChange={({ target }) => {
        const chosen = target.value
        if (!chosen.startsWith(MISSING)) return setValue(chosen || null)
        setValue({ missing: chosen.slice(MISSING.length) as never })
      }}
    />
  )
}

/** One of a vocabulary, or nothing yet. */
export function Choice({ path, required = false }: { path: ChoicePath; required?: boolean }) {
  const t = useTranslations('statement-form')
  const [value, setValue] = useField(path) as unknown as [
    string | null,
    (value: string | null) => void,
  ]
  return (
    <Select
      {...useFieldText(path)}
      {...(required ? {} : { placeholder: t('choice.empty') })}
      options={useVocabularyOf(path)}
      value={value ?? ''}
      onChange={({ target }) => setValue(target.value || null)}
    />
  )
}

/** Any of a vocabulary; `none` stands alone. */
export function Choices({
  path,
}: {
  path: 'identity.vulnerabilities' | 'sensitivity.contentNotes'
}) {
  const [values, setValues] = useField(path) as unknown as [string[], (values: string[]) => void]
  return (
    <CheckboxGroup
      {...useFieldText(path)}
      name={path}
      options={useVocabularyOf(path)}
      values={values}
      inline
      onChange={(next) => {
        const added = next.find((code) => !values.includes(code))
        if (added === 'none') return setValues(['none'])
        setValues(added ? next.filter((code) => code !== 'none') : next)
      }}
    />
  )
}

type YesNoPath =
  | 'sensitivity.namesLivingPeople'
  | 'declarations.namesAllegedPerpetrator'
  | 'declarations.concernsMinor'
  | 'declarations.concernsSexualViolence'

/** A question for the archivist. For the declarations, no answer counts as yes, and says so. */
export function YesNo({ path }: { path: YesNoPath }) {
  const t = useTranslations('statement-form.yesNo')
  const [value, setValue] = useField(path)
  const isDeclaration = path.startsWith('declarations.')
  return (
    <RadioGroup
      {...useFieldText(path)}
      name={path}
      inline
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
        { value: '', label: t(isDeclaration ? 'countsAsYes' : 'unanswered') },
      ]}
      value={value === null ? '' : value ? 'yes' : 'no'}
      onChange={(answer) => setValue(answer === '' ? null : answer === 'yes')}
    />
  )
}
