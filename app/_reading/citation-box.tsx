'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { CopyButton } from '#app/_components/copy-button.tsx'
import { citationOf } from './citation.ts'
import styles from './statement-view.module.css'

/** How to cite the revision and, when the address names one, the passage that is being read. */
export function CitationBox({
  reference,
  revision,
  archiveName,
  address,
}: {
  reference: string
  revision: number
  archiveName: string
  /** Public address of the revision, in full. */
  address: string
}) {
  const t = useTranslations('citation')
  const passage = useTargetPassage()
  const citation = citationOf(reference, revision, passage ?? undefined)
  const link = passage === null ? address : `${address}#p${passage}`
  return (
    <div className={styles.citation}>
      <p>
        <bdi dir="ltr">{citation}</bdi>
      </p>
      <p className={styles.link}>
        <bdi dir="ltr">{link}</bdi>
      </p>
      <div className="cluster">
        <CopyButton text={citation} label={t('copyCitation')} />
        <CopyButton text={`${archiveName}, ${citation}, ${link}`} label={t('copyWithAddress')} />
      </div>
      <p className={styles.help}>{t('help')}</p>
    </div>
  )
}

function useTargetPassage(): number | null {
  const [passage, setPassage] = useState<number | null>(null)
  useEffect(() => {
    const read = () => {
      const match = /^#p(\d{1,5})$/.exec(window.location.hash)
      setPassage(match ? Number(match[1]) : null)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return passage
}
