import { foldName } from './people.ts'

/** “the show's creator”, “the father of two”: told of what is theirs, and no word for somebody met before. */
export const OF_SOMETHING = /[’']s?\s|\sof\s/u
export const KIN =
  /^(?:his|her|their|the)\s+(?:\p{L}+\s+)?(?:brother|sister|twin|mother|father|wife|husband|widow|son|daughter|uncle|aunt|nephew|niece|cousin)$/u

/** “The company”: of which the report has spoken by name. */
export const THE_BODY =
  /^(?:the|this)\s+(?:company|firm|group|label|agency|organi[sz]ation|charity|team|band|bank|club|business|start-?up|association|network|institute|party|studio|house)$|^(?:این|آن)\s+(?:شرکت|سازمان|وزارتخانه|نهاد|گروه|مرکز|مؤسسه|موسسه|بنیاد|خبرگزاری|روزنامه|شبکه|رسانه|حزب|انجمن|کمیته|کمیسیون|دانشگاه|بانک|باشگاه|اداره|ستاد|جنبش)$/iu

/** “The group”, “the minister”: a noun alone, which tells of somebody known rather than who that is. */
export const POINTING_BACK =
  /^(?:the|this|that)\s+(?!(?:judge|magistrate|coroner|court|jury|prosecutor|prosecution|defen[cs]e|police|government|council|report|study|survey|review|audit|complaint|indictment|lawsuit|affidavit|ruling|filing)$)\p{Ll}[\p{L}-]*(?<![^s]s)$/u

/** A place, in whose name somebody speaks of whom nothing is told. */
export const PLACE =
  /^(?:the|this|that)\s.*\b(?:camp|street|building|river|road|coast|region|area|border|site)$/iu

/** Texts that somebody puts out. */
const TEXT = '(statement|post|tweet|message|e-?mail|release|letter|notice|memo)'

/** Words that are somebody's, and do not tell whose. */
export const STATEMENT = new RegExp(
  `^(?:the|this|that|an?|another)\\s+(?:\\p{Ll}+\\s+)?${TEXT}$`,
  'iu',
)

/** “FlowOn said in a statement”: a text that somebody put out. */
export const PUT_OUT = new RegExp(
  `\\b(?:in|issued|released|sent|wrote|published|posted|put out|shared|signed)\\s+(?:an?|its|his|her|their|another)\\s+(?:[\\p{L}-]+\\s+){0,3}?${TEXT}\\b`,
  'u',
)

/** Persian has no article: these words alone mean somebody of whom the report has spoken. */
export const SOMEBODY_IN_PERSIAN =
  /^(?:متهم|شاهد|بازداشت شده|نویسنده|هنرمند|بازیکن|خواننده|مهاجم|مرد|زن|پیرمرد|پیرزن)$/u

const RELATIVE_IN_PERSIAN =
  /^(?:همسر|دختر|پسر|فرزند|مادر|پدر|خواهر|برادر|عمو|دایی|خاله|عمه|وکیل|همسای|دوست|یکی|یک)/u
const SEVERAL_IN_PERSIAN = /^\S+(?:ان|ها|های|هایی)(?:\s|$)/u

/**
 * «عضو شورای شهر», «این پزشک»: what Persian agencies go on to call the one person of a report. Neither somebody's
 * relative, several people, nor somebody new («زنی»).
 */
export function isPersianOffice(words: string): boolean {
  const role = words.replace(/^(?:این|آن)\s+/u, '')
  if (!/^\p{Script=Arabic}/u.test(role) || RELATIVE_IN_PERSIAN.test(role)) return false
  return !SEVERAL_IN_PERSIAN.test(role) && !/^\S+ی$/u.test(role) && !SOMEBODY_IN_PERSIAN.test(role)
}

/** Whether a role's own noun is the word: “the guard” is “a former guard”, and neither “the guard's mother” nor a guardian. */
export function isCalled(role: string, word: string): boolean {
  const words = foldName(role).replace(/^(?:an?|the|one|this|یک|این|آن)\s+/u, '')
  if (/\p{Script=Arabic}/u.test(words))
    return new RegExp(`^${RegExp.escape(word)}ی?(?:\\s|$)`, 'u').test(words)
  const own = OF_SOMETHING.test(word)
    ? words
    : words
        .replace(/\s(?:of|for|from|with|to|at|in|on|who|whose)\s.*$/u, '')
        .replace(/^.*[’']s?\s/u, '')
  return ` ${own} `.includes(` ${word} `)
}

export function sharesWord(one: string, other: string): boolean {
  // «متخصصی» and «این متخصص» are one word.
  const wordsOf = (role: string) =>
    foldName(role)
      .split(' ')
      .filter((word) => word.length > 3)
      .map((word) => word.replace(/ی$/u, ''))
  const words = new Set(wordsOf(one))
  return wordsOf(other).some((word) => words.has(word))
}

/** Offices of which there is one, so that “the mayor” need not have been named before; other roles mean somebody who was. */
export const OFFICE =
  /(?:mayor|minister|president|premier|chancellor|governor|prosecutors?|prosecution|judge|magistrate|coroner|court|lawyers?|counsel|attorney|defence|defense|spokes\p{L}+|chief|head|chair\p{L}*|director|secretary|ambassador|bishop|commander|commissioner|sheriff|police|editors?|authors?|owners?|officials?|organi[sz]ers?|clerk|interpreter|doctor|nurse|driver|families|family|relatives|residents|villagers|activists|authorities|witnesses|survivors|couple|researchers|scientists|دادستان|قاضی|وزیر|رئیس|رییس|سخنگو|وکیل|مدیر|شهردار|فرماندار|استاندار|فرمانده|دبیر|پلیس|مسئولان|مقامات|مقام)/u

export function isSameOrganisation(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => foldName(name).replace(/^(?:the|this|این|آن)\s+/u, ''))
  if (a === b) return true
  // “the Interior Ministry of Merland” and then “the ministry”.
  const [short, long] = a!.length < b!.length ? [a!, b!] : [b!, a!]
  return ` ${long} `.includes(` ${short} `)
}
