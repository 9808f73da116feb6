'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Fieldset } from '#app/_components/choices.tsx'
import { Select, TextArea, TextField } from '#app/_components/field.tsx'
import type { Consent } from '#lib/statements/model.ts'
import {
  CONSENT_BASES,
  CONSENT_DECISIONS,
  CONSENT_METHODS,
  CONSENT_PURPOSES,
  type ConsentPurpose,
} from '#lib/statements/vocabularies.ts'
import { useConsents } from '../draft-context.tsx'
import { LanguageSelect } from '../fields/language-select.tsx'
import { useFieldText } from '../fields/use-field-text.ts'
import { useOptions } from '../fields/vocabulary.ts'
import styles from './steps.module.css'

type Details = Omit<Consent, 'purpose' | 'decision'>

const NO_DETAILS: Details = {
  basis: 'consent',
  conditions: '',
  notBefore: null,
  givenBy: '',
  method: null,
  givenOn: null,
  language: null,
  evidence: '',
  expiresOn: null,
}

const isGranted = (row: Consent) => row.decision === 'granted' || row.decision === 'conditional'

/** What the witness decided, one row for each purpose; details where something was decided. */
export function ConsentRows() {
  const t = useTranslations('statement-form.consent')
  const purposes = useTranslations('vocabulary.consentPurposes')
  const { label, ...field } = useFieldText('consents')
  const [rows, setRows] = useConsents()
  const decisions = useOptions('consentDecisions', CONSENT_DECISIONS)

  const decide = (purpose: ConsentPurpose, decision: Consent['decision'] | null) => {
    const row = rows.find((other) => other.purpose === purpose)
    const others = rows.filter((other) => other.purpose !== purpose)
    if (decision === null) return setRows(others)
    setRows([...others, { ...NO_DETAILS, ...row, purpose, decision }])
  }
  const change = (purpose: ConsentPurpose, details: Partial<Details>) =>
    setRows(rows.map((row) => (row.purpose === purpose ? { ...row, ...details } : row)))

  return (
    <Fieldset {...field} label={label}>
      <ul className={styles.consents}>
        {CONSENT_PURPOSES.map((purpose) => {
          const row = rows.find((other) => other.purpose === purpose)
          return (
            <li key={purpose}>
              <div className={styles.decision}>
                <Select
                  label={purposes(purpose)}
                  placeholder={t('none')}
                  options={decisions}
                  value={row?.decision ?? ''}
                  onChange={({ target }) =>
                    decide(purpose, (target.value || null) as Consent['decision'] | null)
                  }
                />
              </div>
              {row && row.decision !== 'not_asked' && (
                <ConsentDetails
                  row={row}
                  onChange={(details) => change(purpose, details)}
                  onUseForAll={
                    isGranted(row) && rows.filter(isGranted).length > 1
                      ? () => {
                          const { purpose: _, decision: __, ...details } = row
                          setRows(
                            rows.map((other) =>
                              isGranted(other) ? { ...other, ...details } : other,
                            ),
                          )
                        }
                      : null
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
    </Fieldset>
  )
}

function ConsentDetails({
  row,
  onChange,
  onUseForAll,
}: {
  row: Consent
  onChange: (details: Partial<Details>) => void
  onUseForAll: (() => void) | null
}) {
  const t = useTranslations('statement-form.consent')
  const purposes = useTranslations('vocabulary.consentPurposes')
  const bases = useOptions('consentBases', CONSENT_BASES)
  const methods = useOptions('consentMethods', CONSENT_METHODS)
  const text = (name: 'givenBy' | 'evidence') => (
    <TextField
      label={t(name)}
      maxLength={2_000}
      autoComplete="off"
      value={row[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  )
  const day = (name: 'notBefore' | 'givenOn' | 'expiresOn') => (
    <TextField
      label={t(name)}
      type="date"
      dir="ltr"
      value={row[name] ?? ''}
      onChange={({ target }) => onChange({ [name]: target.value || null })}
    />
  )
  return (
    <details className={styles.details} open={row.givenBy === '' && row.basis === 'consent'}>
      <summary>{t('details', { purpose: purposes(row.purpose) })}</summary>
      <div className={styles.grid}>
        <Select
          label={t('basis')}
          options={bases}
          value={row.basis}
          onChange={({ target }) => onChange({ basis: target.value as Consent['basis'] })}
        />
        {text('givenBy')}
        <Select
          label={t('method')}
          placeholder={t('none')}
          options={methods}
          value={row.method ?? ''}
          onChange={({ target }) =>
            onChange({ method: (target.value || null) as Consent['method'] })
          }
        />
        {day('givenOn')}
        <div>
          <LanguageSelect
            label={t('language')}
            value={row.language}
            onChange={(language) => onChange({ language })}
          />
        </div>
        {text('evidence')}
        {day('notBefore')}
        {day('expiresOn')}
      </div>
      <TextArea
        label={t('conditions')}
        help={t('conditionsHelp')}
        rows={2}
        maxLength={20_000}
        value={row.conditions}
        onChange={({ target }) => onChange({ conditions: target.value })}
      />
      {onUseForAll && (
        <Button size="s" onClick={onUseForAll}>
          {t('sameForAll')}
        </Button>
      )}
    </details>
  )
}
