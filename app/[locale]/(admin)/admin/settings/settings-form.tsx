'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { RadioGroup } from '#app/_components/choices.tsx'
import { TextArea, TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import type { ArchiveView } from '#lib/archive/queries.ts'
import styles from '../admin.module.css'
import { changeSettingsAction } from './actions.ts'

const FIELDS = ['nameEn', 'nameFa', 'contact', 'referencePrefix', 'readers']

export function SettingsForm({ archive }: { archive: ArchiveView }) {
  const t = useTranslations('settings')
  const [state, action] = useActionState(changeSettingsAction, null)
  const error = state?.ok === false ? state.error : null
  const typed = (name: string, saved: string) => String(error?.values[name] ?? saved)
  const readers = typed('readers', archive.openToAnonymous ? 'everyone' : 'signed_in')
  return (
    <form action={action} className={styles.form} noValidate>
      <FormError error={error} shownFields={FIELDS} />
      {state?.ok && <Notice tone="success" live title={t('saved')} />}
      <TextField
        label={t('nameEn')}
        name="nameEn"
        lang="en"
        dir="ltr"
        required
        defaultValue={typed('nameEn', archive.name.en)}
        error={error?.fields.nameEn}
      />
      <TextField
        label={t('nameFa')}
        name="nameFa"
        lang="fa"
        dir="rtl"
        required
        defaultValue={typed('nameFa', archive.name.fa)}
        error={error?.fields.nameFa}
      />
      <TextArea
        label={t('contact')}
        help={t('contactHelp')}
        name="contact"
        rows={4}
        optional
        defaultValue={typed('contact', archive.contact)}
        error={error?.fields.contact}
      />
      <TextField
        label={t('prefix')}
        help={t(archive.prefixIsFixed ? 'prefixFixed' : 'prefixHelp')}
        name="referencePrefix"
        dir="ltr"
        maxLength={6}
        required
        readOnly={archive.prefixIsFixed}
        defaultValue={typed('referencePrefix', archive.referencePrefix)}
        error={error?.fields.referencePrefix}
      />
      <RadioGroup
        // Chosen anew after an answer: the browser would keep what it began with.
        key={readers}
        label={t('readers')}
        name="readers"
        defaultValue={readers}
        error={error?.fields.readers}
        options={[
          { value: 'everyone', label: t('everyone'), help: t('everyoneHelp') },
          { value: 'signed_in', label: t('signedIn'), help: t('signedInHelp') },
        ]}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  )
}
