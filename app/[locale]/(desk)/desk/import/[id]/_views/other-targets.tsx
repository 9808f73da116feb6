'use client'

import { useTranslations } from 'next-intl'
import { DropZone, type DropZoneProps, isTextDropItem, Text } from 'react-aria-components'
import own from './attribution.module.css'
import { PASSAGE_TYPE, readStretch } from './proposed-drafts.tsx'
import type { Attributing, Stretch } from './use-attributions.ts'

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

/** Where a passage can be dropped beside the drafts: a new speaker, nobody yet, nobody at all. */
export function OtherTargets({
  attributing,
  onNewSpeaker,
  hasOpen,
  isDisabled,
}: {
  attributing: Attributing
  onNewSpeaker: (stretch: Stretch) => void
  /** There is a draft of what is to confirm, which takes the passage itself. */
  hasOpen: boolean
  isDisabled: boolean
}) {
  const t = useTranslations('import.attribution')
  const take = (onStretch: (stretch: Stretch) => void) => async (event: DropEvent) => {
    const [item] = event.items.filter(isTextDropItem)
    const stretch = item === undefined ? null : readStretch(await item.getText(PASSAGE_TYPE))
    if (stretch !== null) onStretch(stretch)
  }
  const targets = [
    { label: t('newSpeaker'), onStretch: onNewSpeaker },
    ...(hasOpen
      ? []
      : [
          {
            label: t('leaveOpen'),
            onStretch: (one: Stretch) => attributing.give(one, { speaker: null }),
          },
        ]),
    { label: t('asNarration'), onStretch: (one: Stretch) => attributing.give(one, 'narration') },
  ]
  return (
    <div className={own.targets}>
      {targets.map(({ label, onStretch }) => (
        <DropZone
          key={label}
          className={own.target!}
          isDisabled={isDisabled}
          getDropOperation={(types) => (types.has(PASSAGE_TYPE) ? 'move' : 'cancel')}
          onDrop={take(onStretch)}
        >
          <Text slot="label">{label}</Text>
        </DropZone>
      ))}
    </div>
  )
}
