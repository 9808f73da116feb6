'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { askDesk } from '../desk-api.ts'
import { SearchList } from './search-list.tsx'

const PAUSE_MS = 150

/** A searchable list of records: type a part of a name, choose with the arrow keys. What is chosen is handed on. */
export function RecordSearch<T extends { id: string }>({
  label,
  path,
  nameOf,
  detailOf,
  exclude = [],
  onChoose,
}: {
  label: ReactNode
  /** Route of the desk with its query, without `q`. */
  path: string
  nameOf: (record: T) => string
  detailOf?: (record: T) => string
  exclude?: readonly string[]
  onChoose: (record: T) => void
}) {
  const t = useTranslations('statement-form.records')
  const [text, setText] = useState('')
  const { items, status } = useFound<T>(path, text)
  return (
    <SearchList
      label={label}
      placeholder={t('searchHelp')}
      text={text}
      onText={setText}
      items={items.filter((item) => !exclude.includes(item.id))}
      none={t(status)}
      nameOf={nameOf}
      detailOf={detailOf}
      opensOnFocus
      onChoose={onChoose}
    />
  )
}

/** What the archive has under a text, asked for after a short pause. */
function useFound<T>(path: string, text: string) {
  const locale = useLocale()
  const [items, setItems] = useState<readonly T[]>([])
  const [status, setStatus] = useState<'searching' | 'none' | 'failed'>('searching')
  useEffect(() => {
    const control = new AbortController()
    const timer = setTimeout(async () => {
      const query = `${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`
      const result = await askDesk<{ items: T[] }>('GET', query, locale, undefined, control.signal)
      if (control.signal.aborted) return
      setItems(result.ok ? result.data.items : [])
      setStatus(result.ok ? 'none' : 'failed')
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [path, text, locale])
  return { items, status }
}
