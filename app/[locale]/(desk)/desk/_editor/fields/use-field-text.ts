'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Problem } from '#lib/statements/readiness.ts'
import { useProblems } from '../draft-context.tsx'
import type { FieldPath } from '../draft-document.ts'
import { fieldId } from '../steps.ts'

/** What stands against a field, in words. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('readiness')
  const format = useFormatter()
  return useCallback(
    (problem) => {
      const numbers = problem.passages ?? []
      const passages = t('passages', {
        count: numbers.length,
        numbers: format.list(numbers.slice(0, 12).map((number) => format.number(number))),
      })
      return t(problem.reason, { passages })
    },
    [t, format],
  )
}

/** Label, help, error and id of a field of the form, by its path. */
export function useFieldText(path: FieldPath) {
  const t = useTranslations('statement-form.fields')
  const problemText = useProblemText()
  const problems = useProblems(path)
  return {
    id: fieldId(path),
    label: t(`${path}.label` as never) as string,
    help: (t(`${path}.help` as never) as string) || undefined,
    error: problems.map(problemText).join(' ') || undefined,
  }
}
