'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Fieldset, RadioGroup } from '#app/_components/choices.tsx'
import { Select, TextArea, TextField } from '#app/_components/field.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { ActionFailure } from '#app/_server/action.ts'
import { CHECKLIST, type ChecklistItem } from '#lib/review/checklist.ts'
import { INFORMATION_CREDIBILITIES, SOURCE_RELIABILITIES } from '#lib/statements/vocabularies.ts'
import { approveAction } from './actions.ts'
import type { DecisionFormProps } from './decision-form-props.ts'
import { FormFrame, failureOf, typedValue } from './form-frame.tsx'
import styles from './review.module.css'

const GRADES = [
  ['reliability', 'sourceReliabilities', SOURCE_RELIABILITIES],
  ['credibility', 'informationCredibilities', INFORMATION_CREDIBILITIES],
] as const

/** The checklist, the two grades and a comment; the approval names the text that was read. */
export function ApproveForm({
  reference,
  contentHash,
  keepAs,
  denial,
  hints,
}: DecisionFormProps & { hints: Partial<Record<ChecklistItem, ReactNode>> }) {
  const t = useTranslations('review.approve')
  const v = useTranslations('vocabulary')
  const [state, send, isPending] = useActionState(approveAction, null)
  const error = failureOf(state)
  return (
    <FormFrame
      keepAs={`${keepAs}:approve`}
      state={state}
      send={send}
      isPending={isPending}
      fields={{ reference, contentHash }}
      shownFields={Object.keys(error?.fields ?? {})}
      submitLabel={t('submit')}
      denial={denial}
    >
      <section className={styles.formPart}>
        <h4>{t('checklist')}</h4>
        <p className={styles.help}>{t('checklistHelp')}</p>
        <ol className={styles.checklist}>
          {CHECKLIST.map(({ item, later }) => (
            <li key={item}>
              <ChecklistEntry item={item} later={later} error={error} hint={hints[item]} />
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.formPart}>
        <h4>{t('grading')}</h4>
        <p className={styles.help}>{t('gradingHelp')}</p>
        {GRADES.map(([grade, list, codes]) => (
          <div key={grade} className={styles.grade}>
            <Select
              label={t(grade)}
              name={`grading.${grade}`}
              placeholder={t('chooseGrade')}
              options={codes.map((code) => ({ value: code, label: v(`${list}.${code}` as never) }))}
              defaultValue={typedValue(error, `grading.${grade}`)}
              error={error?.fields[`grading.${grade}`]}
            />
            <TextArea
              label={t('reason')}
              aria-label={t(`${grade}Reason`)}
              name={`grading.${grade}Reason`}
              rows={2}
              defaultValue={typedValue(error, `grading.${grade}Reason`)}
              error={error?.fields[`grading.${grade}Reason`]}
            />
          </div>
        ))}
      </section>
      <TextArea
        label={t('comment')}
        help={t('commentHelp')}
        name="comment"
        defaultValue={typedValue(error, 'comment')}
        error={error?.fields.comment}
      />
      {error?.code === 'invalid' && <Notice tone="warning">{t('stillOpen')}</Notice>}
    </FormFrame>
  )
}

function ChecklistEntry({
  item,
  later,
  error,
  hint,
}: {
  item: ChecklistItem
  later: boolean
  error: ActionFailure | null
  hint: ReactNode
}) {
  const t = useTranslations('checklist')
  const name = `checklist.${item}`
  const help = (
    <>
      {t(`items.${item}.help`)}
      {hint && <span className={styles.hint}>{hint}</span>}
    </>
  )
  const reason = (
    <TextField
      label={t('reason')}
      aria-label={t('reasonFor', { item: t(`items.${item}.label`) })}
      name={`${name}.reason`}
      defaultValue={typedValue(error, `${name}.reason`)}
      error={later ? error?.fields[name] : undefined}
    />
  )
  if (later) {
    return (
      <Fieldset className={styles.entry} label={t(`items.${item}.label`)} help={help}>
        <p className={styles.notYet}>{t('notRecordedHere')}</p>
        <input type="hidden" name={`${name}.answer`} value="not_recorded_here" />
        {reason}
      </Fieldset>
    )
  }
  return (
    <div className={styles.entry}>
      <RadioGroup
        label={t(`items.${item}.label`)}
        help={help}
        name={`${name}.answer`}
        inline
        options={(['done', 'not_applicable'] as const).map((answer) => ({
          value: answer,
          label: t(`answers.${answer}`),
        }))}
        defaultValue={typedValue(error, `${name}.answer`)}
        error={error?.fields[name]}
      />
      <div className={styles.reason}>{reason}</div>
    </div>
  )
}
