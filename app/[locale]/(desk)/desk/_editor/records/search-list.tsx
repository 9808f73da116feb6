import { type ReactNode, useEffect, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import styles from './records.module.css'

/** A field to type in, with a list of what fits, chosen with the arrow keys. What is chosen is handed on. */
export function SearchList<T extends { id: string }>({
  label,
  placeholder,
  text,
  onText,
  items,
  none,
  nameOf,
  detailOf,
  opensOnFocus = false,
  onChoose,
}: {
  label: ReactNode
  placeholder: string
  text: string
  onText: (text: string) => void
  items: readonly T[]
  /** What is said where nothing fits. */
  none: string
  nameOf: (item: T) => string
  detailOf?: ((item: T) => string) | undefined
  opensOnFocus?: boolean
  onChoose: (item: T) => void
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  // A choice closes the list; then the field is free for the next one.
  useEffect(() => {
    if (chosen !== null) setChosen(null)
  }, [chosen])
  return (
    <ComboBox
      className={styles.search!}
      items={items}
      inputValue={text}
      onInputChange={onText}
      value={chosen}
      onChange={(id) => {
        onText('')
        const item = items.find((each) => each.id === id)
        if (!item) return
        setChosen(item.id)
        onChoose(item)
      }}
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label className={styles.label!}>{label}</Label>
      <Input className={styles.input!} placeholder={placeholder} dir="auto" autoComplete="off" />
      <Popover className={styles.popover!}>
        <ListBox
          className={styles.options!}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
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
