'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '#app/_components/copy-button.tsx'
import { Notice } from '#app/_components/notice.tsx'
import styles from './admin.module.css'

/** A one-time link, shown this once, to be handed over by whatever way is safe. */
export function SecretLink({ title, url }: { title: string; url: string }) {
  const t = useTranslations('people')
  return (
    <Notice tone="success" live title={title}>
      <div className={styles.secretLink}>
        <code dir="ltr">{url}</code>
        <CopyButton text={url} label={t('copyLink')} />
        <p>{t('linkOnce')}</p>
      </div>
    </Notice>
  )
}
