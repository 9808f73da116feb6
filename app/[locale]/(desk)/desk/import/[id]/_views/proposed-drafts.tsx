'use client'

import { GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  Button,
  GridList,
  GridListItem,
  isTextDropItem,
  useDragAndDrop,
} from 'react-aria-components'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import type { PressDraft, PressPassage } from '#lib/importing/press/types.ts'
import styles from '../../import.module.css'
import { placeId } from '../../places.ts'
import own from './attribution.module.css'
import { firstWords, MoveMenu } from './move-menu.tsx'
import type { Attributing, Stretch } from './use-attributions.ts'

/** What is dragged: offsets of a passage, so that words from elsewhere are never dropped here. */
export const PASSAGE_TYPE = 'application/x-govah-passage'

export interface DraftsProps {
  drafts: readonly PressDraft[]
  language: string
  attributing: Attributing
  onNewSpeaker: (stretch: Stretch) => void
  /** The passage that is looked at, by its offset. */
  onLook: (start: number | null) => void
  busy: boolean
}

/** The drafts that a press report would become; a passage given to the wrong speaker is dragged to the right one. */
export function ProposedDrafts(props: DraftsProps) {
  return (
    <ol className={styles.drafts}>
      {props.drafts.map((draft, index) => (
        <li key={draft.speaker ?? 'unknown'} id={draftId(index + 1)} className={styles.draft}>
          <DraftHeading draft={draft} number={index + 1} language={props.language} />
          <PassageList {...props} draft={draft} />
        </li>
      ))}
    </ol>
  )
}

function DraftHeading({
  draft,
  number,
  language,
}: {
  draft: PressDraft
  number: number
  language: string
}) {
  const t = useTranslations('import.report')
  const types = useTranslations('vocabulary.testimonyTypes')
  return (
    <>
      <p className={styles.draftNumber}>{t('draft', { number })}</p>
      <h3>
        {draft.speaker === null ? (
          t('speakerUnknown')
        ) : (
          <Bidi lang={language}>{draft.speaker}</Bidi>
        )}
      </h3>
      <p className={styles.aside}>
        {draft.role !== null && draft.speakerKind === 'person' && (
          <>
            {t('role')}: <Bidi lang={language}>{draft.role}</Bidi>
            {' · '}
          </>
        )}
        {t('type')}: {types(draft.type)}
      </p>
      {draft.candidates.length > 0 && (
        <p className={styles.aside}>
          {t('candidates', { names: draft.candidates.join(language === 'fa' ? '، ' : ', ') })}
        </p>
      )}
    </>
  )
}

function PassageList({ draft, ...props }: DraftsProps & { draft: PressDraft }) {
  const t = useTranslations('import.attribution')
  const report = useTranslations('import.report')
  const { attributing, busy, language, onLook } = props
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: busy,
    getItems: (keys) =>
      draft.passages
        .filter(({ start }) => [...keys].includes(String(start)))
        .map(({ start, end, text }) => ({
          [PASSAGE_TYPE]: `${start}-${end}`,
          'text/plain': text,
        })),
    acceptedDragTypes: [PASSAGE_TYPE],
    getDropOperation: () => 'move',
    async onRootDrop({ items }) {
      const [item] = items.filter(isTextDropItem)
      const stretch = item === undefined ? null : readStretch(await item.getText(PASSAGE_TYPE))
      if (stretch === null || draft.passages.some(({ start }) => start === stretch.start)) return
      await attributing.give(stretch, { speaker: draft.speaker })
    },
  })
  return (
    <GridList
      className={own.passages!}
      aria-label={t('passagesOf', { name: draft.speaker ?? report('speakerUnknown') })}
      keyboardNavigationBehavior="tab"
      items={[...draft.passages]}
      dependencies={[busy, props.drafts]}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(passage: PressPassage) => (
        <GridListItem
          id={String(passage.start)}
          className={own.passage!}
          textValue={firstWords(passage.text)}
          onHoverStart={() => onLook(passage.start)}
          onHoverEnd={() => onLook(null)}
        >
          <Button slot="drag" className={own.grip!} aria-label={t('drag')}>
            <GripVertical aria-hidden size={18} />
          </Button>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: what is focused inside marks the passage's place */}
          <div onFocus={() => onLook(passage.start)} onBlur={() => onLook(null)}>
            <a
              href={`#${placeId(passage.start)}`}
              className={styles.passage}
              lang={language}
              dir="auto"
            >
              {passage.text}
            </a>
            <div className={own.facts}>
              <Badge tone={passage.form === 'quoted' ? 'neutral' : 'info'}>
                {report(passage.form)}
              </Badge>
              {passage.toConfirm && <Badge tone="warning">{report('passageToConfirm')}</Badge>}
              <MoveMenu
                stretch={passage}
                speaker={draft.speaker}
                form={passage.form}
                speakers={props.drafts.flatMap(({ speaker }) =>
                  speaker === null ? [] : [speaker],
                )}
                language={language}
                attributing={attributing}
                onNewSpeaker={props.onNewSpeaker}
                isDisabled={busy}
              />
            </div>
          </div>
        </GridListItem>
      )}
    </GridList>
  )
}

/** The id of a proposed draft on the page. */
export function draftId(number: number): string {
  return `draft-${number}`
}

/** Offsets as they are dragged; null for what comes from elsewhere. */
export function readStretch(text: string): Stretch | null {
  const match = /^(\d+)-(\d+)$/u.exec(text)
  return match === null ? null : { start: Number(match[1]), end: Number(match[2]) }
}
