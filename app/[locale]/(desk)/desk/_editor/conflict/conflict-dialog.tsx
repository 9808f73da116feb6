'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Badge } from '#app/_components/badge.tsx'
import { Button } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { Dialog } from '#app/_components/dialog.tsx'
import {
  compareDrafts,
  type Difference,
  firstChoices,
  mergeDrafts,
  type Side,
} from '../compare-drafts.ts'
import type { DraftDocument, OtherVersion } from '../draft-document.ts'
import styles from './conflict.module.css'
import { useDifferenceWords } from './difference-words.ts'

/** Both versions of a draft side by side, with a choice for each place in which they differ. */
export function ConflictDialog({
  mine,
  theirs,
  base,
  keptAt,
  onSettle,
  onClose,
}: {
  mine: DraftDocument
  theirs: OtherVersion
  /** What both were made from, where it is known. */
  base: DraftDocument | null
  /** Set where `mine` was kept in this browser. */
  keptAt?: string | undefined
  onSettle: (merged: DraftDocument) => void
  onClose: () => void
}) {
  const t = useTranslations('desk.conflict')
  const differences = useMemo(() => compareDrafts(mine, theirs, base), [mine, theirs, base])
  const [choices, setChoices] = useState(() => firstChoices(differences))
  const settle = (chosen: Record<string, Side>) =>
    onSettle(mergeDrafts(mine, theirs, differences, chosen))
  const all = (side: Side) => Object.fromEntries(differences.map(({ id }) => [id, side]))
  return (
    <Dialog
      title={t('title')}
      isOpen
      isAlert
      wide
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onClick={() => settle(all('mine'))}>{t('allMine')}</Button>
          <Button onClick={() => settle(all('theirs'))}>{t('allTheirs')}</Button>
          <Button variant="primary" onClick={() => settle(choices)}>
            {t('save')}
          </Button>
        </>
      }
    >
      <p>
        {keptAt
          ? t('textKept')
          : t.rich('text', {
              name: theirs.savedBy,
              time: () => <DateTime at={theirs.savedAt} withTime />,
            })}
      </p>
      {differences.length === 0 && <p>{t('same')}</p>}
      <ol className={styles.list}>
        {differences.map((difference) => (
          <DifferenceRow
            key={difference.id}
            difference={difference}
            choice={choices[difference.id] ?? 'mine'}
            onChoose={(side) => setChoices({ ...choices, [difference.id]: side })}
          />
        ))}
      </ol>
    </Dialog>
  )
}

function DifferenceRow({
  difference,
  choice,
  onChoose,
}: {
  difference: Difference
  choice: Side
  onChoose: (side: Side) => void
}) {
  const t = useTranslations('desk.conflict')
  const { nameOf, wordsOf } = useDifferenceWords()
  return (
    <li>
      <fieldset className={styles.difference}>
        <legend>
          {nameOf(difference)} <Badge>{t(`changedBy.${difference.changedBy}`)}</Badge>
        </legend>
        <div className={styles.sides}>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={styles.side} data-chosen={choice === side}>
              <span className={styles.choice}>
                <input
                  type="radio"
                  name={`choice-${difference.id}`}
                  checked={choice === side}
                  onChange={() => onChoose(side)}
                />
                {t(side)}
              </span>
              <span className={styles.words} dir="auto">
                {wordsOf(difference, side)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}
