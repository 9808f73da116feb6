import { NAME, nameMention } from './english-names.ts'
import { endOfRole, OFFICE_OF_A_PLACE, OFFICE_OF_SOMETHING, RELATION } from './persian-offices.ts'
import {
  ADVERBIAL_START,
  AFTER_SUBJECT,
  isNameWord,
  isRoleWord,
  ORGANISATION_WORD,
  PRONOUN,
  TITLES,
} from './persian-words.ts'
import { pronounMention, SOMEBODY } from './pronouns.ts'
import type { Gender, KnowsPerson, Mention } from './types.ts'

/** What begins the words of somebody else than whoever spoke before. */
const TURNING =
  /^(?:همچنین|سپس|در ادامه|در مقابل|در همین حال|در این میان|از (?:سوی|طرف) دیگر|از سویی|از طرفی)\s/u
const CONNECTOR =
  /^(?:(?:گفتنی|شایان ذکر|لازم به ذکر|قابل ذکر|یادآوری) است(?: که)?|و|اما|ولی|سپس|همچنین|آنگاه|بعد|در ادامه|در پایان|در پاسخ|در همین حال|در مقابل|در این میان|از (?:سوی|طرف) دیگر|از سویی|از طرفی|نیز|حالا|هم)\s+/u
const NAME_MAX_WORDS = 4
/** Nobody is named: the verb alone points back to who spoke or acted before. */
export const UNNAMED: Mention = pronounMention('')

/** «در آغاز این گردهمایی آقای …»: a titled name after when and where it was. */
const OPENING_NAME =
  /^(?:در|طی|پس از|پیش از|روز)\s+(?:\S+\s+){0,4}?(?:این|آن|همین)\s+\S+\s+((?:آقای|خانم|دکتر)\s+.+)$/u

const OPPOSED = /[،؛]\s*(?:اما|ولی|لیکن)\s+((?:(?![،؛]\s*(?:اما|ولی|لیکن)\s).)+)$/u

/** Reads the subject of a clause that runs up to its verb: name, role, organisation or pronoun; null where it has none. */
export function readPersianSubject(clause: string, knows: KnowsPerson): Mention | null {
  const mention = readSubject(clause, knows)
  return mention?.kind === 'role' && TURNING.test(clause.trim())
    ? { ...mention, introduces: true }
    : mention
}

function readSubject(clause: string, knows: KnowsPerson): Mention | null {
  let text = clause
    .trim()
    .replace(/^[|»”"\s]+/u, '')
    .replace(/^\S{2,20}\/\s+/u, '')
    .replace(/\s+[ـ–—-]\s+/gu, '، ')
    .replace(/\s*\([^()\p{Script=Arabic}]{1,40}\)/gu, '')
    .replace(/[،,:؛]$/u, '')
    .trim()
  for (let match = CONNECTOR.exec(text); match !== null; match = CONNECTOR.exec(text)) {
    text = text.slice(match[0].length)
  }
  // «… گزارش دادند که …، اما سهندی آن را»: what comes after “but” has a subject of its own, if any.
  const [, opposed] = OPPOSED.exec(text) ?? []
  const own = opposed === undefined ? null : readSubject(opposed, knows)
  if (own !== null) return own
  const segments = text.split(/\s*[،,؛]\s*/u).filter((segment) => segment !== '')
  let introduced: string | null = null
  let pointedAt: Mention | null = null
  for (const [at, segment] of segments.entries()) {
    const opening = OPENING_NAME.exec(segment)
    if (opening !== null) {
      const mention = readSegment(opening[1]!, null, knows)
      if (mention !== null) return mention
    }
    if (startsAdverbial(segment)) continue
    const rest = segments.slice(at + 1).filter((other) => !startsAdverbial(other))
    const apposition = rest.filter((other) => isRoleWord(other.split(/\s+/u)[0]!)).join('، ')
    const bare = readSegment(segment, introduced, knows)
    // «سهندی در دیدار با مرادی، وزیر راه، گفت»: what stands beside another name is not hers.
    const isBeside = bare?.kind === 'name' && segment.endsWith(bare.text)
    const mention = isBeside && apposition !== '' ? readSegment(segment, apposition, knows) : bare
    // «این متخصص، ندا مهرابی، …», «وزیر راه مرلند، داریوش نوری، …»: the name of whoever the role tells comes next.
    if (mention?.kind === 'role' && pointedAt === null && mention.text === segment) {
      introduced = segment.replace(/^(?:این|آن)\s+/u, '')
      pointedAt = mention
    } else if (mention !== null && (isAwaited(pointedAt) || isNameAlone(mention, segment))) {
      return mention
    }
    if (at === 0 && segments.length === 1) break
  }
  if (pointedAt !== null) return pointedAt
  for (const segment of segments) {
    const mention = readAfterAdverbial(segment, knows)
    if (mention !== null) return mention
  }
  return null
}

/** Whether nobody came before, or “this …” of whom the name is still to come, with whatever stands beside it. */
function isAwaited(before: Mention | null): boolean {
  return before === null || /^(?:این|آن)\s/u.test(before.text)
}

function isNameAlone({ kind, text, titles }: Mention, segment: string): boolean {
  return kind === 'name' && /\s/u.test(text) && [...titles, text].join(' ') === segment
}

export function startsAdverbial(segment: string): boolean {
  return ADVERBIAL_START.has(segment.split(/\s+/u)[0]!)
}

/** «در این مراسم نسرین پاکدل»: the name follows the adverbial without a comma. */
function readAfterAdverbial(segment: string, knows: KnowsPerson): Mention | null {
  const match = /^(?:در|طی|با|پس از|پیش از|روز|به)\s+(?:این|آن|همین)?\s*\S+\s+(.+)$/u.exec(segment)
  if (match !== null) {
    const mention = readSegment(match[1]!, null, knows)
    if (
      mention !== null &&
      (mention.titles.length > 0 ||
        knows(mention.text) ||
        mention.kind === 'pronoun' ||
        /^(?:در|طی|با|پس از|پیش از)\s+(?:این|آن|همین)/u.test(segment))
    )
      return mention
  }
  const titled = /(?:^|\s)((?:آقای|خانم|دکتر|بانو)\s+.+)$/u.exec(segment)
  if (titled !== null) return readSegment(titled[1]!, null, knows)
  const words = segment.split(/\s+/u)
  for (let at = 1; at < words.length; at += 1) {
    if (PRONOUN.test(words[at]!)) return readSegment(words[at]!, null, knows)
    if (['به', 'از', 'با', 'برای', 'بر'].includes(words[at - 1]!)) continue
    const pair = words.slice(at, at + 2).join(' ')
    if (knows(pair) && pair.includes(' ')) return named(words.slice(at, at + 2), [], null, null)
    if (isNameWord(words[at]!) && knows(words[at]!)) return named([words[at]!], [], null, null)
  }
  return null
}

function named(
  words: readonly string[],
  titles: string[],
  role: string | null,
  gender: Gender,
): Mention {
  return { kind: 'name', text: words.join(' '), titles, role, gender }
}

/** «شهردار نیز گفت»: somebody else than whoever spoke before. */
const ALSO = /\s(?:نیز|هم)(?:\s|$)/u

function readSegment(
  segment: string,
  apposition: string | null,
  knows: KnowsPerson,
): Mention | null {
  const mention = readPhrase(segment, apposition, knows)
  return mention?.kind === 'role' && ALSO.test(segment) ? { ...mention, introduces: true } : mention
}

function readPhrase(
  segment: string,
  apposition: string | null,
  knows: KnowsPerson,
): Mention | null {
  const latin = new RegExp(`^(?:(?:آقای|خانم|دکتر)\\s+)?(${NAME})`, 'u').exec(segment)
  if (latin !== null) {
    const mention = nameMention(latin[1]!)
    return mention === null ? null : { ...mention, role: apposition ?? mention.role }
  }
  const all = segment.split(/\s+/u).filter((token) => token !== '')
  const cut = all.findIndex(
    (token, index) =>
      index > 0 &&
      (AFTER_SUBJECT.has(token) || /^[\d۰-۹]/u.test(token)) &&
      !(token === 'از' && /^(?:یکی|جمعی|تنی|برخی)$/u.test(all[0]!)) &&
      !(index === 1 && token === 'یک'),
  )
  const tokens = cut < 0 ? all : all.slice(0, endOfRole(all, cut, knows))
  const first = tokens[0]
  if (first === undefined) return null
  if (PRONOUN.test(first)) {
    return pronounMention(first)
  }
  if (all[cut] === 'را' && !knows(tokens.join(' '))) {
    // «سهندی فروش اسکله را …»: somebody known, and then the object.
    const size = [3, 2, 1].find(
      (one) => tokens.length > one && knows(tokens.slice(0, one).join(' ')),
    )
    return size === undefined ? null : named(tokens.slice(0, size), [], null, null)
  }
  // «این شرکت»: of which the report has spoken.
  const [, second] = tokens
  if (/^(?:این|آن)$/u.test(first) && second !== undefined) {
    if (ORGANISATION_WORD.test(second))
      return { kind: 'organisation', text: tokens.join(' '), titles: [], role: null, gender: null }
    if (!isRoleWord(second)) return SOMEBODY
  }
  if (ORGANISATION_WORD.test(first)) {
    return { kind: 'organisation', text: tokens.join(' '), titles: [], role: null, gender: null }
  }
  if (first === 'یکی' || first === 'یک') {
    return tokens.length < 2 || !tokens.some(isRoleWord)
      ? null
      : { kind: 'role', text: tokens.join(' '), titles: [], role: null, gender: genderOf(tokens) }
  }
  // «نماینده‌اش»: somebody's, and nothing tells who.
  if (!isRoleWord(first) && isRoleWord(first.replace(/\u200c?(?:اش|شان|ش)$/u, ''))) return SOMEBODY
  return readNamed(tokens, apposition, knows)
}

/** Titles and roles, then a name; or a role that no name follows. */
function readNamed(
  tokens: readonly string[],
  apposition: string | null,
  knows: KnowsPerson,
): Mention | null {
  const titles: string[] = []
  const role: string[] = []
  let gender: Gender = null
  // «در نهایت خانم پاکدل»: what stands before a title is not part of the name.
  let at = Math.max(
    0,
    tokens.findLastIndex((token) => /^(?:آقای|خانم|دکتر)$/u.test(token)),
  )
  while (at < tokens.length) {
    const token = tokens[at]!
    if (
      Object.hasOwn(TITLES, token) &&
      at + 1 < tokens.length &&
      !isRoleWord(tokens[at + 1]!) &&
      !ORGANISATION_WORD.test(tokens[at + 1]!)
    ) {
      titles.push(token)
      gender ??= TITLES[token] ?? null
    } else if (isRoleWord(token)) role.push(token)
    else break
    at += 1
  }
  const rest = tokens.slice(at)
  // «سناتور ماساچوست Elizabeth Warren»: the name is what stands in Latin letters.
  const latin = rest.findIndex((word) => /^\p{Lu}/u.test(word))
  if (latin > 0 && rest.slice(latin).every((word) => /^\p{Lu}/u.test(word)))
    return named(rest.slice(latin), titles, apposition ?? (role.join(' ') || null), gender)
  // After a title any word is a name, even one that is common otherwise: «خانم دریا سهرابیان».
  const isNamed = (word: string, index: number) =>
    isNameWord(word, index > 0 && index === rest.length - 1) ||
    (index === 0 &&
      titles.length > 0 &&
      !isRoleWord(word) &&
      !ORGANISATION_WORD.test(word) &&
      !PRONOUN.test(word))
  const isOfficeOf =
    role.length > 0 && OFFICE_OF_SOMETHING.test(role.at(-1)!) && !knows(rest.join(' '))
  const isName =
    rest.length > 0 && rest.length <= NAME_MAX_WORDS && rest.every(isNamed) && !isOfficeOf
  // «نخست‌وزیر بریتانیا»: the office of a place, not the name of somebody.
  if (
    rest.length === 1 &&
    titles.some((title) => OFFICE_OF_A_PLACE.test(title)) &&
    !knows(rest[0]!)
  )
    return { kind: 'role', text: tokens.join(' '), titles: [], role: null, gender: null }
  const likely =
    rest.length > 1 ||
    titles.length > 0 ||
    (rest.length === 1 && (role.length === 0 || knows(rest[0]!)))
  // «به باور مهرابی مدیران معدن …»: somebody known, and the subject of the next clause.
  if (isName && rest.length > 2 && knows(rest[0]!) && !knows(rest.slice(0, 2).join(' ')))
    return named([rest[0]!], titles, apposition, gender)
  // «وکیل سهندی»: somebody else than she.
  if (
    isName &&
    likely &&
    RELATION.test(role.at(-1) ?? '') &&
    (rest.length === 1 || knows(rest.join(' ')))
  )
    return {
      kind: 'role',
      text: tokens.join(' '),
      titles: [],
      role: null,
      gender: genderOf(tokens),
    }
  if (isName && likely) {
    return named(rest, titles, apposition ?? (role.length === 0 ? null : role.join(' ')), gender)
  }
  // «روبرتو کالزادیلا دیپلمات اهل بولیوی»: the role follows the name without a comma.
  const ends = rest.findIndex((word) => !isNameWord(word, true))
  if (role.length === 0 && ends >= 2 && ends <= 3 && isRoleWord(rest[ends]!)) {
    return named(rest.slice(0, ends), titles, rest.slice(ends).join(' '), gender)
  }
  // «سخنگوی وزارت خارجه ناصر کنعانی»: a known name ends the phrase; a known name begins it and an object follows.
  for (const size of [3, 2]) {
    if (rest.length > size && knows(rest.slice(-size).join(' '))) {
      return named(
        rest.slice(-size),
        titles,
        tokens.slice(titles.length, -size).join(' ') || null,
        gender,
      )
    }
    if (rest.length > size && knows(rest.slice(0, size).join(' '))) {
      return named(rest.slice(0, size), titles, role.join(' ') || apposition, gender)
    }
  }
  if (
    rest.length > 1 &&
    (titles.length > 0 || role.length === 0) &&
    isNameWord(rest[0]!) &&
    knows(rest[0]!)
  ) {
    return named([rest[0]!], titles, apposition, gender)
  }
  // «این بازیکن»: of whom the report has spoken.
  if (/^(?:این|آن)$/u.test(tokens[0]!) && tokens[1] !== undefined && isRoleWord(tokens[1])) {
    const over = tokens.findIndex((token, index) => index > 1 && !isRoleWord(token))
    const words = over < 0 ? tokens : tokens.slice(0, over)
    return { kind: 'role', text: words.join(' '), titles: [], role: null, gender: genderOf(words) }
  }
  if (role.length === 0 && titles.length === 0) return null
  return { kind: 'role', text: tokens.join(' '), titles: [], role: null, gender: genderOf(tokens) }
}

function genderOf(tokens: readonly string[]): Gender {
  if (tokens.some((token) => /^(?:زن|زنی|مادر|مادری|خواهر|دختر|دختری|پیرزن|پیرزنی)$/u.test(token)))
    return 'female'
  if (tokens.some((token) => /^(?:مرد|مردی|پدر|پدری|برادر|پسر|پسری|پیرمرد|پیرمردی)$/u.test(token)))
    return 'male'
  return null
}
