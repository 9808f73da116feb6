import type {
  Audience,
  COLLECTION_METHODS,
  CONTENT_NOTES,
  DIRECTNESSES,
  RELATIONS_TO_EVENT,
  SOLEMNITIES,
  TESTIMONY_TYPES,
} from '#lib/statements/vocabularies.ts'
import type { DemoStatement, Line } from '../compose.ts'
import { HELD } from './held.ts'
import { OTHERS } from './others.ts'
import { VILLAGERS } from './villagers.ts'

/** What a generated statement is; its words come from the frames. Texts are in English and Persian. */
export interface Plan {
  /** Where tests name it; otherwise it is called by its number. */
  name?: string
  relation: (typeof RELATIONS_TO_EVENT)[number]
  type: (typeof TESTIMONY_TYPES)[number]
  directness: (typeof DIRECTNESSES)[number]
  method: (typeof COLLECTION_METHODS)[number]
  language: 'en' | 'fa'
  translated?: boolean
  titles: readonly [en: string, fa: string]
  about: readonly [en: string, fa: string]
  solemnity?: (typeof SOLEMNITIES)[number]
  note?: (typeof CONTENT_NOTES)[number]
  occasion?: string
  source?: string
  events?: string[]
  places?: string[]
  transcript?: boolean
  /** When it was given is not known. */
  undated?: boolean
  /** The declarations are left unanswered, which counts as yes. */
  unanswered?: boolean
  journey?: DemoStatement['journey']
  audience?: Audience
  owner?: DemoStatement['owner']
  changesAsked?: string
  /** The first sentence, where the title speaks of it: which frame of the relation's openings, and which of its words. */
  opening?: readonly [frame: number, choice: number]
  /** When it was given, where the title or the occasion says so. */
  given?: string
  /** One more passage, in English and Persian. */
  extra?: Line
}

export const PLANS: readonly Plan[] = [...HELD, ...VILLAGERS, ...OTHERS]

export const VILLAGES = [
  { key: 'anarvin', en: 'Anarvin', fa: 'اناروین' },
  { key: 'golmarz', en: 'Golmarz', fa: 'گل‌مرز' },
  { key: 'peshtar', en: 'Peshtar', fa: 'پشتار' },
] as const

export const KIN = [
  { en: 'my father', fa: 'پدرم' },
  { en: 'my elder brother', fa: 'برادر بزرگم' },
  { en: 'my mother’s brother', fa: 'دایی‌ام' },
  { en: 'my grandfather', fa: 'پدربزرگم' },
  { en: 'my cousin', fa: 'پسرعمویم' },
  { en: 'my father’s brother', fa: 'عمویم' },
] as const

/** Names for readers: flowers, trees and birds, so that nobody is meant. */
export const PSEUDONYMS = [
  ['Lale', 'لاله'],
  ['Narges', 'نرگس'],
  ['Susan', 'سوسن'],
  ['Banafshe', 'بنفشه'],
  ['Shaqayeq', 'شقایق'],
  ['Yasaman', 'یاسمن'],
  ['Nilufar', 'نیلوفر'],
  ['Zanbaq', 'زنبق'],
  ['Mina', 'مینا'],
  ['Mikhak', 'میخک'],
  ['Sarv', 'سرو'],
  ['Sepidar', 'سپیدار'],
  ['Bid', 'بید'],
  ['Chenar', 'چنار'],
  ['Senobar', 'صنوبر'],
  ['Afra', 'افرا'],
  ['Arghavan', 'ارغوان'],
  ['Zereshk', 'زرشک'],
  ['Avishan', 'آویشن'],
  ['Reyhan', 'ریحان'],
  ['Shabdar', 'شبدر'],
  ['Khatmi', 'ختمی'],
  ['Babune', 'بابونه'],
  ['Parastu', 'پرستو'],
  ['Sar', 'سار'],
  ['Hodhod', 'هدهد'],
  ['Qomri', 'قمری'],
  ['Torqe', 'طرقه'],
  ['Bolbol', 'بلبل'],
  ['Dorna', 'درنا'],
  ['Lak-lak', 'لک‌لک'],
  ['Kabk', 'کبک'],
  ['Shahin', 'شاهین'],
  ['Anar', 'انار'],
  ['Toranj', 'ترنج'],
  ['Badam', 'بادام'],
  ['Pesteh', 'پسته'],
  ['Senjed', 'سنجد'],
  ['Narven', 'نارون'],
  ['Shamshad', 'شمشاد'],
  ['Zaytun', 'زیتون'],
  ['Golnar', 'گلنار'],
  ['Nastaran-e Kuhi', 'نسترن کوهی'],
  ['Marjan', 'مرجان'],
  ['Almas', 'الماس'],
  ['Yaqut', 'یاقوت'],
  ['Firuze', 'فیروزه'],
  ['Kahroba', 'کهربا'],
  ['Sadaf', 'صدف'],
  ['Aqiq', 'عقیق'],
].map(([en, fa]) => ({ en: `Witness ${en}`, fa: `شاهد ${fa}` }))

/** For the vault: invented names that stand in no text. */
export const GIVEN_NAMES = [
  'Arsalan',
  'Bijan',
  'Daryush',
  'Farzad',
  'Ghazal',
  'Hengameh',
  'Jaleh',
  'Kamran',
  'Ladan',
  'Manijeh',
  'Nahid',
  'Omid',
  'Pari',
  'Ruzbeh',
  'Sudabeh',
  'Tina',
  'Vida',
  'Yashar',
  'Zhaleh',
  'Atusa',
]
export const SURNAMES = [
  'Kuhnavard',
  'Simindasht',
  'Baghband',
  'Tirgan',
  'Ofoqrud',
  'Sangtarash',
  'Mehrazin',
  'Lajvardi-Dust',
  'Karizban',
  'Darvishan-Rud',
  'Panbekar',
  'Rangraz-Pur',
  'Sabzkar',
  'Taqdis',
  'Varzgar',
  'Yekdast',
  'Zarincheh',
  'Abgir',
  'Barfkan',
  'Charkhab',
  'Delnavaz-Nik',
  'Elmkhah',
  'Foruzesh',
  'Gandomi',
  'Hezarkar',
  'Imgard',
  'Jujar',
  'Keshtvarz',
  'Lalezar-Pur',
  'Mahdasht',
  'Nakhkar',
  'Owjan',
  'Parvin-Rud',
  'Qalamkar',
  'Rudgar',
  'Shirvar',
  'Tabarzan',
  'Urmand',
  'Vazin',
  'Yunesh',
  'Zangar',
  'Arzhan-Dust',
  'Behinrud',
  'Chubtarash',
  'Dashtgard',
  'Esparz',
  'Farsakh',
  'Golshir',
  'Havizeh-Nik',
  'Izadmehr',
]
