import { demoStatements } from './statements.ts'

/** What tests and photographs may rely upon in a freshly seeded demo archive. */
export const DEMO = {
  /** The statement of 20,000 words. */
  transcriptTitle: 'Three days with a copy of the water ledger',
  /** Published three times; what stood at §17 of the first revision stands elsewhere in the later ones. */
  revised: {
    name: 'ledger',
    passages: [21, 23, 22],
    /** How §17 begins in revisions 1, 2 and 3. */
    seventeenth: ['از آن سیزده نفر', 'من داخل را ندیدم', 'اواخر اسفند، سیزده نفر'],
  },
  /** Names of witnesses under another name: they stand in the vault and nowhere else. */
  withheldNames: ['Siyamak Dehbalan', 'سیامک ده‌بالان', 'Azarmidokht Tirani', 'Nowzar Peykani'],
  /** Words that stand in one statement alone, in its text or its translation, by who may find them. */
  words: {
    public: {
      ledger: ['dragonfly', 'سنجاقک'],
      brineHall: ['cordwainer', 'چرم‌دوز'],
      nurse: ['barograph', 'هواسنج'],
      daughter: ['abacus'],
      hearing: ['nigella', 'سیاه‌دانه'],
      clerk: ['violet', 'بنفش'],
      telephone: ['metronome'],
      transcript: ['theodolite'],
    },
    registered: { gatekeeper: ['قمقمه'] },
    staff: { driver: ['kerosene', 'گازوئیل'] },
    embargoed: { lawyer: ['sextant'] },
    /** In an open second revision; the published first one has not got it. */
    openRevision: { telephone: ['harmonium'] },
    withdrawn: { kite: ['بادبادک'], busNotes: ['thimble'] },
    /** Awaiting a second reviewer, approved, and a draft. */
    unpublished: { weighingRoom: ['شهرفرنگ'], copyist: ['فندک'], unfinished: ['گلدان'] },
  },
} as const

/** The reference that seeding gives to a statement by its name, in the year in which it was seeded. */
export function demoReference(name: string, year: number = new Date().getUTCFullYear()): string {
  const index = demoStatements().findIndex((statement) => statement.name === name)
  if (index === -1) throw new Error(`no demo statement is named ${name}`)
  return `GV-${year}-${String(index + 1).padStart(6, '0')}`
}
