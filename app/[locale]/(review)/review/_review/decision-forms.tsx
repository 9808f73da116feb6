'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ChecklistItem } from '#lib/review/checklist.ts'
import { ApproveForm } from './approve-form.tsx'
import { ChangesForm } from './changes-form.tsx'
import type { DecisionFormProps } from './decision-form-props.ts'
import { RejectForm } from './reject-form.tsx'
import styles from './review.module.css'

/** The three decisions, one opened at a time; each keeps what was typed into it. */
export function DecisionForms({
  hints,
  ...props
}: DecisionFormProps & { hints: Partial<Record<ChecklistItem, ReactNode>> }) {
  const t = useTranslations('review.decision')
  const forms = [
    ['approve', <ApproveForm key="approve" {...props} hints={hints} />],
    ['changes', <ChangesForm key="changes" {...props} />],
    ['reject', <RejectForm key="reject" {...props} />],
  ] as const
  return (
    <div className={styles.decisions}>
      {forms.map(([name, form]) => (
        <details key={name} name="decision" className={styles.decision}>
          <summary>
            <h3>{t(`${name}.title`)}</h3>
            <span>{t(`${name}.summary`)}</span>
          </summary>
          <div className={styles.decisionBody}>{form}</div>
        </details>
      ))}
    </div>
  )
}
