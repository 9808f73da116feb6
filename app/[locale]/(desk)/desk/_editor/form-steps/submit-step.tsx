'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#app/_components/button.tsx'
import { FormSection } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Failure } from '#app/_server/failure.ts'
import type { Problem } from '#lib/statements/readiness.ts'
import { submitDraftAction } from '../../actions.ts'
import { useAssessment, useDraft, useField } from '../draft-context.tsx'
import { useProblemText } from '../fields/use-field-text.ts'
import { fieldId, passageId, stepOf } from '../steps.ts'
import { VisibilityNow } from '../visibility-now.tsx'
import styles from './steps.module.css'

/** What is still missing, with the way there, and the act of submitting. */
export function SubmitStep() {
  const t = useTranslations('statement-form')
  const { problems } = useAssessment()
  const errors = problems.filter((problem) => problem.severity === 'error')
  const warnings = problems.filter((problem) => problem.severity === 'warning')
  return (
    <FormSection title={t('steps.submit')} description={t('intro.submit')}>
      {errors.length > 0 ? (
        <Notice tone="danger" title={t('submit.errors', { count: errors.length })}>
          <ProblemList problems={errors} />
        </Notice>
      ) : (
        <Notice tone="success" title={t('submit.ready')} />
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={t('submit.warnings')}>
          <ProblemList problems={warnings} />
        </Notice>
      )}
      <VisibilityNow />
      <WhoApproves />
      <p>{t('submit.what')}</p>
      <Submit disabled={errors.length > 0} />
    </FormSection>
  )
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('statement-form')
  const problemText = useProblemText()
  const { session, goTo } = useDraft()
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => {
        const first = problem.passages?.[0]
        const key = first === undefined ? undefined : session.store.keys[first - 1]
        const target = key ? passageId(key) : fieldId(problem.field)
        return (
          <li key={`${problem.field} ${problem.reason}`}>
            <a
              href={`?step=${stepOf(problem.field)}#${target}`}
              onClick={(event) => {
                event.preventDefault()
                goTo(stepOf(problem.field), target)
              }}
            >
              {t(`fields.${problem.field}.label` as never)}
            </a>
            : {problemText(problem)}
          </li>
        )
      })}
    </ul>
  )
}

/** Whether one or two administrators have to approve, and why. */
function WhoApproves() {
  const t = useTranslations('statement-form.submit')
  const format = useFormatter()
  const [perpetrator] = useField('declarations.namesAllegedPerpetrator')
  const [minor] = useField('declarations.concernsMinor')
  const [sexualViolence] = useField('declarations.concernsSexualViolence')
  const [displayMode] = useField('witness.displayMode')
  const reasons = [
    perpetrator === false ? null : t('because.namesAllegedPerpetrator'),
    minor === false ? null : t('because.concernsMinor'),
    sexualViolence === false ? null : t('because.concernsSexualViolence'),
    displayMode === 'real_name' ? t('because.realName') : null,
  ].filter((reason) => reason !== null)
  if (reasons.length === 0) return <p>{t('single')}</p>
  return <p>{t('second', { reasons: format.list(reasons) })}</p>
}

function Submit({ disabled }: { disabled: boolean }) {
  const t = useTranslations('statement-form.submit')
  const { autosave, seed } = useDraft().session
  const [error, setError] = useState<Failure | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  const [pending, start] = useTransition()
  const submit = () =>
    start(async () => {
      setError(null)
      await autosave.flush()
      setUnsaved(autosave.hasUnsaved)
      if (autosave.hasUnsaved) return
      const result = await submitDraftAction({
        reference: seed.reference,
        version: autosave.version,
      })
      if (!result.ok) setError(result.error)
    })
  return (
    <div className={styles.submit}>
      <FormError error={error} />
      {unsaved && <Notice tone="danger" live title={t('unsaved')} />}
      <div>
        <Button variant="primary" disabled={disabled || pending} onClick={submit}>
          {t(pending ? 'submitting' : 'submit')}
        </Button>
      </div>
    </div>
  )
}
