'use client'

import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { Button } from '#app/_components/button.tsx'
import styles from './search-form.module.css'

interface Suggestion {
  kind: 'word' | 'name'
  text: string
  query: string
}

const PAUSE_MS = 120

/**
 * The field and its button, with suggestions while one types: an editable combobox with a list, as the ARIA Authoring
 * Practices describe it. Written here, since react-aria hides the rest of the page while its list is open, where the
 * keyboard still goes. Without JavaScript it is a plain field; with it, Enter searches for what stands there unless a
 * suggestion has been gone to.
 */
export function SearchBox({
  id,
  label,
  hideLabel,
  submit,
  query,
  describedBy,
}: {
  id: string
  label: ReactNode
  hideLabel: boolean
  submit: string
  query: string
  describedBy?: string | undefined
}) {
  const t = useTranslations('suggestions')
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(query)
  const [isOpen, setOpen] = useState(false)
  const suggestions = useSuggestions(text, query)
  const [goneTo, goTo] = useState<{ index: number | null; of: readonly Suggestion[] } | null>(null)
  // A place in a list that has been replaced is no place in the new one.
  const active = goneTo?.of === suggestions ? goneTo.index : null
  const isReady = useIsReady()
  const isShown = isOpen && suggestions.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  const choose = (suggestion: Suggestion) => {
    if (field.current === null) return
    field.current.value = suggestion.query
    setOpen(false)
    field.current.form?.requestSubmit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (suggestions.length === 0) return
      event.preventDefault()
      setOpen(true)
      const index = nextActive(isShown ? active : null, event.key, suggestions.length)
      goTo({ index, of: suggestions })
    } else if (event.key === 'Enter' && isShown && active !== null) {
      event.preventDefault()
      choose(suggestions[active]!)
    } else if (event.key === 'Escape' && isShown) {
      // The first Escape closes the list; the next one is the field's own and empties it.
      event.preventDefault()
      setOpen(false)
    }
  }
  return (
    <>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <div className={styles.field}>
          <input
            id={id}
            ref={field}
            className={styles.input}
            type="search"
            name="q"
            defaultValue={query}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value)
              goTo(null)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            {...(isReady && {
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': isShown,
              'aria-controls': listId,
              'aria-activedescendant': isShown && active !== null ? optionId(active) : undefined,
            })}
          />
          <div
            id={listId}
            className={styles.options}
            role="listbox"
            aria-label={t('label')}
            hidden={!isShown}
          >
            {suggestions.map((suggestion, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys
              <div
                key={suggestion.query}
                id={optionId(index)}
                className={styles.option}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
              >
                <bdi dir="auto">{suggestion.text}</bdi>
                {suggestion.kind === 'name' && <span className={styles.kind}>{t('name')}</span>}
              </div>
            ))}
          </div>
        </div>
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {isShown ? t('count', { count: suggestions.length }) : ''}
      </span>
    </>
  )
}

/** From the field into the list and out of it again at either end. */
function nextActive(active: number | null, key: string, count: number): number | null {
  const next = key === 'ArrowDown' ? (active ?? -1) + 1 : (active ?? count) - 1
  return next < 0 || next >= count ? null : next
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

const neverChanges = () => () => {}
/** Whether JavaScript runs; without it the field is nothing more than a field. */
function useIsReady(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}
