'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Select, TextArea, TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { useRouter } from '#app/_i18n/navigation.ts'
import type { Failure } from '#app/_server/failure.ts'
import type { ImportPreview } from '#lib/importing/present.ts'
import styles from './import.module.css'
import { Preview } from './preview.tsx'

type Chosen = { body: Blob; name: string; kind: string }

const KINDS = ['auto', 'press-report', 'text', 'jsonl'] as const

/** Chooses a file or a pasted text, shows what it would become, and makes the drafts when that is right. */
export function ImportForm({ maxMegabytes, locale }: { maxMegabytes: number; locale: string }) {
  const t = useTranslations('import.form')
  const errors = useTranslations('errors.import')
  const router = useRouter()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const shown = useRef<HTMLDivElement>(null)

  const refuse = (message: string) =>
    setFailure({ code: 'invalid', message, fields: {}, data: null })

  async function send<T>(what: Chosen, isPreview: boolean): Promise<T | null> {
    setBusy(true)
    setFailure(null)
    try {
      const response = await fetch(addressFor(what, isPreview), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'accept-language': locale },
        body: what.body,
      })
      const answer = await response.json()
      if (response.ok) return answer as T
      setFailure(answer.error)
    } catch {
      // The connection failed, or something in between answered in our place: nothing is lost here.
      refuse(t('offline'))
    } finally {
      setBusy(false)
    }
    return null
  }

  async function showPreview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const what = readChoice(new FormData(event.currentTarget), t('pastedName'))
    setPreview(null)
    if (what === null) return refuse(errors('fileMissing'))
    if (what.body.size > maxMegabytes * 1024 * 1024) {
      return refuse(errors('fileTooLarge', { megabytes: maxMegabytes }))
    }
    const answer = await send<ImportPreview>(what, true)
    if (answer === null) return
    setChosen(what)
    setPreview(answer)
    requestAnimationFrame(() => shown.current?.focus())
  }

  async function create() {
    if (chosen === null || busy) return
    const answer = await send<{ importId: string }>(chosen, false)
    if (answer !== null) router.push(`/desk/import/${answer.importId}`)
  }

  return (
    <>
      <form className={styles.form} onSubmit={showPreview} noValidate>
        <TextField
          label={t('file')}
          help={t('fileHelp', { megabytes: maxMegabytes })}
          name="file"
          type="file"
          accept=".txt,.jsonl,.ndjson,text/plain,application/jsonl"
        />
        <TextArea label={t('paste')} help={t('pasteHelp')} name="text" rows={6} dir="auto" />
        <Select
          label={t('kind')}
          help={t('kindHelp')}
          name="kind"
          defaultValue="auto"
          options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <FormError error={failure} />
        <div className="cluster">
          <Button
            type="submit"
            variant={preview === null ? 'primary' : 'secondary'}
            aria-disabled={busy || undefined}
          >
            {busy && preview === null ? t('reading') : t('preview')}
          </Button>
        </div>
      </form>
      <div ref={shown} tabIndex={-1}>
        {preview !== null && (
          <Preview
            preview={preview}
            busy={busy}
            onCreate={create}
            onDiscard={() => setPreview(null)}
          />
        )}
      </div>
    </>
  )
}

function addressFor({ name, kind }: Chosen, isPreview: boolean): string {
  const query = new URLSearchParams({ name })
  if (kind !== 'auto') query.set('kind', kind)
  if (isPreview) query.set('preview', '1')
  return `/api/desk/imports?${query}`
}

function readChoice(form: FormData, pastedName: string): Chosen | null {
  const kind = String(form.get('kind') ?? 'auto')
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return { body: file, name: file.name, kind }
  const text = String(form.get('text') ?? '')
  if (text.trim() === '') return null
  // A form gives Windows line ends; offsets are those of the text as it is kept.
  const body = new Blob([text.replace(/\r\n?/g, '\n')], { type: 'text/plain' })
  return { body, name: pastedName, kind }
}
