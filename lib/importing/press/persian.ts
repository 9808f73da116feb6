import type { Saying } from './english.ts'
import { readPersianSubject, startsAdverbial, UNNAMED } from './persian-subjects.ts'
import { ACTING_BY_WORDS, BOUNDARY, CALLING, HOLDING, SAYING } from './persian-words.ts'
import { pronounMention, SOMEBODY } from './pronouns.ts'
import type { KnowsPerson, Mention } from './types.ts'

const START = '(?<=^|[\\s،؛»"”]|\\sو)'
const VERB = new RegExp(`${START}(?:${SAYING})${BOUNDARY}`, 'gu')
const CALLING_VERB = new RegExp(`^\\s*(?:\\S+\\s+){0,2}?(${CALLING})${BOUNDARY}`, 'u')
const ACTING_VERB = new RegExp(`^\\s*(?:[^\\s،؛]+\\s+){0,8}?(${ACTING_BY_WORDS})${BOUNDARY}`, 'u')
const HOLDING_VERB = new RegExp(
  `${START}(?:${HOLDING})${BOUNDARY}(?:(?<=که)|(?=[^؛]*\\sکه\\s|\\s*[:،]?$))`,
  'gu',
)
const RELAYING = new RegExp(`${START}(?:${SAYING})\\s+که\\s`, 'u')
const VERB_COLON = new RegExp(`${START}(?:${SAYING})\\s*:\\s*`, 'u')
const ACCORDING =
  /^(?:و\s+|اما\s+)?(?:بنا\s+)?(?:به|بر اساس|طبق|از)\s+(?:گفت(?:هٔ|ه‌ی|ۀ|ه)|نوشت(?:هٔ|ه‌ی|ۀ|ه)|گزارش|نقل از|روایت|شهادت|باور|نظر|عقید(?:هٔ|ه‌ی|ۀ|ه)|اعتقاد|ادعای|تعبیر|دید|نگاه)\s+([^،:]+)/u
const ADDRESSING = /\s(?:به|با|خطاب به)\s+[^،]*$/u

/** «به گزارش خبرگزاری، …»: who passes a text on, perhaps with what that is, before whoever it is about. */
const CREDITED =
  /^[\s|]*به (?:گزارش|نقل از)\s+[^،:«»]{2,60}،\s*(?:(?:خبرگزاری|روزنامه|وب‌سایت|سایت|پایگاه|شبکه|هفته‌نامه)[^،:«»]{0,60}،\s*)?(?=\S)/u

/** «به گفتهٔ سهندی، …»; who reports or passes words on («به گزارش …») only where that is somebody of the report. */
function readSource(text: string, knows: KnowsPerson): Mention | null {
  const according = ACCORDING.exec(text)
  if (according === null) return null
  const mention = readPersianSubject(according[1]!, knows)
  const isPassed = /^\S*\s*(?:به|از|طبق|بر اساس)\s+(?:گزارش|نقل از)/u.test(according[0])
  return isPassed && (mention?.kind !== 'name' || !knows(mention.text)) ? null : mention
}

const ASKED = /(?:پرسش|سؤال|سوال)ی?\s+(?:مبنی بر\s+)?(?:این\s*)?که\s*:?\s*$/u

function uncredited(clause: string): string {
  return clause.replace(CREDITED, '')
}

/** What the words right before a quotation say of its speaker. */
export function readPersianLead(
  clause: string,
  knows: KnowsPerson,
): (Saying & { unsure: boolean }) | null {
  const text = uncredited(clause).trim()
  const saying = [...text.matchAll(VERB)]
  const verbs = saying.length > 0 ? saying : [...text.matchAll(HOLDING_VERB)]
  // «… در پاسخ به این پرسش که «…»»: the words are those of whoever asked.
  if (ASKED.test(text)) return { mention: SOMEBODY, verb: '', unsure: true }
  const source = verbs.length > 0 || /[.؛]/u.test(text) ? null : readSource(text, knows)
  if (source !== null) return { mention: source, verb: '', unsure: false }
  const verb = verbs.at(-1)
  if (verb !== undefined) {
    const after = text.slice(verb.index + verb[0].length)
    const gap = after.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    if (gap <= (/:\s*$|که\s*$/u.test(after) ? 25 : /^\s*که\s/u.test(after) ? 45 : 30)) {
      const mention = subjectOfVerb(
        text,
        verbs.map((one) => one.index),
        knows,
      )
      return { mention, verb: verb[0], unsure: false }
    }
  }
  if (!/[:：]$/u.test(text)) return null
  // «روی دیوار نوشته شده: «…»»: nobody is said to have spoken.
  if (/(?:(?:شده|آمده)(?:\s+(?:است|بود))?|این است|چنین است)\s*:$/u.test(text))
    return { mention: SOMEBODY, verb: '', unsure: true }
  // A colon before marks introduces words, whether or not a verb of saying stands before it.
  const label = text.slice(0, -1)
  const mention = readPersianSubject(label, knows)
  const isName =
    mention !== null &&
    (mention.kind !== 'name' || knows(mention.text) || /^\S+\s+\S+(?:\s+\S+)?$/u.test(label))
  return { mention: isName ? mention : UNNAMED, verb: '', unsure: true }
}

/** The subject of the last of several verbs: its own, else the one that the sentence began with, else nobody named. */
function subjectOfVerb(text: string, verbs: readonly number[], knows: KnowsPerson): Mention {
  const last = verbs.at(-1)!
  const own = text.slice(verbs.at(-2) ?? 0, last)
  if (verbs.length > 1) {
    const words = own.replace(/^\S+(?:\s+(?:کرد|داد|شد|داشت|است))?\s*/u, '')
    const after = /(?:^|\s)(?:و|؛)\s+([^،]*)/u.exec(words)?.[1] ?? words
    const mention = readPersianSubject(after, knows)
    if (mention !== null && (mention.kind === 'pronoun' || knows(mention.text))) return mention
  }
  const clause = text.slice(0, verbs[0])
  const quoted = QUOTED_SOURCE.exec(clause)
  if (quoted !== null) return readPersianSubject(quoted[1]!, knows) ?? SOMEBODY
  const said = COMPLEMENT.exec(clause)?.[1] ?? clause
  const mention = readPersianSubject(said, knows)
  if (mention?.kind === 'name' && SEVERAL.test(clause) && PLURAL.test(text.slice(verbs[0])))
    return SOMEBODY
  return mention ?? (hasSubject(said) ? SOMEBODY : UNNAMED)
}

/** «روزنامه به نقل از سهندی نوشت»: the words are hers. */
const QUOTED_SOURCE = /\s(?:به نقل از|از قول|از زبان)\s+([^،؛]+?)\s*$/u
/** «… یادش می‌آید که نگهبان به او گفت»: the clause after “that” has a subject of its own, as no relative one before a comma. */
const COMPLEMENT = /(?:است|گفت|گفته|گوید|گویند|کرد|داد|افزود|نوشت|آید|آورد)\s+که\s+([^،؛]+)$/u
const SEVERAL = /\S\sو\s\S/u
const PLURAL = /^\S*(?:\s\S+)?(?:ند|اند)(?=[\s:،.]|$)/u

/** Whether words stand where a subject would that could not be read: somebody is meant, and not whoever spoke before. */
function hasSubject(clause: string): boolean {
  const words = clause
    .replace(/^[\s،؛|»”"]+/u, '')
    .replace(/^(?:و|اما|ولی|سپس|همچنین|گرچه)\s+/u, '')
  const last = words.split(/[،؛]/u).at(-1)!.trim()
  return last !== '' && !startsAdverbial(last) && !/(?:^|\s)(?:را|و)(?:\s|$)/u.test(last)
}

/** What the words right after a quotation say of its speaker; `before` is its own sentence up to the mark. */
export function readPersianTag(
  clause: string,
  before: string,
  knows: KnowsPerson,
): (Saying & { rest: string }) | null {
  const tag = clause
    .replace(/^[\s،,؛–—]+/u, '')
    .replace(/^(?:را\s+)?/u, '')
    .replace(/^(?:(?:این|آن|این‌ها|اینها)\s+(?:را|جمله را|سخن را|حرف را)\s+)/u, '')
  if (ACCORDING.test(tag)) {
    const mention = readSource(tag, knows)
    return mention === null ? null : { mention, verb: '', rest: '' }
  }
  const calling = CALLING_VERB.exec(clause) ?? ACTING_VERB.exec(clause)
  if (calling !== null && before.trim() !== '' && !/^\s*[،؛]/u.test(clause)) {
    const mention = readPersianSubject(before, knows) ?? callerOf(before, calling[1]!)
    return mention === null ? null : { mention, verb: calling[1]!, rest: '' }
  }
  const dash = /^\s*[–—―-]{1,2}\s*([^.:؛]{2,80})\.?$/u.exec(clause)
  const verb = [...tag.matchAll(VERB)][0]
  if (verb === undefined) {
    const mention = dash === null ? null : readPersianSubject(dash[1]!, knows)
    return mention === null ? null : { mention, verb: '', rest: '' }
  }
  const rest = tag.slice(verb.index + verb[0].length)
  // «سخنگو از «…» انتقاد کرد»: the marks stand within the narrator's sentence, whose subject began it.
  if (verb.index === 0 && before.trim() !== '' && !/^\s*[،؛:]/u.test(clause)) {
    const mention = readPersianSubject(before, knows)
    return mention === null ? null : { mention, verb: verb[0], rest }
  }
  // «سهندی از «…» شهرداری انتقاد کرد»: what stands between marks and verb goes on with the object.
  const isObject = /(?:^|\s)(?:از|به|با|بر|در|را|دربارهٔ|درباره|علیه)\s*$/u.test(before)
  if (
    verb.index > 0 &&
    isObject &&
    !/^[^.]*[،؛:]/u.test(clause.slice(0, clause.indexOf(verb[0])))
  ) {
    const mention = readPersianSubject(before, knows)
    if (mention !== null) return { mention, verb: verb[0], rest }
  }
  if (verb.index === 0) {
    const mention = readPersianSubject(rest.replace(/[.؛|].*$/su, ''), knows)
    return { mention: mention ?? UNNAMED, verb: verb[0], rest }
  }
  const subject = tag
    .slice(0, verb.index)
    .replace(/(?:این|آن)\s+(?:را|جمله را)\s*(?:با\s.*)?$/u, '')
    .replace(ADDRESSING, '')
  if (subject.split(/\s+/u).length > 25) return null
  const mention = readPersianSubject(subject, knows)
  return { mention: mention ?? UNNAMED, verb: verb[0], rest }
}

/**
 * «این تصمیم را «شرم‌آور» خواند»: the sentence begins with its object, so that the verb alone tells who called it so.
 * «همسایه‌اش این را …» begins with somebody of whom nothing tells who it is, so that the speaker is to confirm.
 */
function callerOf(before: string, verb: string): Mention | null {
  // What many call it is its name; what several called it once are their words.
  if (/(?:نند|[\u200c\s]اند)$/u.test(verb)) return null
  if (/(?:دند|تند)$/u.test(verb)) return SOMEBODY
  const object = /^(?:(?:و|اما|ولی|سپس|همچنین)\s+)*(.+?)\s+را\s*$/u.exec(before.trim())?.[1]
  const isObject = object !== undefined && !/[،؛]|\s(?:این|آن|همین)(?:\s|$)/u.test(object)
  return isObject && object.split(/\s+/u).length <= 3 ? UNNAMED : SOMEBODY
}

const PASSED_VERB = new RegExp(
  `^(?:[^،؛]*?${START})?(?:${CALLING}|${ACTING_BY_WORDS}|${SAYING})${BOUNDARY}\\s*[،؛]?\\s*(?:و|اما|ولی)?\\s*`,
  'u',
)

/**
 * The clause whose subject holds for a quotation that others stand before in its sentence: its own, where somebody known
 * acts in it («… خواند و سهندی آن را «…»»), else the whole sentence.
 */
export function governing(before: string, whole: string, knows: KnowsPerson): string {
  if (before === whole) return before
  const own = before.replace(PASSED_VERB, '')
  const mention = readPersianSubject(own, knows)
  const isOwn =
    mention !== null &&
    (mention.kind === 'pronoun' || (mention.kind === 'name' && knows(mention.text)))
  return isOwn ? own : whole
}

/**
 * Who a sentence without marks reports: «… گفت که …» and «به گفتهٔ …» give the whole sentence; verb and colon give the
 * words from the colon on, whose end only convention tells (`fromColon`).
 */
export function readPersianReport(
  sentence: string,
  knows: KnowsPerson,
): { mention: Mention; fromColon: number | null } | null {
  const stated = STATED.exec(sentence)
  if (stated !== null && sentence.length > stated[0].length + 10) {
    const author = stated[1] === undefined ? null : readPersianSubject(stated[1], knows)
    return relayed(author ?? pronounMention('it'), stated[0].length)
  }
  const colon = VERB_COLON.exec(sentence)
  if (colon !== null && sentence.length - colon.index > colon[0].length + 10) {
    const subject = readPersianSubject(uncredited(sentence.slice(0, colon.index)), knows) ?? UNNAMED
    return relayed(subject, colon.index + colon[0].length)
  }
  const relay = RELAYING.exec(sentence)
  const said =
    relay === null ? null : readPersianSubject(uncredited(sentence.slice(0, relay.index)), knows)
  if (said !== null) return relayed(said, null)
  return relayed(readSource(sentence, knows), null)
}

/** «در بیانیهٔ شورای بندر آمده است: …», «در این بیانیه تأکید شده است: …»: the words are whose the text is. */
const STATED =
  /^(?:همچنین\s+|و\s+)?در\s+(?:(?:این|همین)\s+(?:بیانیه|اطلاعیه|پیام|نامه|اعلامیه)|(?:بیانیه|اطلاعیه|پیام|نامه|اعلامیه)(?:ٔ|‌ی|ی)?\s+([^:،]{2,60}?))\s+(?:همچنین\s+)?(?:آمده|گفته شده|تأکید شده|تاکید شده|تصریح شده|اعلام شده|نوشته شده)\s+است\s*:\s*/u

function relayed(mention: Mention | null, fromColon: number | null) {
  if (mention === null || (mention.kind === 'organisation' && fromColon === null)) return null
  return { mention, fromColon }
}

/** Who a verb of saying in a sentence without marks gives as speaking, or who the sentence is about. */
export function readPersianSpeaker(sentence: string, knows: KnowsPerson): Mention | null {
  const verb = [...sentence.matchAll(VERB)][0]
  return verb === undefined ? null : readPersianSubject(sentence.slice(0, verb.index), knows)
}

/** Who acts in a stretch of narration as its subject, and whether by a verb of saying. */
export function readPersianActor(
  sentence: string,
  knows: KnowsPerson,
): { mention: Mention; speaks: boolean } | null {
  const verb = [...sentence.matchAll(VERB)][0]
  const clause = verb === undefined ? sentence.split('،')[0]! : sentence.slice(0, verb.index)
  const mention = readPersianSubject(clause, knows)
  return mention === null ? null : { mention, speaks: verb !== undefined }
}

export function isTitleOfPersianWork(before: string): boolean {
  return /(?:کتاب|فیلم|رمان|ترانه|مقاله|گزارش|نمایش|نمایشنامه|شعر|مستند|(?<!به\s+)عنوان|(?<!تغییر\s+)نام|نام خانوادگی|سرود|آلبوم|سریال|برنامه|مجموعه|داستان|گروه|فصلنامه|روزنامه|نشریه|هفته‌نامه|مجله|عملیات|پروژه|طرح|خیابان|شهید)(?:ٔ|‌ی|ی)?\s*$/u.test(
    before,
  )
}

/** Words that a narrator only holds up: «… معروف است», «موسوم به …», «با عبارت …». */
export function isHeldUpInPersian(before: string, after: string): boolean {
  return (
    /(?:معروف به|موسوم به|مشهور به|ملقب به|به اصطلاح|اصطلاح|عبارت|واژهٔ|کلمهٔ|لقب|شعار|هشتگ|نوشته‌اند|نوشته شده)\s*$/u.test(
      before,
    ) ||
    /^\s*(?:معروف|مشهور|موسوم|شناخته|نامیده می|خوانده می|نام\s+(?:دارد|گرفت|داشت)|می‌نامند|می‌خوانند|می‌گویند)/u.test(
      after,
    )
  )
}
