import { findEnglishNames } from './english-names.ts'
import { OFFICE_OF_A_PLACE } from './persian-offices.ts'
import { startsAdverbial } from './persian-subjects.ts'
import { isNameWord, isRoleWord, TITLES } from './persian-words.ts'
import type { Mention, NamedPlace } from './types.ts'

const WORD = /[^\s،.:؛؟!«»"“”()|\][]+/gu
const PREPOSITIONS = new Set([
  'به',
  'از',
  'با',
  'برای',
  'بر',
  'در',
  'نزد',
  'علیه',
  'دربارهٔ',
  'درباره',
  'توسط',
  'میان',
])
const TITLES_BEFORE_NAMES = new Set(Object.keys(TITLES))

type Found = Omit<NamedPlace, 'at'> & { index: number }

interface Word {
  text: string
  index: number
  /** The marks and spaces between the word before and this one. */
  before: string
}

/**
 * Names of a Persian text, which has no capitals: what follows a title or a role, what an apposition describes, runs of
 * Latin letters, and pairs of rare words of which the second also stands alone where a sentence begins.
 */
export function findPersianNames(text: string, surnames: ReadonlySet<string>): Found[] {
  const words = cutWords(text)
  const found: Found[] = findEnglishNames(text).map((name) => ({
    ...name,
    person: name.person,
  }))
  words.forEach((word, at) => {
    if (
      !isNameWord(word.text) ||
      TITLES_BEFORE_NAMES.has(word.text) ||
      /^\p{Script=Latin}/u.test(word.text)
    )
      return
    const run = nameRun(words, at)
    const title = titleBefore(words, at)
    const previous = words[at - 1]
    const oblique = PREPOSITIONS.has(words[at - 1 - title.length]?.text ?? '')
    const place = {
      index: word.index,
      oblique,
      possessive: false,
      described: isDescribed(text, run),
    }
    if (title.length > 0) {
      if (run.length === 1 && OFFICE_OF_A_PLACE.test(title.at(-1)!)) return
      const role = run.length > 3 ? null : appositionAfter(text, run)
      const mention = { ...mentionOf(run.slice(0, 3), title), role: role || null }
      found.push({ ...place, mention, person: true })
      return
    }
    const isRunStart =
      previous === undefined ||
      word.before.trim() !== '' ||
      !isNameWord(previous.text) ||
      TITLES_BEFORE_NAMES.has(previous.text)
    if (!isRunStart || run.length < 2) return
    const pair = run.slice(0, 2)
    const role = appositionAfter(text, run)
    if (role !== null && run.length <= 4) {
      found.push({ ...place, mention: { ...mentionOf(run, []), role: role || null }, person: true })
    } else if (surnames.has(pair[1]!.text)) {
      found.push({ ...place, mention: mentionOf(pair, []), person: true })
    } else if (run.length > 2 && surnames.has(run[2]!.text)) {
      found.push({ ...place, mention: mentionOf(run.slice(0, 3), []), person: true })
    }
  })
  return found
}

/** «رایا اسکندری که دخترش …»: introduced by a clause of its own. */
function isDescribed(text: string, run: readonly Word[]): boolean {
  const last = run.at(-1)!
  return /^\s+که\s/u.test(text.slice(last.index + last.text.length))
}

/** Rare words that begin a clause alone: the surnames by which a report goes on to call the people it has introduced. */
export function findSurnames(text: string): Set<string> {
  const words = cutWords(text)
  const alone = new Set<string>()
  words.forEach((word, at) => {
    const startsClause = at === 0 || /[.؟!:؛»"”\n]/u.test(word.before)
    const next = words[at + 1]
    const nextIsName = next !== undefined && next.before.trim() === '' && isNameWord(next.text)
    const titled = at > 0 && /^(?:آقای|خانم|دکتر)$/u.test(words[at - 1]!.text)
    if ((startsClause || titled) && isNameWord(word.text) && !nextIsName) alone.add(word.text)
  })
  words.forEach((word, at) => {
    const next = words[at + 1]
    const startsBlock = at === 0 || /\n/u.test(word.before)
    if (!startsBlock || next === undefined || !isNameWord(word.text) || !isNameWord(next.text))
      return
    const times = words.filter(({ text }) => text === next.text).length
    if (times > 2) alone.add(next.text)
  })
  for (const surname of alone) if (!hasOneFirstName(surname, words)) alone.delete(surname)
  return alone
}

/** A surname follows one first name wherever it follows any word but a title; a place stands after «در». */
function hasOneFirstName(surname: string, words: readonly Word[]): boolean {
  const before = words.flatMap((word, at) => {
    const previous = words[at - 1]
    return word.text === surname && previous !== undefined && word.before.trim() === ''
      ? [previous.text]
      : []
  })
  if (before.includes('در')) return false
  const names = before.filter((word) => isNameWord(word) && !TITLES_BEFORE_NAMES.has(word))
  return new Set(names).size <= 1
}

function cutWords(text: string): Word[] {
  let end = 0
  return [...text.matchAll(WORD)].map((match) => {
    const before = text.slice(end, match.index)
    end = match.index + match[0].length
    return { text: match[0], index: match.index, before }
  })
}

function nameRun(words: readonly Word[], from: number): Word[] {
  const run = [words[from]!]
  for (let at = from + 1; at < words.length && run.length < 5; at += 1) {
    const word = words[at]!
    if (TITLES_BEFORE_NAMES.has(word.text)) break
    if (
      word.before.trim() !== '' ||
      /\n/u.test(word.before) ||
      !isNameWord(word.text, run.length > 0)
    )
      break
    run.push(word)
  }
  return run
}

function titleBefore(words: readonly Word[], at: number): string[] {
  const titles: string[] = []
  for (let back = at - 1; back >= 0; back -= 1) {
    const word = words[back]!
    if (!TITLES_BEFORE_NAMES.has(word.text) || words[back + 1]!.before.trim() !== '') break
    titles.unshift(word.text)
  }
  return titles
}

function mentionOf(run: readonly Word[], titles: string[]): Mention {
  const gender = titles.map((title) => TITLES[title] ?? null).find((one) => one !== null) ?? null
  return { kind: 'name', text: run.map(({ text }) => text).join(' '), titles, role: null, gender }
}

/** «…، زندانی سابق، …», «…، ۲۹ ساله، …», «… که»: what tells that the words before it are a person. Empty: told, no role. */
function appositionAfter(text: string, run: readonly Word[]): string | null {
  const last = run.at(-1)!
  const after = text.slice(last.index + last.text.length)
  const apposition = /^،\s*([^،.:«»"“”\n]+)،?/u.exec(after)?.[1]?.trim()
  if (apposition !== undefined && !startsAdverbial(apposition)) {
    if (isRoleWord(apposition.split(/\s+/u)[0]!)) return apposition
    if (/^[\d۰-۹]+\s*(?:ساله|سالهٔ)/u.test(apposition)) return ''
  }
  const member = /^\s+از\s+(?:جمله\s+)?(\S+)/u.exec(after)?.[1]
  if (member !== undefined && /ان$/u.test(member) && isRoleWord(member)) return ''
  return /^\s+که\s+(?:آن|در آن|خود|سال|برادر|پدر|مادر|خواهر|دختر|پسر|همسر|یکی|از|هنگام|وقت|زمان)/u.test(
    after,
  )
    ? ''
    : null
}
