'use client'

import { MessageSquareQuote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Bidi } from '#app/_components/bidi.tsx'
import styles from './attribution.module.css'
import { type Attributing, moveButtonId, type Stretch } from './use-attributions.ts'

/** The keyboard's way, and everybody's: a menu of whose words a stretch can be. */
export function MoveMenu({
  stretch,
  speaker,
  form,
  speakers,
  language,
  attributing,
  onNewSpeaker,
  isDisabled,
}: {
  stretch: Stretch & { text: string }
  /** Whose it is now; undefined: nobody's. */
  speaker: string | null | undefined
  form?: 'quoted' | 'reported'
  speakers: readonly string[]
  language: string
  attributing: Attributing
  onNewSpeaker: (stretch: Stretch) => void
  isDisabled: boolean
}) {
  const t = useTranslations('import.attribution')
  const { give, restore, isMended } = attributing
  const others = speakers.filter((name) => name !== speaker)
  return (
    <MenuTrigger>
      <Button
        id={moveButtonId(stretch)}
        className={styles.moveButton!}
        aria-label={t('moveOf', { words: firstWords(stretch.text) })}
        isDisabled={isDisabled}
      >
        <MessageSquareQuote aria-hidden size={16} />
        {t('move')}
      </Button>
      <Popover className={styles.popover!}>
        <Menu className={styles.menu!}>
          {others.map((name) => (
            <MenuItem
              key={name}
              id={`to-${name}`}
              className={styles.menuItem!}
              textValue={name}
              onAction={() => give(stretch, { speaker: name })}
            >
              <Bidi lang={language}>{name}</Bidi>
            </MenuItem>
          ))}
          <MenuItem id="new" className={styles.menuItem!} onAction={() => onNewSpeaker(stretch)}>
            {t('newSpeaker')}
          </MenuItem>
          {speaker !== null && (
            <MenuItem
              id="unknown"
              className={styles.menuItem!}
              onAction={() => give(stretch, { speaker: null })}
            >
              {t('leaveOpen')}
            </MenuItem>
          )}
          <Separator className={styles.separator!} />
          {form !== undefined && (
            <MenuItem
              id="form"
              className={styles.menuItem!}
              onAction={() =>
                give(stretch, {
                  speaker: speaker ?? null,
                  as: form === 'quoted' ? 'reported' : 'quoted',
                })
              }
            >
              {form === 'quoted' ? t('asReported') : t('asQuoted')}
            </MenuItem>
          )}
          {speaker !== undefined && (
            <MenuItem
              id="narration"
              className={styles.menuItem!}
              onAction={() => give(stretch, 'narration')}
            >
              {t('asNarration')}
            </MenuItem>
          )}
          {isMended(stretch) && (
            <MenuItem id="restore" className={styles.menuItem!} onAction={() => restore(stretch)}>
              {t('asRead')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Enough to know a passage by. */
export function firstWords(text: string): string {
  const words = text.split(/\s+/u)
  return words.length <= 6 ? text : `${words.slice(0, 6).join(' ')}…`
}
