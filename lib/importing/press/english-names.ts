import type { Gender, Mention, NamedPlace } from './types.ts'

/** Titles by the gender that they tell; all without their full stop. */
const TITLES: Record<string, Gender> = {
  ...byGender('male', 'mr sir lord father brother fr ayatollah imam sheikh baron prince king'),
  ...byGender(
    'female',
    'mrs ms miss madam madame mme lady dame sister mother baroness princess queen',
  ),
  ...byGender('male', 'congressman councilman chairman monsieur herr'),
  ...byGender('female', 'congresswoman councilwoman chairwoman frau'),
  ...byGender(
    null,
    'dr prof professor gen general col colonel capt captain lt lieutenant sgt sergeant maj major cpl corporal pte private cmdr commander admiral brigadier sen senator gov governor rep representative del delegate adm det supt cllr councillor councilor mp pc dc constable inspector superintendent detective sheriff deputy chief judge justice magistrate president minister chancellor premier ambassador amb secretary commissioner mayor ceo cfo coo cto administrator executive analyst attorney prosecutor officer founder co-founder leader speaker director spokesman spokeswoman coach manager boss bishop archbishop cardinal rabbi rev reverend pastor hon',
  ),
}
function byGender(gender: Gender, titles: string): Record<string, Gender> {
  return Object.fromEntries(titles.split(' ').map((title) => [title, gender]))
}

const TITLE = `(?:${Object.keys(TITLES).join('|')})`
const TITLE_AT_START = new RegExp(`^(${TITLE}\\.?)\\s+(?=\\p{Lu})`, 'iu')
const INNER_TITLE = new RegExp(
  `^((?:\\p{Lu}[\\p{L}’'.-]*\\s+){0,3}\\p{Lu}[\\p{L}’'.-]*)\\s+(${TITLE}\\.?)\\s+(?=\\p{Lu})`,
  'iu',
)
const WEEKDAY_AT_END = /\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u

const ORGANISATION =
  /(?:^|\s)(?:Ministry|Council|Organi[sz]ation|Amnesty|Committee|Commission|Agency|Party|Association|News|Times|Post|Guardian|Herald|Gazette|Tribune|Courier|Chronicle|University|Court|Office|Department|Government|Union|Front|Army|Police|Institute|Foundation|Society|Network|Federation|League|Centre|Center|Watch|Coalition|Bureau|Authority|Group|Board|Company|Corporation|International|Alliance|Television|Radio|Delegation|Congress|Parliament|Senate|House|Museum|Hospital|Church|Club|Bank|Inc|Ltd|Fund|Forces|Navy|Families|Movement|Initiative|Service|Trust|Campaign|Cross|Crescent|Nations|States|Republic|Kingdom|Secretariat|Assembly|Ombudsman|Inspectorate|Research|Studies|Sciences|Technology|Security|Affairs|Protection|Enforcement|Administration|Treasury|Prevention|Intelligence|Health|Programme|Program|Project|Academy|College|School|Laboratory|Laboratories|Observatory|Theatre|Theater|Orchestra|Festival|Airport|Avenue|County|Province|District|Stadium|Arena|Studios|Records|Entertainment|Productions|Pictures|Media|Magazine|Journal|Agreement|Awards|Olympics|Championships?|Tournament|Industries|Systems|Airlines|Motors|Holdings|Partners|Investments?|Communications|Networks|Solutions)(?:\s|$)/u

export function isBodyName(words: string): boolean {
  return ORGANISATION.test(words)
}

/** Capitalised words that begin sentences and name nobody. */
const NOT_A_NAME = new Set(
  'Does Did Do Is Are Was Were Has Have Had Can Could Will Would Should Must Neither Either Top See Absent Say Says Meet Watch Read Let Make Get Give Take Add Early Late Last Next Citing Calling Saying Quoting Noting Adding Warning Pointing Voting Sentencing Arguing Describing Appearing Responding Referring Addressing Recalling Standing Sitting Looking Holding Reading Writing To Into Onto Upon Through Across Around Behind Beyond Between Except Toward Towards About Above Below Throughout Besides Thus Hence Instead Indeed Perhaps Maybe Finally Eventually Initially Recently Currently Afterwards Again Overall Additionally Furthermore Moreover Nevertheless Nonetheless Otherwise Likewise Similarly Elsewhere Earlier Ultimately A An The In On At Of And But Or So As If When While Where After Before Since During Then Later Now There Here This That These Those His Her Their Its Our My He She It They We I You One Two Three Four Five Six Seven Eight Nine Ten Some Many Most Few All Both Each Every Another Other Several Also Yet Still However Meanwhile Today Yesterday Tomorrow For From By With Without Within Under Over Against Among Amid According Speaking Asked Asking Because Although Though Despite Once Until Unlike Like Near Inside Outside Little Much More Less Twenty Thirty Forty Fifty Hundreds Thousands Dozens Officers Soldiers Troops Voters Protesters Parents Students Teachers Scientists Researchers Analysts Economists Democrats Republicans Leaders Lawmakers Families Villagers Workers Fans Supporters Opponents Somebody Anybody Following Announcing Sources Police Officials Witnesses Residents Critics Experts Lawyers People Others Prosecutors Authorities Investigators Doctors Relatives Activists Reports Survivors Prisoners Former Only Even Just Not No Nobody Everyone Everybody Someone Yes What Who Which How Why Whatever Whether Mum Dad Mama Papa Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)

const TOKEN = `(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Gov|Rep|Del|Amb|Adm|Det|Supt|Maj|Cllr|Fr|Hon|St)\\.|\\p{Lu}\\.(?:\\p{Lu}\\.)*|\\p{Lu}[\\p{L}\\p{M}\\p{N}’'‑-]*)`
const PARTICLE = '(?:al-|el-|bin|ibn|van|von|der|den|de|da|di|la|le|ul)'
/** A run of capitalised words, with the particles of names between them. */
export const NAME = `${TOKEN}(?:\\s+(?:${PARTICLE}\\s*){0,2}(?:al-|el-)?${TOKEN})*`

/** Words for people, at the head of a role: “a former prisoner”, “the boy's mother”, “one of the witnesses”. */
const PERSON_WORD = String.raw`(?:^|[\s-])(?:prisoners?|witness(?:es)?|survivors?|m[ae]n|wom[ae]n|people|persons?|mothers?|fathers?|parents?|brothers?|sisters?|twin|sons?|daughters?|wife|husband|widow(?:er)?|uncle|aunt|nephew|niece|cousins?|grand\p{L}+|boys?|girls?|child(?:ren)?|kids?|officials?|spokes\p{L}+|lawyers?|attorney|counsel|solicitor|barrister|prosecutors?|judges?|doctors?|nurses?|psychiatrist|psychologist|physician|surgeon|guards?|warders?|generals?|colonel|lieutenant|corporal|conscripts?|soldiers?|sergeant|officers?|(?:school)?teachers?|students?|pupils?|residents?|villagers?|neighbou?rs?|worker?s|drivers?|farmers?|shepherd|fishermen|journalists?|reporters?|correspondent|editors?|writers?|authors?|novelists?|poets?|activists?|campaigners?|leaders?|members?|ministers?|president|secretary|directors?|managers?|executive|head|chair(?:man|woman|person)?|owner|founder|researchers?|analysts?|advocates?|whistle-?blowers?|callers?|firefighters?|medics?|paramedics?|rescuers?|economists?|relatives?|friends?|colleagues?|comrades?|inmates?|detainees?|captives?|hostages?|victims?|refugees?|migrants?|volunteers?|patients?|experts?|professors?|lecturer|scholars?|scientists?|historians?|archivist|librarian|curator|mayor|councillors?|governor|senators?|lawmakers?|deput(?:y|ies)|delegates?|chief|commanders?|sources?|captain|fisherman|keeper|clerks?|typist|cook|postman|postwoman|priest|nun|monk|bishop|imam|pensioner|apprentice|carpenter|joiner|engineer|technician|miner|miners|veterans?|ambassador|envoy|diplomats?|observers?|fans?|supporters?|protest[eo]rs?|insiders?|investigators?|detectives?|inspector|sheriff|commissioner|organi[sz]er|coach(?:es)?|players?|actors?|actress(?:es)?|artists?|photographers?|translator|interpreter|couples?|crew|families|family|bankers?|mechanics?|electricians?|singers?|rappers?|comedian|host|candidates?|nominee|contender|rival|heir|critic|commentator|columnist|blogger|advis[eo]rs?|aide|strategist|lobbyist|star|champion|winner|medall?ist|striker|midfielder|goalkeeper|defender|skipper|billionaire|millionaire|entrepreneur|investor|lawmaker|mates?|tenants?|plaintiff|defendants?|suspects?|accused|passengers?|customers?|shopkeeper|bystanders?|\d+-year-old)`
export const PERSON = new RegExp(`${PERSON_WORD}(?=[\\s,.’']|$)`, 'iu')
export const PERSON_AT_END = new RegExp(`${PERSON_WORD}$`, 'iu')

const PARTICIPLE_FIRST =
  /^(?!Sterling|Irving|Fleming|Manning|Harding|Golding|Keating)\p{Lu}\p{Ll}{3,}ing\s+/u
/** “FlowOn’s Ada Lorne”, “Day-by-day Lorne”. */
const BELONGING_FIRST =
  /^(?:\S+[’']s\s+(?=\p{Lu}\S*\s+\p{Lu}\p{Ll})|\p{Lu}\p{Ll}+(?:-\p{Ll}+){2,}\s+)/u
const NO_NAME_FORM =
  /^(?:D\.C|U\.S|U\.K|U\.N|E\.U)\.?$|^(?:I|We|You|They|He|She|It|That|There|Who|What|Don|Can|Isn|Let)[’'](?:re|m|ve|ll|d|t|s)$|-(?:based|born|led|run|owned|backed|style|trained|educated|made|funded|era|like|wide|controlled|dominated|linked|aligned|held|occupied)$/u

/** Reads a run of capitalised words: titles, then the name; or an organisation. Null where it names nobody. */
export function nameMention(words: string): Mention | null {
  let rest = words
  for (let first = rest.split(/\s+/u)[0]!; NOT_A_NAME.has(first); first = rest.split(/\s+/u)[0]!) {
    rest = rest.slice(first.length).trim()
    if (rest === '') return null
  }
  // “Hosting Lorne at the fair, …”: a participle that begins a sentence; “We’re”, “London-based”: no names.
  rest = rest.replace(PARTICIPLE_FIRST, '').replace(BELONGING_FIRST, '')
  if (NO_NAME_FORM.test(rest)) return null
  const titles: string[] = []
  let gender: Gender = null
  const take = (title: string, key: string) => {
    titles.push(title)
    gender ??= TITLES[key.toLowerCase().replace('.', '')] ?? null
  }
  const takeTitles = () => {
    for (let title = TITLE_AT_START.exec(rest); title !== null; title = TITLE_AT_START.exec(rest)) {
      take(title[1]!, title[1]!)
      rest = rest.slice(title[0].length)
    }
  }
  takeTitles()
  // “Macedonian President Jan Brook”: what stands before a title inside the run belongs to it.
  const inner = ORGANISATION.test(rest.split(/\s+/u).at(-1) ?? '') ? null : INNER_TITLE.exec(rest)
  if (inner !== null) {
    take(`${inner[1]} ${inner[2]}`, inner[2]!)
    rest = rest.slice(inner[0].length)
    takeTitles()
  }
  // “Lawyer Christian Schertz”: a role that begins a sentence.
  const words_ = rest.split(/\s+/u)
  if (titles.length === 0 && words_.length > 2 && PERSON.test(words_[0]!)) {
    titles.push(words_[0]!)
    rest = words_.slice(1).join(' ')
  }
  const text = rest
    .replace(/[’']s?$/u, '')
    .replace(WEEKDAY_AT_END, '')
    .trim()
  if (Object.hasOwn(TITLES, text.toLowerCase())) return null
  if (text === '') return null
  // “Y.”, a name that is kept back.
  if (/^\p{Lu}\.$/u.test(text)) return { kind: 'name', text, titles, role: null, gender }
  const organisation =
    titles.length === 0 && (ORGANISATION.test(text) || /^[\p{Lu}\d/&.-]{2,}$/u.test(text))
  return { kind: organisation ? 'organisation' : 'name', text, titles, role: null, gender }
}

/** A role as it stands in an apposition: “a retired teacher from Ostra”, “66, the mayor”. Null where it tells none. */
export function readRole(apposition: string): string | null {
  const role = apposition
    .trim()
    .replace(/^(?:(?:now|then)\s+)?(?:aged\s+)?\d+\s*,?\s*/u, '')
    .replace(/^(?:the|an?|one of the)\s+/iu, '')
    .replace(/[\s,.]+$/u, '')
  if (/^(?:he|she|they|it|whether|\p{Ll}+ing$)\b/iu.test(role)) return null
  if (
    /^(?:who|whose|whom|which|speaking|in|at|on|from|with|as|and|but|when|while|where)\b/iu.test(
      role,
    )
  )
    return null
  return role === '' || role.length > 200 ? null : role
}

const WOMAN =
  /\b(?:woman|mother|sister|widow|daughter|wife|girl|girlfriend|spokeswoman|aunt|niece|nun|actress|grandmother|businesswoman)\b/u
const MAN =
  /\b(?:man|father|brother|widower|son|husband|boy|boyfriend|spokesman|uncle|nephew|monk|priest|grandfather|businessman)\b/u

/** “her brother”, “a sister of the accused”: whether a role is a woman's or a man's. */
export function genderOfRole(words: string): Gender {
  const noun = words.split(/\s(?:of|for|to|who)\s/u)[0]!
  return WOMAN.test(noun) ? 'female' : MAN.test(noun) ? 'male' : null
}

const OFFICE_OF =
  /(?:^|[’']s?\s|\s\p{Lu}\p{Ll}+\s|^\p{Lu}\p{Ll}+\s)(?:ambassador|envoy|minister|secretary|commissioner|representative|director|prosecutor|governor|bishop|archbishop|head)\s+(?:to|of|for)\s+$/iu

/** “Merland’s ambassador to Ostra Ada Lorne”: of the capitalised words after an office, the last two are its holder. */
export function holderOfOffice(before: string, run: string): string {
  const words = run.split(/\s+/u)
  return words.length > 2 && OFFICE_OF.test(before) ? words.slice(-2).join(' ') : run
}

const NAMES = new RegExp(`(?<![\\p{L}’'])(${NAME})`, 'gu')
const PREPOSITION_BEFORE =
  /\b(?:in|at|from|of|to|near|outside|inside|for|by|with|against|about|between|than|like|via|on|through|into|over|after|before|toward|towards|across|around|behind|beside|called|named|known as)(?:\s+the)?\s+$/iu
const SAYING_BEFORE =
  /\b(?:said|says|asked|added|recalled|recalls|explained|replied|told|writes|wrote)\s+$/u
/** “said FlowOn would …”: the subject of what is said, and not who says so. */
const OF_ITS_OWN_CLAUSE =
  /^\s+(?:would|will|can|could|should|may|might|must|shall|is|was|are|were|has|had|have|did|does|do|wants?|wanted|plans?|planned|needs?|needed)\b/u
const SAYING_AFTER =
  /^\s+(?:also\s+|then\s+|later\s+)?(?:said|says|told|tells|added|adds|recalled|recalls|remember\p{L}*|explained|replied|testified|stated|wrote|asked|described|laughed|spoke|who|herself|himself)\b/u
const PERSONAL_APPOSITION =
  /^\s*(?:\([^)]{1,40}\))?,\s*(?:(?:aged\s+)?\d{1,3}\b|who\b|whose\b|himself|herself)/u

/** What an apposition calls places and things: “Lindholm, a town in the south, …”. */
const A_PLACE_OR_THING =
  /\b(?:city|town|village|capital|province|river|company|firm|group|party|newspaper|magazine|daily|weekly|island|country|nation|state|region|district|suburb|port|prison|jail|camp|valley|mountain|street|building|hotel|hospital|school|church|film|book|novel|charity|agency|organi[sz]ation|association|website|network|airline|bank|ship|ferry|place|area|centre|center|site|event|one|largest|biggest|only)\b/iu
const IS_SOMEBODY = new RegExp(
  `^\\s+(?:is|was|became)\\s+(?:an?|the|one of)\\s+[^,.;|]{0,40}?${PERSON.source}`,
  'iu',
)

/** “the house that owns the songs, Big Tide,”; “Big Tide, which …”; “Big Tide have denied”; “Big Tide, a record label”. */
const BODY =
  'company|firm|group|band|choir|party|newspaper|magazine|charity|agency|organi[sz]ation|association|website|network|airline|bank|label|studio|publisher|retailer|maker|brand|app|platform|start-?up|think tank|union|club|team|chain|broadcaster|outlet|manufacturer|developer|lender|insurer|supplier|operator|consultancy|watchdog|regulator|town|village|city|country|province|region|island'
const BODY_BEFORE = new RegExp(
  `\\b(?:the|an?|its|their|his|her)\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}(?:${BODY})(?:\\s+(?:that|which|behind)\\s[^,.;|]{3,60})?,\\s+$`,
  'u',
)
const BODY_AFTER = new RegExp(
  `^(?:,\\s+which\\s|,\\s+(?:an?|the)\\s+(?:[\\p{Ll}\\d][\\p{L}\\d-]*\\s+|\\p{Lu}[\\p{L}-]*-based\\s+|[^\\s,.]+\\s+){0,3}?(?:${BODY})\\b(?![’'-]|\\s+(?:owner|founder|member|chief|manager|leader|spokes|worker|director|head|president|boss|executive)))`,
  'u',
)

/** “Marsh Bank customers”, “Marsh Bank board member Ada Lorne”: what bodies alone have. */
const OF_A_BODY_AFTER =
  /^\s+(?:board|employees|executives|staff|workers|bankers|customers|shares?|shareholders|stock|stores|branches|officials|spokes\p{L}+)(?![\p{L}’'])/u

const BODY_OF_AN_OFFICE = { oblique: true, possessive: false, person: false, thing: true } as const

const STARTS_SENTENCE = /(?:^|[.!?…]\s+|\|\s+)$/u

/** Every run of capitalised words in a text that may name a person, with what stands before and after it. */
export function findEnglishNames(text: string): (Omit<NamedPlace, 'at'> & { index: number })[] {
  const found: (Omit<NamedPlace, 'at'> & { index: number })[] = []
  for (const match of text.matchAll(NAMES)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    const run = holderOfOffice(before, match[1]!)
    const mention = nameMention(run)
    if (mention === null || mention.kind !== 'name') continue
    const after = text.slice(match.index + match[0].length)
    const apposition = /^(?:\s*\([^)]*\))?,\s*((?:[^,.;:|]|,(?=\s*\d))+),/u.exec(after)?.[1] ?? ''
    const role = /^(?:\d|an?\s|the\s|former\s|aged\s|one of|\p{Ll})/u.test(apposition)
      ? readRole(apposition)
      : null
    const before1 = /([\p{L}’'-]+),?\s+$/u.exec(before)?.[1] ?? ''
    const oblique = PREPOSITION_BEFORE.test(before) && run === match[1]
    // “The American, who won the race”, “the Green Harbour Pact”: no name of a person has an article.
    if (/\b(?:the|an?)\s+$/iu.test(before) && mention.titles.length === 0) continue
    found.push({
      mention:
        role === null
          ? mention
          : { ...mention, role, gender: mention.gender ?? genderOfRole(role) },
      index: match.index,
      oblique,
      thing:
        mention.titles.length === 0 &&
        (BODY_BEFORE.test(before) ||
          BODY_AFTER.test(after) ||
          OF_A_BODY_AFTER.test(after) ||
          (/^\s+(?:have|are|were)\s/u.test(after) && !oblique && !/\band\s+$/u.test(before))),
      described: /^,\s*(?:who|whose)\b/u.test(after),
      possessive: /[’']s?$/u.test(match[1]!) && !/^[’']/.test(after),
      person:
        mention.titles.length > 0 ||
        run !== match[1] ||
        (SAYING_BEFORE.test(before) && !OF_ITS_OWN_CLAUSE.test(after)) ||
        SAYING_AFTER.test(after) ||
        (/^\p{Ll}/u.test(before1) && PERSON.test(before1)) ||
        (!oblique && PERSONAL_APPOSITION.test(after)) ||
        IS_SOMEBODY.test(after) ||
        (STARTS_SENTENCE.test(before) &&
          /\s/u.test(mention.text) &&
          /^\s+(?!are\b|were\b|have\b|and\b|or\b|in\b|of\b)\p{Ll}+(?:s|ed|d|t)?\s/u.test(after)) ||
        (!oblique && role !== null && (PERSON.test(role) || !A_PLACE_OR_THING.test(role))),
    })
    // “Marsh Bank CEO Ada Lorne”: what stands before an office is a body.
    for (const title of mention.titles) {
      const body = title.split(/\s+/u).slice(0, -1).join(' ')
      if (/\s/u.test(body))
        found.push({
          ...BODY_OF_AN_OFFICE,
          mention: { kind: 'name', text: body, titles: [], role: null, gender: null },
          index: match.index,
        })
    }
    const shared = oblique ? null : sharedSurname(text.slice(0, match.index), mention)
    if (shared !== null) found.push(shared)
  }
  return found
}

/** “Jan and Ida Kestrel” are two of one surname. */
function sharedSurname(before: string, mention: Mention) {
  const first = /(?:^|(?<!\p{Lu}[\p{L}.’'-]*)[^\p{L}])(\p{Lu}\p{Ll}+)\s+and\s+$/u.exec(before)
  const names = mention.text.split(/\s+/u)
  if (first !== null && PREPOSITION_BEFORE.test(before.slice(0, first.index + 1))) return null
  if (first === null || names.length !== 2 || NOT_A_NAME.has(first[1]!)) return null
  return {
    mention: { ...mention, text: `${first[1]} ${names[1]}`, titles: [], role: null },
    index: first.index,
    oblique: false,
    possessive: false,
    person: true,
    shared: true,
  }
}
