import { isTitleOfPersianWork } from './persian.ts'
import {
  ACTING_BY_WORDS,
  BOUNDARY,
  CALLING,
  isNameWord,
  isRoleWord,
  SAYING,
  TITLES,
} from './persian-words.ts'

/** «رعنا سپهری», with the name in Latin letters that may stand beside it. */
const MARKED = /«([^\s«»،.:؟!]{2,20}(?:\s[^\s«»،.:؟!]{1,20}){0,3})»(\s*\([^()\n]{2,40}\))?/gu
const SAYS = new RegExp(
  `^\\s+(?:نیز\\s+|هم\\s+)?(?:[^«»:.\\n]{0,60}\\s)?(?:${SAYING})(?:\\s+که\\s|\\s*:)`,
  'u',
)
const SAYS_AT_ONCE = new RegExp(`^\\s+(?:${SAYING})${BOUNDARY}`, 'u')

const RELAYS = new RegExp(`^\\s+(?:${SAYING})\\s*(?:که\\s|:)`, 'u')
const OBJECT = /(?:^|\s)(?:از|بر|با|به|را|علیه|دربارهٔ|درباره)\s$/u
const ACTS = new RegExp(
  `^(?:\\s+[^\\s،.؛]+){0,5}?\\s+(?:${SAYING}|${ACTING_BY_WORDS}|${CALLING})${BOUNDARY}`,
  'u',
)

/**
 * Persian agencies put names between marks: «رعنا سپهری» وکیل او …, سرهنگ «یونا مرادی» گفت …. The text with the marks
 * around what certainly names a person blanked out, here and wherever that name comes again, whole or in part, so that
 * it is read as a name; offsets stay.
 */
export function unmarkPersianNames(text: string): string {
  const known = new Set<string>()
  for (const match of text.matchAll(MARKED)) {
    const name = match[1]!
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    const after = text.slice(match.index + match[0].length)
    if (!namesPerson(name, before, after)) continue
    known.add(name)
    const words = name.split(/\s+/u)
    if (words.length > 1) for (const word of [words[0]!, words.at(-1)!]) known.add(word)
  }
  return text.replace(MARKED, (all, name: string, latin: string | undefined) =>
    known.has(name) ? ` ${name} ${' '.repeat(latin?.length ?? 0)}` : all,
  )
}

function namesPerson(name: string, before: string, after: string): boolean {
  const words = name.split(/\s+/u)
  if (!words.every((word) => isNameWord(word, true)) || isTitleOfPersianWork(before)) return false
  const clause = before
    .split(/[،؛:.!؟\n]/u)
    .at(-1)!
    .trim()
    .split(/\s+/u)
  const beside = /[^\s،؛:.!؟]\s$/u.test(before) ? clause.at(-1)! : ''
  if (Object.hasOwn(TITLES, beside)) return words.length > 1 || SAYS.test(after)
  if (words.length < 2) return false
  const next = /^\s*(?:،\s*)?([^\s،.:؛]+)(.*)$/su.exec(after)
  // «از «شتاب مشکوک» رئیس شورا انتقاد کرد»: what somebody does with these words.
  if (next !== null && isRoleWord(next[1]!) && !(OBJECT.test(before) && ACTS.test(next[2]!)))
    return true
  const starts = clause.join('') === ''
  if (starts && SAYS_AT_ONCE.test(after)) return true
  return (isRoleWord(beside) && SAYS.test(after)) || (clause.some(isRoleWord) && RELAYS.test(after))
}
