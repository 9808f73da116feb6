import { AFTER_SUBJECT, isRoleWord, PRONOUN, TITLES } from './persian-words.ts'
import type { KnowsPerson } from './types.ts'

/** Offices that go with the name of a place as often as with that of a person. */
export const OFFICE_OF_A_PLACE = /^(?:نخست‌وزیر|رئیس‌جمهور|شهردار|استاندار|فرماندار)$/u

/** Offices that go with what they are of, so that strange words after them are no name: «مدیرکل بنادر مرلند». */
export const OFFICE_OF_SOMETHING =
  /^(?:مدیر|مدیر\u200c?کل|مدیر\u200c?عامل|ر[ئی]یس|معاون|قائم‌مقام|سخنگوی|عضو|نماینده|نمایندهٔ|دبیر|دبیر\u200c?کل|وزیر|مسئول|سرپرست|فرمانده|فرماندهٔ)$/u

/** The space inside an office of two words, which is read as one word with a joiner: «نخست وزیر», «مدیر کل». */
export const OFFICE_IN_TWO_WORDS =
  /(?<=نخست) (?=وزیر)|(?<=رئیس|رییس) (?=جمهور)|(?<=فوق) (?=تخصص)|(?<=قائم) (?=مقام)|(?<=مدیر|دبیر) (?=کل(?:\s|$))|(?<=مدیر) (?=عامل(?:\s|$))/gu

/** What somebody is to somebody else, whose name comes next. */
export const RELATION = /^(?:همسر|دختر|پسر|فرزند|عمو|دایی|خاله|عمه|وکیل|نمایندهٔ?|مشاور|همسایهٔ?)$/u

/**
 * Where a role ends whose subject seems over at a word: «وزیر آموزش و پرورش», «رئیس مرکز پژوهش و سنجش دانش» go on after
 * “and”, «شهردار و دبیر» and «دبیر انجمن و سهندی» are two.
 */
export function endOfRole(all: readonly string[], cut: number, knows: KnowsPerson): number {
  const from = /^(?:این|آن)$/u.test(all[0]!) ? 1 : 0
  if (all[cut] !== 'و' || cut < from + 2 || !isRoleWord(all[from]!)) return cut
  const next = all[cut + 1]
  if (next === undefined || AFTER_SUBJECT.has(next) || isRoleWord(next) || PRONOUN.test(next))
    return cut
  if (Object.hasOwn(TITLES, next) || knows(next) || knows(all.slice(cut + 1, cut + 3).join(' ')))
    return cut
  const over = all.findIndex((token, index) => index > cut + 1 && AFTER_SUBJECT.has(token))
  return over < 0 ? all.length : endOfRole(all, over, knows)
}
