'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import {
  discardImport,
  pauseImport,
  resumeImport,
  startImport,
  undoImport,
} from '#lib/importing/commands.ts'
import { importSettled } from '#lib/importing/service.ts'

const which = z.object({ importId: z.string().max(40) })
/** What takes no longer is shown as done at once. */
const PATIENCE_MS = 1_500

export const startImportAction = defineAction(
  which.extend({ version: z.coerce.number().int() }),
  async (viewer, { importId, version }) => {
    startImport(viewer, importId, version)
    await importSettled(importId, PATIENCE_MS)
    refresh()
  },
)

export const pauseImportAction = defineAction(which, (viewer, { importId }) => {
  pauseImport(viewer, importId)
  refresh()
})

export const resumeImportAction = defineAction(which, async (viewer, { importId }) => {
  resumeImport(viewer, importId)
  await importSettled(importId, PATIENCE_MS)
  refresh()
})

export const undoImportAction = defineAction(which, async (viewer, { importId }) => {
  undoImport(viewer, importId)
  await importSettled(importId, PATIENCE_MS)
  refresh()
})

export const discardImportAction = defineAction(which, async (viewer, { importId }) => {
  await discardImport(viewer, importId)
  redirect({ href: '/desk/import', locale: await getLocale() })
})
