'use client'

import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import {
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import styles from './search-form.module.css'

interface Suggestion {
  kind: 'word' | 'name'
  text: string
  query: string
}

const PAUSE_MS = 120

/**
 * The field and its button, with suggestions while one types. Without JavaScript it is a field of a form like any
 * other; with it, Enter searches for what stands there unless a suggestion has been gone to.
 */
export function SearchBox({
  id,
  label,
  hideLabel,
  submit,
  query,
  describedBy,
  listLabel,
  nameLabel,
}: {
  id: string
  label: ReactNode
  hideLabel: boolean
  submit: string
  query: string
  describedBy?: string | undefined
  listLabel: string
  /** Said of suggestions that are names of records. */
  nameLabel: string
}) {
  const [text, setText] = useState(query)
  const field = useRef<HTMLInputElement>(null)
  const suggestions = useSuggestions(text, query)
  const choose = (suggestion: Suggestion) => {
    flushSync(() => setText(suggestion.query))
    field.current?.form?.requestSubmit()
  }
  /** The list keeps Enter to itself while it is open, also when nothing in it has been gone to. */
  const searchOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (field.current?.getAttribute('aria-activedescendant')) return
    event.stopPropagation()
  }
  return (
    <ComboBox
      className={styles.box!}
      items={suggestions}
      inputValue={text}
      onInputChange={setText}
      value={null}
      allowsCustomValue
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Label className={hideLabel ? 'visually-hidden' : styles.label!}>{label}</Label>
      <div className={styles.row} onKeyDownCapture={searchOnEnter}>
        <Input
          id={id}
          ref={field}
          className={styles.input!}
          type="search"
          name="q"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={describedBy}
        />
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
      <OpenWhenAnswered suggestions={suggestions} />
      <Popover className={styles.popover!}>
        <ListBox className={styles.options!} aria-label={listLabel}>
          {(item: Suggestion) => (
            <ListBoxItem
              id={item.query}
              textValue={item.query}
              className={styles.option!}
              onAction={() => choose(item)}
            >
              <bdi dir="auto">{item.text}</bdi>
              {item.kind === 'name' && <span className={styles.kind}>{nameLabel}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** The list opens by itself when a letter is typed, but its entries come a moment later. */
function OpenWhenAnswered({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const state = useContext(ComboBoxStateContext)
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    if (suggestions.length > 0 && latest.current?.isFocused) latest.current.open(null, 'input')
  }, [suggestions])
  return null
}

/** What may follow, asked for after a short pause; nothing for what was searched for already. */
function useSuggestions(text: string, searched: string): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  useEffect(() => {
    if (text === searched) {
      setSuggestions([])
      return
    }
    const control = new AbortController()
    const timer = setTimeout(async () => {
      const found = await askSuggestions(text, control.signal)
      if (!control.signal.aborted) setSuggestions(found)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [text, searched])
  return suggestions
}

/** Suggestions are a help beside the search: where no answer comes there are none, and searching goes on. */
async function askSuggestions(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  try {
    const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text)}`, { signal })
    if (!response.ok) return []
    return ((await response.json()) as { suggestions: Suggestion[] }).suggestions
  } catch {
    return []
  }
}
