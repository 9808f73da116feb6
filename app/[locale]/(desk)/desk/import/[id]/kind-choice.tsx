'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Select } from '#app/_components/field.tsx'
import type { ImportChoices } from '#lib/importing/choices.ts'
import { IMPORT_KINDS, type ImportKind } from '#lib/importing/kinds.ts'
import styles from '../import.module.css'

/** What the file is read as, to be changed where it was told wrongly. */
export function KindChoice({
  choices,
  change,
  busy,
}: {
  choices: ImportChoices
  change: (part: Partial<ImportChoices>) => Promise<void>
  busy: boolean
}) {
  const t = useTranslations('import')
  return (
    <form
      className={styles.kind}
      onSubmit={(event) => {
        event.preventDefault()
        const kind = String(new FormData(event.currentTarget).get('kind'))
        void change({ kind: kind === 'auto' ? undefined : (kind as ImportKind) })
      }}
    >
      <Select
        label={t('preview.readAs')}
        name="kind"
        defaultValue={choices.kind ?? 'auto'}
        options={(['auto', ...IMPORT_KINDS] as const).map((kind) => ({
          value: kind,
          label: t(`form.kinds.${kind}`),
        }))}
      />
      <Button type="submit" aria-disabled={busy || undefined}>
        {busy ? t('form.reading') : t('preview.readAgain')}
      </Button>
    </form>
  )
}
