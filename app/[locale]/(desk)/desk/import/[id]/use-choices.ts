'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRouter } from '#app/_i18n/navigation.ts'
import type { Failure } from '#app/_server/failure.ts'
import type { ImportChoices } from '#lib/importing/choices.ts'

export interface ChoicesOf {
  importId: string
  choices: ImportChoices
  /** The version of the choices that are shown. */
  version: number
  locale: string
}

/** Changes how a file is read: the file is read anew and the page drawn anew with what it would become then. */
export function useChoices({ importId, choices, version, locale }: ChoicesOf) {
  const t = useTranslations('import.form')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function change(part: Partial<ImportChoices>): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const answer = await fetch(`/api/desk/imports/${importId}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'accept-language': locale },
        // What is undefined is left out: it is told from the file again.
        body: JSON.stringify({ version, choices: { ...choices, ...part } }),
      })
      if (answer.ok) router.refresh()
      else setFailure((await answer.json()).error)
    } catch {
      setFailure({ code: 'unavailable', message: t('offline'), fields: {}, data: null })
    } finally {
      setBusy(false)
    }
  }

  return { change, busy, failure }
}
