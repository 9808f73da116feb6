/** Dates of testimony: EDTF (ISO 8601-2), stated dates of three calendars, and their words in both languages. */
export type { CalendarName } from './calendars.ts'
export {
  type DateInBothCalendars,
  type DateLanguage,
  formatEdtf,
  formatInBothCalendars,
  formatSolarHijri,
} from './date-format.ts'
export {
  type DayRange,
  edtfRange,
  firstDay,
  isEdtf,
  lastDay,
  yearOf,
  yearsCovered,
} from './edtf.ts'
export { type DateReading, readStatedDate } from './stated-dates.ts'
