'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import { Select, TextArea, TextField } from '#app/_components/field.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { useRouter } from '#app/_i18n/navigation.ts'
import { IMPORT_KINDS } from '#lib/importing/kinds.ts'
import styles from './import.module.css'
import { type Upload, uploadFile } from './upload-file.ts'

/** Chooses files or a pasted text and brings each in as an import of its own, which is then looked at. */
export function UploadForm({ maxMegabytes, locale }: { maxMegabytes: number; locale: string }) {
  const t = useTranslations('import.form')
  const errors = useTranslations('errors.import')
  const router = useRouter()
  const [uploading, setUploading] = useState<{ name: string; part: number } | null>(null)
  const [failed, setFailed] = useState<{ name: string; message: string }[]>([])
  const [broughtIn, setBroughtIn] = useState(0)
  // Before this code runs, the browser would send the form itself: with what was pasted, as an address.
  const [isAlive, setIsAlive] = useState(false)
  useEffect(() => setIsAlive(true), [])

  async function bringIn(upload: Upload): Promise<string> {
    if (upload.body.size > maxMegabytes * 1024 * 1024) {
      throw new Error(errors('fileTooLarge', { megabytes: maxMegabytes }))
    }
    setUploading({ name: upload.name, part: 0 })
    return uploadFile(upload, {
      locale,
      offline: t('offline'),
      onProgress: (part) => setUploading({ name: upload.name, part }),
    })
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (uploading !== null) return
    const form = event.currentTarget
    const uploads = readUploads(new FormData(form), t('pastedName'))
    setBroughtIn(0)
    if (uploads.length === 0) return setFailed([{ name: '', message: errors('fileMissing') }])
    setFailed([])
    const importIds: string[] = []
    const refused: typeof failed = []
    // One after another: several at once would only share the line.
    for (const upload of uploads) {
      try {
        importIds.push(await bringIn(upload))
      } catch (error) {
        refused.push({ name: upload.name, message: (error as Error).message })
      }
    }
    setUploading(null)
    setFailed(refused)
    const [only] = importIds
    if (uploads.length === 1 && only !== undefined) return router.push(`/desk/import/${only}`)
    setBroughtIn(importIds.length)
    if (refused.length === 0) form.reset()
    router.refresh()
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('file')}
        help={t('fileHelp', { megabytes: maxMegabytes })}
        name="file"
        type="file"
        multiple
        accept=".docx,.odt,.pdf,.txt,.html,.htm,.vtt,.srt,.csv,.tsv,.xlsx,.jsonl,.ndjson,.xml,.zip"
      />
      <TextArea label={t('paste')} help={t('pasteHelp')} name="text" rows={6} dir="auto" />
      <Select
        label={t('kind')}
        help={t('kindHelp')}
        name="kind"
        defaultValue="auto"
        options={(['auto', ...IMPORT_KINDS] as const).map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
        }))}
      />
      {failed.length > 0 && (
        <Notice tone="danger" live title={failed[0]?.name ? t('someFailed') : failed[0]?.message}>
          {failed[0]?.name && (
            <ul>
              {failed.map(({ name, message }) => (
                <li key={name}>
                  <Bidi>{name}</Bidi>: {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {broughtIn > 0 && <Notice tone="success" live title={t('allIn', { count: broughtIn })} />}
      <div className="cluster">
        <Button
          type="submit"
          variant="primary"
          disabled={!isAlive}
          aria-disabled={uploading !== null || undefined}
        >
          {uploading === null ? t('preview') : t('reading')}
        </Button>
        {uploading !== null && (
          <span>{t('uploading', { name: uploading.name, percent: uploading.part })}</span>
        )}
      </div>
    </form>
  )
}

function readUploads(form: FormData, pastedName: string): Upload[] {
  const kind = String(form.get('kind') ?? 'auto')
  const files = form.getAll('file').filter((file) => file instanceof File && file.size > 0)
  if (files.length > 0) {
    return (files as File[]).map((file) => ({ body: file, name: file.name, kind }))
  }
  const text = String(form.get('text') ?? '')
  if (text.trim() === '') return []
  // A form gives Windows line ends; offsets are those of the text as it is kept.
  const body = new Blob([text.replace(/\r\n?/g, '\n')], { type: 'text/plain' })
  return [{ body, name: pastedName, kind }]
}
