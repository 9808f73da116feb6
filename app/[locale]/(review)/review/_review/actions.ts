'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import { AppError } from '#lib/errors.ts'
import { CHECKLIST_ANSWERS, type ChecklistAnswers, unansweredItems } from '#lib/review/checklist.ts'
import {
  addComment,
  approvalSchema,
  approveRevision,
  claimReview,
  rejectRevision,
  releaseReview,
  requestChanges,
  resolveComment,
} from '#lib/review/commands.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { readIdentity, readWork } from '#lib/statements/work.ts'
import type { Viewer } from '#lib/viewer.ts'

const about = z.object({ reference: z.string().max(40) })
const decided = about.extend({ contentHash: z.string().max(64) })
const text = z.string().trim().min(1, 'field.required').max(10_000)

export const claimAction = defineAction(about, (viewer, { reference }) => {
  claimReview(viewer, reference)
  refresh()
  return null
})

export const releaseAction = defineAction(about, (viewer, { reference }) => {
  releaseReview(viewer, reference)
  refresh()
  return null
})

const approval = decided.extend({
  comment: z.string().default(''),
  checklist: z
    .record(
      z.string(),
      z.object({
        answer: z.enum(CHECKLIST_ANSWERS).optional(),
        reason: z.string().max(10_000).default(''),
      }),
    )
    .default({}),
  grading: z.record(z.string(), z.string()).default({}),
})

export const approveAction = defineAction(approval, (viewer, { reference, ...input }) => {
  const result = approveRevision(viewer, reference, completeApproval(input))
  refresh()
  return result
})

/** Names at once everything that is still open, in the checklist and beside it. @throws ZodError */
function completeApproval(input: Omit<z.infer<typeof approval>, 'reference'>) {
  const checklist: ChecklistAnswers = Object.fromEntries(
    Object.entries(input.checklist).flatMap(([item, { answer, reason }]) =>
      answer ? [[item, { answer, reason }]] : [],
    ),
  )
  const parsed = approvalSchema.safeParse({ ...input, checklist })
  const open = unansweredItems(checklist).map((item) => ({
    code: 'custom' as const,
    path: ['checklist', item],
    message: 'checklistItemOpen',
    input: undefined,
  }))
  const issues = [...(parsed.error?.issues ?? []), ...open]
  if (!parsed.success || issues.length > 0) throw new z.ZodError(issues)
  return parsed.data
}

const passageNumber = z
  .union([z.literal('').transform(() => null), z.coerce.number<string>().int().min(1)])
  .nullish()
  .transform((number) => number ?? null)

const changes = decided.extend({
  comment: text,
  items: z
    .array(z.object({ passage: passageNumber, text: z.string().max(10_000).default('') }))
    .default([]),
})

export const requestChangesAction = defineAction(changes, (viewer, { reference, ...input }) => {
  const items = input.items.map((item, index) => ({ ...item, index }))
  const written = items.filter((item) => item.text.trim() !== '' || item.passage !== null)
  if (written.length === 0) {
    throw new AppError('invalid', 'invalidInput', { fields: { 'items.0.text': 'field.required' } })
  }
  const keys = passageKeysOf(viewer, reference)
  requestChanges(viewer, reference, {
    contentHash: input.contentHash,
    comment: input.comment,
    items: written.map((item) => ({
      passageKey: keyOf(keys, item.passage, `items.${item.index}.passage`),
      text: requireText(item.text, `items.${item.index}.text`),
    })),
  })
  refresh()
  return null
})

function requireText(words: string, field: string): string {
  if (words.trim() !== '') return words
  throw new AppError('invalid', 'invalidInput', { fields: { [field]: 'field.required' } })
}

function passageKeysOf(viewer: Viewer, reference: string): string[] {
  return readWork(viewer, reference).content.text.passages.map((passage) => passage.key)
}

/** The key of the passage with this number; null is the whole statement. */
function keyOf(keys: readonly string[], number: number | null, field: string): string | null {
  if (number === null) return null
  const key = keys[number - 1]
  if (key !== undefined) return key
  throw new AppError('invalid', 'invalidInput', {
    fields: { [field]: 'noSuchPassage' },
    values: { count: keys.length },
  })
}

export const rejectAction = defineAction(
  decided.extend({ comment: text }),
  (viewer, { reference, ...input }) => {
    rejectRevision(viewer, reference, input)
    refresh()
    return null
  },
)

export const commentAction = defineAction(
  about.extend({ passage: passageNumber, text }),
  (viewer, input) => {
    const keys = input.passage === null ? [] : passageKeysOf(viewer, input.reference)
    const passageKey = keyOf(keys, input.passage, 'passage')
    const id = addComment(viewer, input.reference, { passageKey, text: input.text })
    refresh()
    return id
  },
)

export const resolveAction = defineAction(
  about.extend({ commentId: z.string().max(40) }),
  (viewer, { reference, commentId }) => {
    resolveComment(viewer, reference, commentId)
    refresh()
    return null
  },
)

export const publishAction = defineAction(
  decided.extend({ retireEarlier: z.literal('yes').optional() }),
  (viewer, { reference, contentHash, retireEarlier }) => {
    const { audience } = publishStatement(viewer, reference, {
      contentHash,
      retireEarlier: retireEarlier === 'yes',
    })
    refresh()
    return audience
  },
)

export const withdrawAction = defineAction(
  about.extend({ reason: z.string().max(10_000).default('') }),
  (viewer, { reference, reason }) => {
    withdrawStatement(viewer, reference, reason)
    refresh()
    return null
  },
)

/** The identity goes to the one who asked and into no address; the reading is recorded. */
export const readIdentityAction = defineAction(about, (viewer, { reference }) =>
  readIdentity(viewer, reference),
)
