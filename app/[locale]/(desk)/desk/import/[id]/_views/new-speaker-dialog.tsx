'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Dialog } from '#app/_components/dialog.tsx'
import { TextField } from '#app/_components/field.tsx'

const NAME_MAX_CHARACTERS = 200

/** Asks for the name of a speaker of whom there is no draft yet. */
export function NewSpeakerDialog({
  words,
  language,
  onName,
  onClose,
}: {
  words: string
  language: string
  onName: (name: string) => void
  onClose: () => void
}) {
  const t = useTranslations('import.attribution')
  const common = useTranslations('common')
  const [missing, setMissing] = useState(false)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('speaker') ?? '').trim()
    if (name === '') return setMissing(true)
    onName(name)
    onClose()
  }

  return (
    <Dialog title={t('newSpeakerTitle')} isOpen onOpenChange={(open) => !open && onClose()}>
      <form className="stack" onSubmit={submit} noValidate>
        <blockquote lang={language} dir="auto">
          {words}
        </blockquote>
        <TextField
          label={t('name')}
          help={t('nameHelp')}
          name="speaker"
          required
          maxLength={NAME_MAX_CHARACTERS}
          error={missing ? t('nameMissing') : undefined}
          autoFocus
        />
        <div className="cluster">
          <Button type="submit" variant="primary">
            {t('give')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
