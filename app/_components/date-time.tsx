import { useFormatter, useTranslations } from 'next-intl'

/**
 * An instant or a day in the reader's calendar (Gregorian in English, Solar Hijri in Persian), the other one in
 * its tooltip, or beside it with `bothCalendars`. Times are UTC and say so.
 */
export function DateTime({
  at,
  withTime = false,
  bothCalendars = false,
}: {
  /** ISO 8601: `2021-09-21` or an instant in UTC. */
  at: string
  withTime?: boolean
  bothCalendars?: boolean
}) {
  const format = useFormatter()
  const t = useTranslations('common')
  const moment = new Date(at)
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const date = format.dateTime(moment, day)
  const shown = withTime
    ? t('utc', { time: format.dateTime(moment, { ...day, hour: '2-digit', minute: '2-digit' }) })
    : date
  const gregorian = new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' }).format(moment)
  const solarHijri = new Intl.DateTimeFormat('fa-IR-u-ca-persian', {
    ...day,
    timeZone: 'UTC',
  }).format(moment)
  const other = date === gregorian || !/[\u06F0-\u06F9]/.test(date) ? solarHijri : gregorian
  return (
    <time dateTime={at} title={bothCalendars ? undefined : other}>
      {shown}
      {bothCalendars && (
        <>
          {' '}
          (<bdi dir="auto">{other}</bdi>)
        </>
      )}
    </time>
  )
}
