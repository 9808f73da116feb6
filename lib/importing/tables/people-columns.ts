import { isNameWord } from '../press/persian-words.ts'
import type { TableRow } from './rows.ts'

/** So many rows tell what a column without a field holds. */
export const ROWS_AHEAD = 50

/** Words in a head for people, or for what they are called. */
const OF_PEOPLE = new Set(
  'name names forename surname firstname lastname fullname realname alias witness witnesses informant deponent interviewee respondent narrator speaker survivor survivors victim victims contributor complainant prisoner detainee relative relatives mother father spouse husband wife son daughter brother sister guardian person people نام اسم اسامی شاهد شاهدان راوی گوینده بازمانده قربانی قربانیان مصاحبه‌شونده زندانی بازداشتی خویشاوند بستگان همسر مادر پدر برادر خواهر فرزند فرد افراد شخص اشخاص'.split(
    ' ',
  ),
)
/** Words in a head for things that have names as well. */
const OF_THINGS = new Set(
  'file files filename folder box shelf collection project place village town city district region country province street school organisation organization institution newspaper event series field column type kind number no count code date year age language lang فایل پرونده پوشه جعبه قفسه مجموعه طرح پروژه محل روستا شهر شهرستان استان کشور خیابان مدرسه سازمان نهاد روزنامه رویداد نوع تعداد شماره تاریخ سال سن زبان'.split(
    ' ',
  ),
)
/** So many words a name has at most. */
const NAME_WORDS = 4
const SHARE_OF_NAMES = 0.6
const LATIN_NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}’'-]*\.?|\p{Lu}\.|al-\p{L}+|bin|van|von|der|de|da)$/u

/**
 * Which columns hold what look like names of people, by their heads or by the first rows. Too many rather than too few:
 * what is taken for names is sealed, never lost.
 */
export function columnsOfPeople(
  columns: readonly string[],
  rows: readonly Pick<TableRow, 'cells'>[],
): string[] {
  return columns.filter((column) => {
    const cells = rows.flatMap(({ cells }) => cells.get(column) ?? [])
    return headsPeople(column) || looksLikeNames(cells)
  })
}

function headsPeople(head: string): boolean {
  const words = head
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\u200c]+/u)
  return words.some((word) => OF_PEOPLE.has(word)) && !words.some((word) => OF_THINGS.has(word))
}

function looksLikeNames(cells: readonly string[]): boolean {
  const filled = cells
    .flatMap((cell) => cell.split(/[;؛|\n]/u))
    .filter((cell) => cell.trim() !== '')
  const names = filled.filter(looksLikeName)
  return names.length > 0 && names.length >= filled.length * SHARE_OF_NAMES
}

function looksLikeName(cell: string): boolean {
  const words = cell.trim().split(/[\s,،]+/u)
  if (words.length < 2 || words.length > NAME_WORDS) return false
  return (
    words.every((word) => LATIN_NAME_WORD.test(word)) ||
    words.every((word) => /\p{Script=Arabic}/u.test(word) && isNameWord(word, true))
  )
}
