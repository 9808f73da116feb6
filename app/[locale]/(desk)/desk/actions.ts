'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { resolveComment } from '#lib/review/commands.ts'
import { createStatement, deleteDraft, openRevision } from '#lib/statements/drafting.ts'
import { recallSubmission, submitDraft } from '#lib/statements/submission.ts'

const one = z.object({ reference: z.string().max(40) })

export const createDraftAction = defineAction(z.object({}), async (viewer) => {
  const reference = createStatement(viewer)
  return redirect({ href: `/desk/statements/${reference}`, locale: await getLocale() })
})

export const submitDraftAction = defineAction(
  one.extend({ version: z.coerce.number().int() }),
  (viewer, { reference, version }) => {
    const sealed = submitDraft(viewer, reference, version)
    refresh()
    return sealed
  },
)

export const recallAction = defineAction(one, (viewer, { reference }) => {
  recallSubmission(viewer, reference)
  refresh()
  return null
})

export const openRevisionAction = defineAction(one, (viewer, { reference }) => {
  const opened = openRevision(viewer, reference)
  refresh()
  return opened
})

export const deleteDraftAction = defineAction(one, async (viewer, { reference }) => {
  deleteDraft(viewer, reference)
  return redirect({ href: '/desk', locale: await getLocale() })
})

export const resolveCommentAction = defineAction(
  one.extend({ commentId: z.string().max(40) }),
  (viewer, { reference, commentId }) => {
    resolveComment(viewer, reference, commentId)
    refresh()
    return null
  },
)
