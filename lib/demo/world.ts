import type { AuthorityInput } from '#lib/authorities/model.ts'
import type { OccasionInput } from '#lib/occasions/model.ts'
import type { SourceInput } from '#lib/sources/model.ts'

/**
 * The invented world of the demo archive: the Tarvand valley, which is on no map, and the winter of 1344 (1965–66) in
 * which its Directorate of Canals took the water ledgers of three villages and held their people in a salt house.
 * Nobody and nothing here exists or stands for anything that does.
 */

const INVENTED = 'Invented for the demo archive.'

type Names = AuthorityInput['names']

/** Preferred forms in both languages, then every other form by language. */
function names(en: string, fa: string, others: readonly (readonly [string, string])[] = []): Names {
  return [
    { name: en, language: 'en', preferred: true },
    { name: fa, language: 'fa', preferred: true },
    ...others.map(([name, language]) => ({ name, language })),
  ]
}

const AUTHORITY_RECORDS = {
  winter: {
    kind: 'event',
    names: names('The Winter of the Ledgers', 'زمستان دفترها', [
      ['The Ledger Winter', 'en'],
      ['واقعهٔ دفترها', 'fa'],
      ['Zemestan-e Daftarha', 'fa-Latn'],
    ]),
    note: `${INVENTED} Dey to Esfand 1344 (December 1965 to March 1966): the taking of the water ledgers of Anarvin, Golmarz and Peshtar, and the detention of villagers in the Kelvar Salt House.`,
  },
  lorries: {
    kind: 'event',
    names: names('The Night of the Lorries', 'شب کامیون‌ها', [
      ['Shab-e Kamyunha', 'fa-Latn'],
      ['the night of the list', 'en'],
    ]),
    note: `${INVENTED} The night on which a list was read at Kelvar and two lorries left over the Havang pass. Witnesses give 9, 10 or 11 Esfand 1344; the archive does not decide between them.`,
  },
  hearing: {
    kind: 'event',
    names: names('The Rudsimin Hearing', 'نشست استماع رودسیمین', [['جلسهٔ رودسیمین', 'fa']]),
    note: `${INVENTED} Three days in Mehr 1398 (October 2019), held by the Families’ Circle of Anarvin.`,
  },
  tarvand: {
    kind: 'place',
    names: names('Tarvand valley', 'درهٔ تاروند', [
      ['Tarwand', 'en'],
      ['Tārvand', 'fa-Latn'],
      ['تاروند', 'fa'],
    ]),
    note: `${INVENTED} The valley in which everything here takes place.`,
  },
  kelvar: {
    kind: 'place',
    names: names('Kelvar Salt House', 'نمک‌خانهٔ کلوار', [
      ['Kalvar', 'en'],
      ['Kelwar', 'en'],
      ['نمکخانه کلوار', 'fa'],
      ['Namak-khaneh-ye Kelvar', 'fa-Latn'],
      ['the white shed', 'en'],
      ['سولهٔ سفید', 'fa'],
    ]),
    note: `${INVENTED} A disused salt works in the Tarvand valley. “The white shed” is what people of Peshtar call it; the records speak of “Store No. 3”. It is one place.`,
  },
  brinehall: {
    kind: 'place',
    names: names('The Brine Hall', 'تالار شوراب', [['Talar-e Shurab', 'fa-Latn']]),
    note: `${INVENTED} The long hall of the Kelvar Salt House, in which most of the men were held.`,
  },
  weighroom: {
    kind: 'place',
    names: names('The Weighing Room', 'اتاق قپان', [['Otagh-e Qapan', 'fa-Latn']]),
    note: `${INVENTED} The room beside the gate of the Kelvar Salt House in which people were questioned.`,
  },
  anarvin: {
    kind: 'place',
    names: names('Anarvin', 'اناروین', [
      ['Anarwin', 'en'],
      ['انار وین', 'fa'],
    ]),
    note: `${INVENTED} Village in the Tarvand valley.`,
  },
  golmarz: {
    kind: 'place',
    names: names('Golmarz', 'گل‌مرز', [
      ['Gol Marz', 'en'],
      ['گلمرز', 'fa'],
    ]),
    note: `${INVENTED} Village in the Tarvand valley.`,
  },
  peshtar: {
    kind: 'place',
    names: names('Peshtar', 'پشتار', [['Poshtar', 'en']]),
    note: `${INVENTED} Village in the Tarvand valley, below the salt flats.`,
  },
  rudsimin: {
    kind: 'place',
    names: names('Rudsimin', 'رودسیمین', [
      ['Rud-e Simin', 'en'],
      ['رود سیمین', 'fa'],
    ]),
    note: `${INVENTED} Market town at the mouth of the Tarvand valley.`,
  },
  havang: {
    kind: 'place',
    names: names('Havang pass', 'گردنهٔ هاونگ', [['Gardaneh-ye Havang', 'fa-Latn']]),
    note: `${INVENTED} The road out of the valley to the north.`,
  },
  directorate: {
    kind: 'organisation',
    names: names('Directorate of Canals of Tarvand', 'ادارهٔ کاریزهای تاروند', [
      ['the Directorate', 'en'],
      ['اداره', 'fa'],
    ]),
    note: `${INVENTED} Its bulletins are the claims of a party to the matter.`,
  },
  circle: {
    kind: 'organisation',
    names: names('Families’ Circle of Anarvin', 'حلقهٔ خانواده‌های اناروین'),
    note: `${INVENTED} Relatives of those who did not return; its lists are its own claims.`,
  },
  peyk: {
    kind: 'organisation',
    names: names('Peyk-e Rudsimin', 'پیک رودسیمین', [['The Rudsimin Messenger', 'en']]),
    note: `${INVENTED} Weekly paper of Rudsimin.`,
  },
  nilgun: {
    kind: 'person',
    names: names('Behrad Nilgun', 'بهراد نیلگون', [
      ['Inspector Nilgun', 'en'],
      ['Behrad Nilgoon', 'en'],
      ['بازرس نیلگون', 'fa'],
    ]),
    note: `${INVENTED} Inspector of the Directorate of Canals; named by several witnesses as the one who read the list.`,
  },
  weighman: {
    kind: 'person',
    names: names('“The Weighman”', '«قپان‌دار»', [['Qapandar', 'fa-Latn']]),
    note: `${INVENTED} A by-name only. Whether it was one man or two is not known; unresolved and flagged.`,
  },
  shahpar: {
    kind: 'person',
    names: names('Shahpar Mirabi', 'شهپر میرابی', [
      ['Master Shahpar', 'en'],
      ['استاد شهپر', 'fa'],
      ['Shahpar-e Mirab', 'fa-Latn'],
    ]),
    note: `${INVENTED} Schoolteacher and keeper of the Anarvin ledger; taken on the Night of the Lorries and not seen again.`,
  },
  torajone: {
    kind: 'person',
    names: names('Toraj Salmin (of Golmarz)', 'تورج سلمین (گل‌مرز)', [['Tooraj Salmin', 'en']]),
    note: `${INVENTED} Not to be merged with the shepherd of the same name from Peshtar: their statements differ in age and trade.`,
  },
  torajtwo: {
    kind: 'person',
    names: names('Toraj Salmin (of Peshtar)', 'تورج سلمین (پشتار)'),
    note: `${INVENTED} Shepherd. Not to be merged with the man of the same name from Golmarz.`,
  },
  ashtab: {
    kind: 'person',
    names: names('Dr Farrin Ashtab', 'دکتر فرین اشتاب', [['Doctor Ashtab', 'en']]),
    note: `${INVENTED} District doctor at Rudsimin in 1344.`,
  },
  golandam: {
    kind: 'person',
    names: names('Golandam Havangi', 'گلندام هاونگی', [
      ['Aunt Golandam', 'en'],
      ['خاله گلندام', 'fa'],
    ]),
    note: `${INVENTED} Baker of Peshtar who brought bread to the gate.`,
  },
} satisfies Record<string, AuthorityInput>

const SOURCE_RECORDS = {
  peykreport: {
    title: 'Half a century of silence at the salt house (an invented report)',
    kind: 'press_report',
    publisher: 'Peyk-e Rudsimin (invented weekly)',
    affiliation: 'Independent; its editor is a relative of one of the missing.',
    author: 'Mahtab Sanduqdar (invented)',
    date: '17 Mehr 1398',
    url: 'https://peyk.example.org/1398/07/17/salt-house',
    retrievedOn: '2024-02-11',
    note: INVENTED,
  },
  bulletin: {
    title: 'Winter bulletin of the Directorate of Canals, No. 14 (an invented document)',
    kind: 'other',
    publisher: 'Directorate of Canals of Tarvand (invented)',
    affiliation: 'Party to the matter: it ran the Kelvar Salt House.',
    date: 'Farvardin 1345',
    note: INVENTED,
  },
  families: {
    title: 'The list of the Families’ Circle, third fair copy (an invented document)',
    kind: 'other',
    publisher: 'Families’ Circle of Anarvin (invented)',
    affiliation: 'Relatives of those who did not return.',
    date: 'Tir 1371',
    note: INVENTED,
  },
  courtfile: {
    title: 'File 27 of the water court at Rudsimin (an invented file)',
    kind: 'court_file',
    publisher: 'Water court of Rudsimin (invented)',
    affiliation: '',
    affiliationToConfirm: true,
    date: '1346',
    note: INVENTED,
  },
  memoirbook: {
    title: 'Salt on the Sleeve: a memoir (an invented book)',
    kind: 'book',
    publisher: 'Simin Bridge Press (invented)',
    affiliation: 'None known.',
    author: 'Kuhyar Dastanbu (invented)',
    date: '1383',
    note: INVENTED,
  },
  radiotape: {
    title: 'Valley Voices, tape 6 (an invented recording)',
    kind: 'recording',
    publisher: 'Valley Voices, a listeners’ club (invented)',
    affiliation: 'None known.',
    date: 'winter 1388',
    note: INVENTED,
  },
} satisfies Record<string, SourceInput>

const OCCASION_RECORDS = {
  hearingday1: {
    title: 'The Rudsimin Hearing, first day (invented)',
    kind: 'hearing',
    place: 'Rudsimin, the hall of the weavers',
    date: '12 Mehr 1398',
    organisation: 'Families’ Circle of Anarvin',
    note: `${INVENTED} Chaired by three retired teachers; no power to summon or to judge.`,
  },
  hearingday2: {
    title: 'The Rudsimin Hearing, second day (invented)',
    kind: 'hearing',
    place: 'Rudsimin, the hall of the weavers',
    date: '13 Mehr 1398',
    organisation: 'Families’ Circle of Anarvin',
    note: INVENTED,
  },
  listening: {
    title: 'Listening week at Golmarz (invented)',
    kind: 'session',
    place: 'Golmarz, the old school',
    date: '3 to 8 Ordibehesht 1400',
    organisation: 'Valley Voices',
    note: INVENTED,
  },
  remembrance: {
    title: 'Evening of remembrance at the Simin bridge (invented)',
    kind: 'commemoration',
    place: 'Rudsimin',
    date: '10 Esfand 1400',
    organisation: 'Families’ Circle of Anarvin',
    note: INVENTED,
  },
  press: {
    title: 'Meeting with the press after the hearing (invented)',
    kind: 'press_conference',
    place: 'Rudsimin',
    date: '14 Mehr 1398',
    organisation: 'Families’ Circle of Anarvin',
    note: INVENTED,
  },
} satisfies Record<string, OccasionInput>

/** Events, places, people and organisations, by the key that demo statements name them with. */
export const AUTHORITIES: Record<keyof typeof AUTHORITY_RECORDS, AuthorityInput> = AUTHORITY_RECORDS
/** Where statements come from, by key. */
export const SOURCES: Record<keyof typeof SOURCE_RECORDS, SourceInput> = SOURCE_RECORDS
/** Where statements were given, by key. */
export const OCCASIONS: Record<keyof typeof OCCASION_RECORDS, OccasionInput> = OCCASION_RECORDS
