'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Select } from '#app/_components/field.tsx'
import { ENCODINGS, type Encoding } from '#lib/importing/encodings.ts'
import styles from '../../import.module.css'
import type { ConfirmingViewProps } from './confirming-view-props.ts'

/** The encoding in which a text was read, to be changed where its letters came out wrong. */
export function EncodingChoice({
  used,
  choices,
  change,
  busy,
}: Pick<ConfirmingViewProps, 'choices' | 'change' | 'busy'> & {
  /** Null where the text could not be read. */
  used: { encoding: Encoding; isCertain: boolean } | null
}) {
  const t = useTranslations('import-document.encoding')
  const help = choices.encoding ? 'chosen' : used?.isCertain ? 'certain' : 'told'
  return (
    <form
      className={styles.kind}
      onSubmit={(event) => {
        event.preventDefault()
        const encoding = String(new FormData(event.currentTarget).get('encoding'))
        void change({ encoding: encoding === 'auto' ? undefined : (encoding as Encoding) })
      }}
    >
      <Select
        label={t('label')}
        help={used === null ? undefined : t(help, { encoding: t(`names.${used.encoding}`) })}
        name="encoding"
        defaultValue={choices.encoding ?? 'auto'}
        options={(['auto', ...ENCODINGS] as const).map((encoding) => ({
          value: encoding,
          label: t(`names.${encoding}`),
        }))}
      />
      <Button type="submit" aria-disabled={busy || undefined}>
        {busy ? t('reading') : t('apply')}
      </Button>
    </form>
  )
}
