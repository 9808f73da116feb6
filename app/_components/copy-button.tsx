'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, type ButtonLook } from './button.tsx'

/** Copies a text and says that it did. Not drawn where the browser has no clipboard, or before the page is awake. */
export function CopyButton({
  text,
  label,
  ...look
}: { text: string; label?: string } & ButtonLook) {
  const t = useTranslations('common')
  const [ready, setReady] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setReady('clipboard' in navigator), [])
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])
  if (!ready) return null
  return (
    <>
      <Button
        size="s"
        {...look}
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? t('copied') : (label ?? t('copy'))}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  )
}
