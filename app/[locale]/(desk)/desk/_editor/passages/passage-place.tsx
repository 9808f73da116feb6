import { useFormatter, useTranslations } from 'next-intl'
import type { SourcePlace } from '#lib/importing/to-passage.ts'

/** Where in its source a passage stands, as a reader of the source finds it; nothing where that is not known. */
export function PassagePlace({ place }: { place: SourcePlace }) {
  const t = useTranslations('passages.place')
  const format = useFormatter()
  const { page, paragraph, line, time } = place
  const clock = (milliseconds: number) => {
    const seconds = Math.floor(milliseconds / 1000)
    return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => format.number(part, { minimumIntegerDigits: 2, useGrouping: false }))
      .join(':')
  }
  const parts = [
    page === undefined ? '' : t('page', { page }),
    paragraph === undefined ? '' : t('paragraph', { paragraph }),
    line === undefined ? '' : t('line', { line }),
    time === undefined ? '' : `${clock(time.start)}–${clock(time.end)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : <bdi>{parts.join(t('separator'))}</bdi>
}
