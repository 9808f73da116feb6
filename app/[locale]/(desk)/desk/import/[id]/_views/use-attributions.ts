'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Attribution } from '#lib/importing/press/attributions.ts'
import type { PressReport } from '#lib/importing/press/types.ts'
import type { ConfirmingViewProps } from './confirming-view-props.ts'

/** A stretch of the report, by its offsets. */
export interface Stretch {
  start: number
  end: number
}

/** Whose words a stretch is to be: a speaker's by name, somebody's to confirm (null), or nobody's. */
export type Whose = { speaker: string | null; as?: 'quoted' | 'reported' } | 'narration'

/** Mends whose words the stretches of a report are; afterwards the focus is on the stretch, wherever it has gone. */
export function useAttributions(
  { choices, change, busy }: ConfirmingViewProps,
  report: PressReport,
) {
  const t = useTranslations('import.attribution')
  const [said, setSaid] = useState('')
  const moved = useRef<Stretch | null>(null)
  const attributions = choices.attributions ?? []

  // The drafts are drawn anew when the file has been read anew, with the choices that it was read by; the list that the
  // passage has left puts the focus on a neighbour of it first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the choices that are shown
  useEffect(() => {
    const stretch = moved.current
    if (stretch === null) return
    moved.current = null
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => document.getElementById(moveButtonId(stretch))?.focus()),
    )
    return () => cancelAnimationFrame(frame)
  }, [choices.attributions])

  async function give(stretch: Stretch, whose: Whose): Promise<void> {
    if (busy) return
    const passage = report.drafts
      .flatMap((draft) => draft.passages)
      .find((one) => isSame(one, stretch))
    const form = passage?.form ?? 'reported'
    const next: Attribution =
      whose === 'narration'
        ? { ...offsets(stretch), as: 'narration', speaker: null }
        : { ...offsets(stretch), as: whose.as ?? form, speaker: whose.speaker }
    moved.current = stretch
    const others = attributions.filter((one) => !isSame(one, stretch))
    await change({ attributions: [...others, next] })
    setSaid(
      whose === 'narration'
        ? t('saidNarration')
        : t('saidMoved', { name: whose.speaker ?? t('toConfirm') }),
    )
  }

  /** Takes back what was said of a stretch, so that it stands as it was read. */
  async function restore(stretch: Stretch): Promise<void> {
    if (busy) return
    moved.current = stretch
    const others = attributions.filter((one) => !isSame(one, stretch))
    await change({ attributions: others.length === 0 ? undefined : others })
    setSaid(t('saidRestored'))
  }

  return {
    give,
    restore,
    /** Told to screen readers. */
    said,
    isMended: (stretch: Stretch) => attributions.some((one) => isSame(one, stretch)),
    /** Stretches that were passages and are none any more. */
    returned: attributions.filter(({ as }) => as === 'narration'),
  }
}

export type Attributing = ReturnType<typeof useAttributions>

/** The id of the button by which a stretch is moved. */
export function moveButtonId({ start, end }: Stretch): string {
  return `move-${start}-${end}`
}

export function isSame(one: Stretch, other: Stretch): boolean {
  return one.start === other.start && one.end === other.end
}

function offsets({ start, end }: Stretch): Stretch {
  return { start, end }
}
