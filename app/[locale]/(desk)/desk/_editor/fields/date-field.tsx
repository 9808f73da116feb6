'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { TextField } from '#app/_components/field.tsx'
import { isMissing, type StatedDate } from '#lib/statements/model.ts'
import { CALENDARS } from '#lib/statements/vocabularies.ts'
import {
  type DateLanguage,
  edtfRange,
  formatInBothCalendars,
  readStatedDate,
} from '#lib/text/dates.ts'
import { useRecorded } from '../draft-context.tsx'
import styles from './fields.module.css'
import { MissingReason } from './text-fields.tsx'
import { useFieldText } from './use-field-text.ts'
import { useOptions } from './vocabulary.ts'

type Calendar = StatedDate['calendar']

/** A date as it was stated, and at once what it implies in the Gregorian calendar. */
export function DateField({
  path,
}: {
  path: 'taking.dateGiven' | 'taking.dateRecorded' | 'taking.dateReceived' | 'about.date'
}) {
  const t = useTranslations('statement-form.date')
  const [value, setValue] = useRecorded<StatedDate>(path)
  const field = useFieldText(path)
  const date = isMissing(value) ? null : value
  const [chosen, setChosen] = useState<Calendar | null>(() => calendarChosen(date))
  const calendars = useOptions('calendars', CALENDARS)
  const id = useId()

  const write = (stated: string, calendar: Calendar | null) => {
    if (stated === '') return setValue(null)
    const reading = readStatedDate(stated, calendar)
    setValue({
      stated,
      calendar: reading?.calendar ?? calendar ?? date?.calendar ?? 'gregorian',
      edtf: reading?.edtf ?? null,
    })
  }

  return (
    <div className={styles.recorded}>
      <div className={styles.date}>
        <TextField
          {...field}
          maxLength={200}
          autoComplete="off"
          placeholder={t('placeholder')}
          disabled={isMissing(value)}
          value={date?.stated ?? ''}
          onChange={({ target }) => write(target.value, chosen)}
        />
        <div className={styles.calendar}>
          <label htmlFor={id} className="visually-hidden">
            {t('calendar', { field: field.label })}
          </label>
          <select
            id={id}
            disabled={isMissing(value)}
            value={chosen ?? ''}
            onChange={({ target }) => {
              const calendar = (target.value || null) as Calendar | null
              setChosen(calendar)
              write(date?.stated ?? '', calendar)
            }}
          >
            <option value="">{t('byItself')}</option>
            {calendars.map((calendar) => (
              <option key={calendar.value} value={calendar.value}>
                {calendar.label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <output className={styles.reading} aria-live="polite">
        {date && <DateReading date={date} />}
      </output>
      <MissingReason label={field.label} value={value} onChange={setValue} />
    </div>
  )
}

/** The calendar that was chosen against what the text says by itself, or null. */
function calendarChosen(date: StatedDate | null): Calendar | null {
  if (!date) return null
  return readStatedDate(date.stated)?.calendar === date.calendar ? null : date.calendar
}

function DateReading({ date }: { date: StatedDate }) {
  const t = useTranslations('statement-form.date')
  const calendars = useTranslations('vocabulary.calendars')
  const language = useLocale() as DateLanguage
  if (date.edtf === null) return <p>{t('unreadable')}</p>
  const range = edtfRange(date.edtf)
  const both = formatInBothCalendars(date.edtf, language)
  const day = (iso: string | null | undefined) => (
    <bdi dir="ltr" className={styles.days}>
      {iso ?? t('open')}
    </bdi>
  )
  return (
    <>
      <p>
        {t('readAs', { calendar: calendars(date.calendar) })}{' '}
        <bdi dir="ltr" className={styles.days}>
          {date.edtf}
        </bdi>
      </p>
      <p>
        {range?.first === range?.last
          ? t.rich('impliesOne', { first: () => day(range?.first) })
          : t.rich('implies', { first: () => day(range?.first), last: () => day(range?.last) })}
      </p>
      {both && (
        <p>
          {t('gregorian', { date: both.gregorian })}
          {both.solarHijri && <> · {t('solarHijri', { date: both.solarHijri })}</>}
        </p>
      )}
    </>
  )
}
