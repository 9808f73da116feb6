/**
 * A table of 300 invented records about the invented flood of Ostra, with mistakes of eleven kinds, three of each, and
 * what they are to be mended to. `tests/fixtures/importing/mistaken.xlsx` is this table, saved by LibreOffice Calc.
 */
export const TABLE_HEADS = [
  'Record ID',
  'Title (en)',
  'عنوان فارسی',
  'Witness',
  'Year of birth',
  'Sex',
  'Display mode',
  'Type',
  'Relation',
  'How the witness knows',
  'Date given',
  'تاریخ رویداد (شمسی)',
  'Place',
  'Interviewer',
  'Language',
  'Signed',
  'Consent: preserve',
  'Consent date',
  'Content notes',
  'Text',
  'Shelf',
] as const
type Head = (typeof TABLE_HEADS)[number]

export const TABLE_ROWS = 300

const GIVEN_NAMES = ['Nora', 'Tomas', 'Ines', 'Leo', 'Mira', 'Jonas']
const FAMILY_NAMES = ['Veld', 'Brandt', 'Aro', 'Marn', 'Lind', 'Osk', 'Tarn']
const PLACES = ['Lindholm', 'Ostra', 'مهرشهر', 'Merland']
const TYPES = ['Interview', 'مصاحبه', 'letter', 'Signed affidavit', 'خاطرات']
const KNOWS = ['Saw it', 'experienced', 'از شاهد عینی شنیده است', 'Heard it directly']

/** Row 2 is the first record, as a spreadsheet program counts. */
export function tableRow(row: number): Record<Head, string> {
  const number = row - 1
  const pick = (list: readonly string[]) => list[number % list.length]!
  return {
    'Record ID': `OST-${String(number).padStart(3, '0')}`,
    'Title (en)': `The night of the flood, account ${number}`,
    'عنوان فارسی': `شب سیل، روایت ${number}`,
    Witness: `${pick(GIVEN_NAMES)} ${pick(FAMILY_NAMES)}`,
    'Year of birth': String(1330 + (number % 50)),
    Sex: number % 2 ? 'female' : 'مرد',
    'Display mode': 'Code',
    Type: pick(TYPES),
    Relation: 'Eyewitness',
    'How the witness knows': pick(KNOWS),
    'Date given': number % 3 ? '2023-05-04' : '۱۴ اردیبهشت ۱۴۰۲',
    'تاریخ رویداد (شمسی)': 'تیر ۱۴۰۱',
    Place: pick(PLACES),
    Interviewer: 'Ines Aro',
    Language: number % 4 ? 'English' : 'fa',
    Signed: number % 2 ? 'yes' : 'نه',
    'Consent: preserve': 'granted',
    'Consent date': '1402/02/14',
    'Content notes': 'none',
    Text:
      number % 4
        ? `We heard the dam before we saw it.\nThen the ${number} of us ran to the school.`
        : `صدای سد را پیش از دیدنش شنیدیم.\nسپس ما ${number} نفر به مدرسه دویدیم.`,
    Shelf: `B ${number}`,
  }
}

export interface Mistake {
  row: number
  head: Head
  wrong: string
  right: string
}

const KINDS: readonly (readonly [head: Head, wrong: string, right: string])[] = [
  ['Type', 'Intervew', 'Interview'],
  ['How the witness knows', 'sort of saw', 'دیده است'],
  ['Date given', '31/02/2023', '28 February 2023'],
  ['تاریخ رویداد (شمسی)', '۱۴۰۱/۱۳/۰۱', '۱۴۰۱/۱۲/۰۱'],
  ['Year of birth', 'sixty', '1345'],
  ['Language', 'Persan', 'فارسی'],
  ['Signed', 'perhaps', 'no'],
  ['Consent: preserve', 'agreed', 'داده شده'],
  ['Consent date', 'May 2023', '۱۴۰۲/۰۲/۱۴'],
  ['Content notes', 'torture; tortoise', 'torture; none'],
]

/** Three of each kind, spread over the table; the last kind is an id that an earlier row has. */
export const MISTAKES: readonly Mistake[] = [
  ...KINDS.flatMap(([head, wrong, right], kind) =>
    [0, 1, 2].map((time) => ({ row: 10 + kind * 9 + time * 95, head, wrong, right })),
  ),
  ...[290, 295, 300].map(
    (row): Mistake => ({ row, head: 'Record ID', wrong: 'OST-001', right: `OST-${row}-b` }),
  ),
]

/** The whole table, mistakes and all, as values parted by commas. */
export function tableCsv(): string {
  const wrong = new Map(MISTAKES.map((each) => [`${each.row} ${each.head}`, each.wrong]))
  const lines = [TABLE_HEADS.map(quote).join(',')]
  for (let row = 2; row < TABLE_ROWS + 2; row++) {
    const cells = tableRow(row)
    lines.push(
      TABLE_HEADS.map((head) => quote(wrong.get(`${row} ${head}`) ?? cells[head])).join(','),
    )
  }
  return `${lines.join('\n')}\n`
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
