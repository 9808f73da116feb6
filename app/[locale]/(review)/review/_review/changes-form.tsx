'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { TextArea, TextField } from '#app/_components/field.tsx'
import { requestChangesAction } from './actions.ts'
import type { DecisionFormProps } from './decision-form-props.ts'
import { FormFrame, failureOf, typedValue } from './form-frame.tsx'
import styles from './review.module.css'

const FIRST_ROWS = 2

/** What has to change, item by item, each about a passage or the whole. Rows left empty are left out. */
export function ChangesForm({ reference, contentHash, keepAs, denial }: DecisionFormProps) {
  const t = useTranslations('review.changes')
  const [state, send, isPending] = useActionState(requestChangesAction, null)
  const [rows, setRows] = useState(FIRST_ROWS)
  const error = failureOf(state)
  return (
    <FormFrame
      keepAs={`${keepAs}:changes`}
      state={state}
      send={send}
      isPending={isPending}
      fields={{ reference, contentHash }}
      shownFields={Object.keys(error?.fields ?? {})}
      submitLabel={t('submit')}
      denial={denial}
      prepare={(entries) => setRows(Math.max(FIRST_ROWS, rowsIn(entries)))}
    >
      <ol className={styles.items}>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
          <li key={row} className={styles.itemRow}>
            <TextArea
              label={t('what', { number: row + 1 })}
              name={`items.${row}.text`}
              rows={2}
              defaultValue={typedValue(error, `items.${row}.text`)}
              error={error?.fields[`items.${row}.text`]}
            />
            <TextField
              label={t('passage')}
              aria-label={t('passageOf', { number: row + 1 })}
              name={`items.${row}.passage`}
              type="number"
              min={1}
              inputMode="numeric"
              placeholder={t('whole')}
              defaultValue={typedValue(error, `items.${row}.passage`)}
              error={error?.fields[`items.${row}.passage`]}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button size="s" onClick={() => setRows(rows + 1)}>
          {t('add')}
        </Button>
      </div>
      <TextArea
        label={t('comment')}
        help={t('commentHelp')}
        name="comment"
        defaultValue={typedValue(error, 'comment')}
        error={error?.fields.comment}
      />
    </FormFrame>
  )
}

function rowsIn(entries: readonly [string, string][]): number {
  const numbers = entries.map(([name]) => Number(/^items\.(\d+)\./.exec(name)?.[1] ?? -1))
  return Math.max(0, ...numbers.map((number) => number + 1))
}
