import { useLocale, useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import type { StatedDate as StatedDateValue } from '#lib/statements/model.ts'
import { formatInBothCalendars } from '#lib/text/dates.ts'
import styles from './reading.module.css'

/** A date as it was stated and, under it, the days that it implies in the other calendar or calendars. */
export function StatedDate({ date }: { date: StatedDateValue }) {
  const t = useTranslations('statement.calendars')
  const locale = useLocale() === 'fa' ? 'fa' : 'en'
  const both = date.edtf === null ? null : formatInBothCalendars(date.edtf, locale)
  const others = both
    ? [
        date.calendar === 'gregorian' ? null : t('gregorian', { date: both.gregorian }),
        date.calendar === 'solar_hijri' || both.solarHijri === null
          ? null
          : t('solarHijri', { date: both.solarHijri }),
      ].filter((line) => line !== null)
    : []
  return (
    <>
      <Bidi>{date.stated}</Bidi>
      {others.map((line) => (
        <span key={line} className={styles.aside}>
          {line}
        </span>
      ))}
    </>
  )
}
