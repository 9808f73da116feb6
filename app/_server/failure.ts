import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError, type ErrorCode } from '#lib/errors.ts'

/** Translator of the `errors` namespace, by key known only at run time. */
export interface TranslateError {
  (key: string, values?: Record<string, string | number>): string
  has(key: string): boolean
}

/** A failure as people are told about it; the same shape from actions and from the API. */
export interface Failure {
  /** `unexpected` is a bug: its reference number is in the message and in the log. */
  code: ErrorCode | 'unexpected'
  message: string
  /** Messages by dotted field path. */
  fields: Record<string, string>
  /** What the caller needs to go on, such as the other version at a conflict; otherwise null. */
  data: unknown
}

/** Says in the reader's language what went wrong; what is not foreseen is logged and given a reference number. */
export function describeFailure(error: unknown, t: TranslateError): Failure {
  if (error instanceof z.ZodError) {
    return {
      code: 'invalid',
      message: t('invalidInput'),
      fields: describeIssues(error.issues, t),
      data: null,
    }
  }
  if (error instanceof AppError) {
    const fields = Object.entries(error.fields).map(([path, key]) => [path, t(key, error.values)])
    return {
      code: error.code,
      message: t(error.reason, error.values),
      fields: Object.fromEntries(fields),
      data: error.data,
    }
  }
  const reference = randomBytes(4).toString('hex').toUpperCase()
  console.error(`[${reference}]`, error)
  return { code: 'unexpected', message: t('unexpected', { reference }), fields: {}, data: null }
}

function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  t: TranslateError,
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of issues) {
    const path = issue.path.map(String).join('.')
    fields[path] ??= describeIssue(issue, t)
  }
  return fields
}

/** A message given in the schema may be a key under `errors.*`; otherwise the kind of issue says enough. */
function describeIssue(issue: z.core.$ZodIssue, t: TranslateError): string {
  if (issue.message && t.has(issue.message)) return t(issue.message)
  switch (issue.code) {
    case 'too_big':
      return t('field.tooLong', { maximum: Number(issue.maximum) })
    case 'too_small':
      return Number(issue.minimum) <= 1
        ? t('field.required')
        : t('field.tooShort', { minimum: Number(issue.minimum) })
    case 'invalid_value':
    case 'invalid_union':
      return t('field.choice')
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? t('field.required')
        : t('field.invalid')
    case 'invalid_format':
      if (issue.format === 'email') return t('field.email')
      return issue.format === 'date' ? t('field.date') : t('field.invalid')
    default:
      return t('field.invalid')
  }
}
