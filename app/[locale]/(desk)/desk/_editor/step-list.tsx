'use client'

import { useTranslations } from 'next-intl'
import { useAssessment } from './draft-context.tsx'
import styles from './editor.module.css'
import { STEPS, type Step, stepOf } from './steps.ts'

/** The steps of the form, with how much each still has to mend. */
export function StepList({ current, onChoose }: { current: Step; onChoose: (step: Step) => void }) {
  const t = useTranslations('statement-form.steps')
  const { problems } = useAssessment()
  return (
    <nav aria-label={t('label')} className={styles.steps}>
      <ol>
        {STEPS.map((step, place) => {
          const count = problems.filter(
            (problem) => problem.severity === 'error' && stepOf(problem.field) === step,
          ).length
          return (
            <li key={step}>
              <a
                href={`?step=${step}`}
                aria-current={step === current ? 'step' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  onChoose(step)
                }}
              >
                <span>{t('numbered', { number: place + 1, name: t(step) })}</span>
                {count > 0 && (
                  <span className={styles.problemCount} title={t('problems', { count })}>
                    <span aria-hidden="true">{count}</span>
                    <span className="visually-hidden">{t('problems', { count })}</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
