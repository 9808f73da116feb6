import type { Gender, Mention } from './types.ts'

const ZWNJ = '‌'
const VERB_LIST = [
  'گفت',
  'گفتند',
  `گفته\\s*(?:است|بود)|گفته(?=\\s*[:«])`,
  `می[${ZWNJ}\\s]?گوید`,
  `می[${ZWNJ}\\s]?گویند`,
  'افزود',
  `می[${ZWNJ}\\s]?افزاید`,
  '(?:اظهار|ابراز|بیان)\\s+(?:داشت|کرد)',
  'تأکید کرد|تاکید کرد|تصریح کرد|خاطرنشان کرد|خاطر نشان کرد|اضافه کرد|اعلام کرد|روایت کرد|نقل کرد',
  'یادآور شد|یادآوری کرد|متذکر شد|مدعی شد|معتقد است',
  'ادامه داد|توضیح داد|شهادت داد|پاسخ داد|شرح داد|هشدار داد',
  `می[${ZWNJ}\\s]?نویسد|نوشت|پرسید|گواهی داد`,
].join('|')
const BOUNDARY = '(?=[\\s:،.؛؟!«]|$)'
const VERB = new RegExp(`(?<=^|[\\s،])(?:${VERB_LIST})${BOUNDARY}`, 'gu')
const RELAYING = new RegExp(`(?<=[\\s،])(?:${VERB_LIST})\\s+که\\s`, 'u')
const VERB_COLON = new RegExp(`(?<=[\\s،])(?:${VERB_LIST})\\s*:\\s*`, 'u')
const ACCORDING = new RegExp(
  `^(?:و\\s+)?(?:بنا\\s+)?(?:به|بر اساس|طبق)\\s+(?:گفت(?:هٔ|ه[${ZWNJ}]?ی|ۀ|ه)|نقل از|روایت|شهادت)\\s+([^،:]+)`,
  'u',
)

const TITLES: Record<string, Gender> = {
  آقای: 'male',
  خانم: 'female',
  بانو: 'female',
  سرکار: 'female',
  جناب: 'male',
  دکتر: null,
  مهندس: null,
  پروفسور: null,
  استاد: null,
  قاضی: null,
  سردار: 'male',
  سرهنگ: null,
  ژنرال: null,
  سرلشکر: 'male',
  [`آیت${ZWNJ}الله`]: 'male',
  آیت‌اله: 'male',
  [`حجت${ZWNJ}الاسلام`]: 'male',
  شیخ: 'male',
  سید: 'male',
  حاج: 'male',
}

const ROLE_WORDS = new Set(
  `زندانی زندانیان سیاسی سابق پیشین شاهد شاهدان بازمانده بازماندگان وکیل خبرنگار نویسنده فعال فعالان رئیس رییس رئیس‌جمهور سخنگو سخنگوی مدیر عضو نماینده مادر پدر خواهر برادر همسر دختر پسر استاد معلم آموزگار پرستار پزشک کارگر دانشجو دانشجوی شهردار وزیر معاون دبیر دبیرکل بنیان‌گذار مسئول کارشناس پژوهشگر تاریخ‌نگار حقوق حقوقدان حقوق‌دان بشر عینی محلی ارشد وقت یکی همسایه ماهیگیر نگهبان مأمور مامور جمهور متخصص مقام مقامات مرد زن کارآگاه بازرس کاپیتان نخست‌وزیر منبع منابع کشاورز راننده مربی سرباز قربانی خانواده یک این آن`.split(
    ' ',
  ),
)
const ORGANISATION =
  /^(?:سازمان|شورای|شورا|وزارت|کمیته|کمیسیون|حزب|انجمن|روزنامه|روزنامهٔ|خبرگزاری|دادگاه|دولت|ارتش|پلیس|مؤسسه|بنیاد|اتحادیه|شبکه|شرکت|ستاد|نهاد|مجلس|جمعیت)(?:\s|$)/u
const PREPOSITIONS = new Set(
  'در از با به بر برای پس پیش هنگام ضمن طی روز دیروز امروز فردا سپس همچنین نیز هم خطاب که تا بدون دربارهٔ درباره وقتی زمانی بعد قبل علیه میان هفته سال ماه ساعت جهت باید بیش علاوه اگر چون زیرا هر همه برخی بسیاری آنچه چنان‌که و اما ولی بنابراین البته'.split(
    ' ',
  ),
)
const PRONOUN = /^(?:او|وی|ایشان|نامبرده|مشارالیه|آنها|آن‌ها|آنان)$/u
const CONNECTOR = /^(?:و|اما|ولی|سپس|همچنین|آنگاه|بعد|در ادامه|در پایان|در پاسخ|نیز)\s+/u

/** What the words right before a quotation say of its speaker. */
export function readPersianLead(clause: string): Mention | null {
  const text = clause.trim()
  const according = ACCORDING.exec(text)
  if (according !== null) return readSubject(according[1]!)
  const verbs = [...text.matchAll(VERB)]
  const verb = verbs.at(-1)
  if (verb !== undefined) {
    const after = text.slice(verb.index + verb[0].length)
    const gap = after.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    if (gap > (/[:]\s*$|که\s*$/u.test(after) ? 20 : 6)) return null
    return readSubject(text.slice(0, verb.index))
  }
  const label = /^([^:،]{2,50}):$/u.exec(text)
  if (label === null) return null
  const mention = readSubject(label[1]!)
  return mention?.kind === 'name' ? mention : null
}

/** What the words right after a quotation say of its speaker. */
export function readPersianTag(clause: string): { mention: Mention; rest: string } | null {
  const tag = clause.replace(/^[\s،,–—]+/u, '').replace(/^(?:را\s+|این را\s+|این‌ها را\s+)/u, '')
  const according = ACCORDING.exec(tag)
  if (according !== null) {
    const mention = readSubject(according[1]!)
    return mention === null ? null : { mention, rest: '' }
  }
  const verb = [...tag.matchAll(VERB)][0]
  if (verb === undefined) return null
  const rest = tag.slice(verb.index + verb[0].length)
  const subject = verb.index === 0 ? rest.replace(/[.؛].*$/su, '') : tag.slice(0, verb.index)
  if (subject.split(/\s+/u).length > 25) return null
  const mention = readSubject(subject)
  return mention === null ? null : { mention, rest }
}

/**
 * Who a sentence without marks reports: «… گفت که …» and «به گفتهٔ …» give the whole sentence; verb and colon give the
 * words from the colon on, whose end only convention tells (`fromColon`).
 */
export function readPersianReport(
  sentence: string,
): { mention: Mention; fromColon: number | null } | null {
  const according = ACCORDING.exec(sentence)
  if (according !== null) return relayed(readSubject(according[1]!), null)
  const colon = VERB_COLON.exec(sentence)
  if (colon !== null && sentence.length - colon.index > colon[0].length + 10) {
    return relayed(readSubject(sentence.slice(0, colon.index)), colon.index + colon[0].length)
  }
  const relay = RELAYING.exec(sentence)
  if (relay === null) return null
  return relayed(readSubject(sentence.slice(0, relay.index)), null)
}

function relayed(mention: Mention | null, fromColon: number | null) {
  return mention === null || mention.kind === 'organisation' ? null : { mention, fromColon }
}

/** Reads the subject of a clause that runs up to its verb: name, role, organisation or pronoun. */
function readSubject(clause: string): Mention | null {
  let text = clause
    .trim()
    .replace(/[،,:]$/u, '')
    .trim()
  for (let match = CONNECTOR.exec(text); match !== null; match = CONNECTOR.exec(text)) {
    text = text.slice(match[0].length)
  }
  const segments = text.split(/\s*[،,]\s*/u).filter((segment) => segment !== '')
  const at = segments.findIndex((segment) => !startsAdverbial(segment))
  if (at >= 0) {
    const role = segments.slice(at + 1).filter((segment) => !startsAdverbial(segment))
    return readSegment(segments[at]!, role.join('، ') || null)
  }
  return readAfterAdverbial(segments.at(-1) ?? '')
}

function startsAdverbial(segment: string): boolean {
  return PREPOSITIONS.has(segment.split(/\s+/u)[0]!)
}

/** «در این مراسم نسرین پاکدل»: the name follows the adverbial without a comma, so that it is only likely. */
function readAfterAdverbial(segment: string): Mention | null {
  const match = /^(?:در|طی|با|پس از|پیش از)\s+(?:این|آن|همین)\s+\S+\s+(.+)$/u.exec(segment)
  if (match !== null) return readSegment(match[1]!, null)
  const titled = new RegExp(`(?:^|\\s)((?:${Object.keys(TITLES).join('|')})\\s+.+)$`, 'u').exec(
    segment,
  )
  if (titled !== null) return readSegment(titled[1]!, null)
  const last = segment.split(/\s+/u).at(-1) ?? ''
  return PRONOUN.test(last) ? readSegment(last, null) : null
}

function readSegment(segment: string, apposition: string | null): Mention | null {
  const all = segment.split(/\s+/u).filter((token) => token !== '')
  const cut = all.findIndex(
    (token, index) => index > 0 && PREPOSITIONS.has(token) && !(token === 'از' && all[0] === 'یکی'),
  )
  const tokens = cut < 0 ? all : all.slice(0, cut)
  const first = tokens[0]
  if (first === undefined) return null
  if (PRONOUN.test(first))
    return { kind: 'pronoun', text: first, titles: [], role: null, gender: null }
  if (ORGANISATION.test(tokens.join(' '))) {
    return { kind: 'organisation', text: tokens.join(' '), titles: [], role: null, gender: null }
  }
  const titles: string[] = []
  const role: string[] = []
  const name: string[] = []
  let gender: Gender = null
  for (const token of tokens) {
    if (name.length === 0 && Object.hasOwn(TITLES, token)) {
      titles.push(token)
      gender ??= TITLES[token] ?? null
    } else if (name.length === 0 && isRoleWord(token)) role.push(token)
    else name.push(token)
  }
  if (name.length === 0 || first === 'یکی' || first === 'یک') {
    if (role.length === 0) return null
    return { kind: 'role', text: tokens.join(' '), titles, role: null, gender }
  }
  if (name.length > 4) return null
  return {
    kind: 'name',
    text: name.join(' '),
    titles,
    role: apposition ?? (role.length === 0 ? null : role.join(' ')),
    gender,
    toConfirm: false,
  }
}

function isRoleWord(token: string): boolean {
  return ROLE_WORDS.has(token) || ROLE_WORDS.has(token.replace(/(?:ی|ان|‌ای)$/u, ''))
}

/** Names that a text introduces by title or by an apposition that begins with a role: «نسرین پاکدل، زندانی سابق، …». */
export function findPersianNames(
  text: string,
): { mention: Mention; index: number; afterPreposition: boolean }[] {
  const found: { mention: Mention; index: number; afterPreposition: boolean }[] = []
  for (const match of text.matchAll(
    /(?<=^|[\s،.])([^\s،.:«»]+\s+[^\s،.:«»]+(?:\s+[^\s،.:«»]+)?)،\s*([^،.:«»]+)،/gu,
  )) {
    if (!isRoleWord(match[2]!.trim().split(/\s+/u)[0]!)) continue
    const mention = readSegment(match[1]!, match[2]!.trim())
    if (mention?.kind !== 'name') continue
    found.push({ mention, index: match.index, afterPreposition: startsAdverbial(match[1]!) })
  }
  return found
}

export function isTitleOfPersianWork(before: string): boolean {
  return /(?:کتاب|فیلم|رمان|ترانه|مقالهٔ|مقاله|گزارش|نمایش|شعر|مستند|عنوان|با عنوان|به نام|سرود|آلبوم)\s*$/u.test(
    before,
  )
}
