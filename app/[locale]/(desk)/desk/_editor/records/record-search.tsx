'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { askDesk } from '../desk-api.ts'
import styles from './records.module.css'

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
  const [chosen, setChosen] = useState<string | null>(null)
  const { items, status } = useFound<T>(path, text)
  // A choice closes the list; then the field is free for the next one.
  useEffect(() => {
    if (chosen !== null) setChosen(null)
  }, [chosen])
  const shown = items.filter((item) => !exclude.includes(item.id))
  return (
    <ComboBox
      className={styles.search!}
      items={shown}
      inputValue={text}
      onInputChange={setText}
      value={chosen}
      onChange={(id) => {
        setText('')
        const record = items.find((item) => item.id === id)
        if (!record) return
        setChosen(record.id)
        onChoose(record)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label className={styles.label!}>{label}</Label>
      <Input
        className={styles.input!}
        placeholder={t('searchHelp')}
        dir="auto"
        autoComplete="off"
      />
      <Popover className={styles.popover!}>
        <ListBox
          className={styles.options!}
          renderEmptyState={() => <p className={styles.none}>{t(status)}</p>}
        >
          {(item: T) => (
            <ListBoxItem id={item.id} textValue={nameOf(item)} className={styles.option!}>
              <bdi dir="auto">{nameOf(item)}</bdi>
              {detailOf?.(item) && (
                <span className={styles.detail}>
                  <bdi dir="auto">{detailOf(item)}</bdi>
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
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
