import { describe, expect, it } from 'vitest'
import type { MappedColumn, Mapping } from '#lib/importing/tables/mapping.ts'
import { statementContentSchema } from '#lib/statements/model.ts'
import { readCsv } from '#tests/support/tables.ts'

const mapping = (columns: MappedColumn[], defaults: Mapping['defaults'] = []): Mapping => ({
  version: 1,
  name: '',
  columns,
  defaults,
})

describe('a row becomes a draft', () => {
  it('with everything that its columns say, in both languages and calendars', async () => {
    const { drafts, view } = await readCsv(
      [
        'Record ID,Title (en),عنوان فارسی,Witness,Other names,Born,Display mode,Pseudonym,Type,Directness,Date,تاریخ رویداد (شمسی),Interviewer,Signed,Source,Publisher,Consent: preserve,Consent: publish named,Consent date,Content notes,Concerns minor,People,Text,Translation (fa),Shelf',
        '7,The night of the flood,شب سیل,Nora Veld,N. V.; Nora V.,1345,Pseudonym,M.,مصاحبه,Saw it,4 May 2023,تیر ۱۴۰۱,Ines Aro,yes,Ostra collection,Ostra Museum,granted,رد شده,1402/02/14,torture; اعدام,no,Tomas Brandt,"We heard the dam.\n\nTomas Brandt ran.","صدای سد را شنیدیم.\n\nتوماس برانت دوید.",B 12',
      ].join('\n'),
    )
    expect(view).toMatchObject({ rows: 1, mistakes: 0, unmapped: ['Shelf'], isProposed: true })
    const [draft] = drafts
    expect(draft).toMatchObject({
      record: '7',
      line: 2,
      identity: 'record:Ostra collection:7',
      identityOfWitness: {
        legalName: 'Nora Veld',
        otherNames: [{ name: 'N. V.' }, { name: 'Nora V.' }],
        birthYear: '1345',
      },
      consents: [
        { purpose: 'preserve', decision: 'granted', givenOn: '2023-05-04' },
        { purpose: 'publish_named', decision: 'refused', givenOn: '2023-05-04' },
      ],
      source: { title: 'Ostra collection', kind: 'other', publisher: 'Ostra Museum' },
      extras: { Shelf: 'B 12' },
    })
    const content = statementContentSchema.parse(draft!.content)
    expect(content).toMatchObject({
      titles: { en: 'The night of the flood', fa: 'شب سیل' },
      testimonyType: 'interview',
      witness: { displayMode: 'pseudonym', displayName: { en: 'M.' } },
      knowledge: { directness: 'saw' },
      taking: { dateGiven: { edtf: '2023-05-04' }, interviewer: 'Ines Aro', signed: 'yes' },
      about: {
        date: { stated: 'تیر ۱۴۰۱', calendar: 'solar_hijri', edtf: '2022-06-22/2022-07-22' },
      },
      sensitivity: { contentNotes: ['torture', 'execution'] },
      declarations: { concernsMinor: false, namesAllegedPerpetrator: null },
      text: { language: 'en' },
    })
    const keys = content.text.passages.map(({ key }) => key)
    expect(content.translations).toEqual([
      {
        language: 'fa',
        translator: null,
        certification: '',
        passages: [
          { key: keys[0], text: 'صدای سد را شنیدیم.' },
          { key: keys[1], text: 'توماس برانت دوید.' },
        ],
      },
    ])
    expect(draft!.named).toEqual([
      { kind: 'person', name: 'Tomas Brandt', role: 'other', passages: [keys[1]] },
    ])
    expect(JSON.stringify([draft!.content, draft!.extras])).not.toContain('Veld')
  })

  it('keeps the name of a witness out of the title, and says so', async () => {
    const { drafts, view } = await readCsv(
      'id,title,witness,text\n1,Nora Veld – Part 1,Nora Veld,We ran.\n',
    )
    expect(JSON.stringify(drafts[0]!.content)).not.toContain('Veld')
    expect(view.notices).toEqual([
      { reason: 'titleNamesWitness', column: 'title', row: 2, count: 1 },
    ])
  })

  it('joins first and last name, and takes defaults where a cell or a column is missing', async () => {
    const { drafts } = await readCsv(
      'First name,Last name,Type,Text\nNora,Veld,,We ran.\n,,letter,I stayed.\n',
      {
        mapping: mapping(
          [
            { column: 'First name', field: 'identity.legalName' },
            { column: 'Last name', field: 'identity.legalName' },
            { column: 'Type', field: 'testimonyType' },
            { column: 'Text', field: 'text' },
          ],
          [
            { field: 'testimonyType', value: 'مصاحبه' },
            { field: 'source.title', value: 'Ostra letters' },
            { field: 'identity.legalName', value: 'not asked' },
          ],
        ),
      },
    )
    expect(drafts.map(({ identityOfWitness }) => identityOfWitness.legalName)).toEqual([
      'Nora Veld',
      { missing: 'not_asked' },
    ])
    expect(drafts.map(({ content }) => content.testimonyType)).toEqual(['interview', 'letter'])
    expect(drafts[0]!.source).toMatchObject({ title: 'Ostra letters' })
  })

  it('is known by source and id, else by its text; what its cells say tells a changed one', async () => {
    const one = await readCsv('id,source,text\n1,Ostra,We ran.\n')
    const other = await readCsv('id,source,text\n1,Ostra,We hid.\n')
    expect(one.drafts[0]!.identity).toBe('record:Ostra:1')
    expect(other.drafts[0]!.identity).toBe('record:Ostra:1')
    expect(other.drafts[0]!.fingerprint).not.toBe(one.drafts[0]!.fingerprint)
    const bare = await readCsv('text\nWe ran.\n')
    expect(bare.drafts[0]!.identity).toMatch(/^text:[0-9a-f]{64}$/)
  })

  it('leaves a translation in one piece where its paragraphs are not those of the text', async () => {
    const { drafts, view } = await readCsv('text,translation (fa)\n"One.\n\nTwo.",یک و دو.\n')
    expect(drafts[0]!.content.translations![0]!.passages).toHaveLength(1)
    expect(view.notices[0]).toMatchObject({ reason: 'translationNotAligned' })
  })
})

describe('mistakes', () => {
  const TABLE =
    'id,date,type,text\n1,soon,Intervew,We ran.\n2,2023-05-04,letter,I stayed.\n2,2023-05-05,letter,I went.\n'

  it('stand at their cells, with row, column, value and what would be understood', async () => {
    const { records, view } = await readCsv(TABLE)
    expect(records.map(({ outcome }) => outcome)).toEqual(['failed', 'draft', 'failed'])
    expect(records[0]).toEqual({
      outcome: 'failed',
      record: '1',
      line: 2,
      reason: 'cells',
      field: 'date, type',
    })
    expect(view).toMatchObject({ rows: 3, mistakenRows: 2, mistakes: 3 })
    expect(view.toMend.flatMap(({ problems }) => problems)).toEqual([
      expect.objectContaining({ row: 2, column: 'date', reason: 'notADate', value: 'soon' }),
      expect.objectContaining({
        row: 2,
        column: 'type',
        reason: 'unknownValue',
        value: 'Intervew',
        proposals: [{ code: 'interview', en: 'Interview', fa: 'مصاحبه' }],
      }),
      expect.objectContaining({ row: 4, column: 'id', reason: 'idTwice', value: '2', about: 3 }),
    ])
  })

  it('are mended in place without touching the file', async () => {
    const cells = [
      { row: 2, column: 'date', value: 'مرداد ۱۴۰۲' },
      { row: 2, column: 'type', value: 'مصاحبه' },
      { row: 4, column: 'id', value: '3' },
    ]
    const { drafts, view } = await readCsv(TABLE, { cells })
    expect(view).toMatchObject({ mistakes: 0, toMend: [] })
    expect(drafts).toHaveLength(3)
    expect(drafts[0]!.content.taking!.dateGiven).toMatchObject({ calendar: 'solar_hijri' })
  })

  it('are mended for all cells of a value at once by the mapping', async () => {
    const { drafts } = await readCsv('id,type,text\n1,aff.,a\n2,AFF.,b\n', {
      mapping: mapping([
        { column: 'id', field: 'id' },
        { column: 'type', field: 'testimonyType', values: { 'aff.': 'signed_affidavit' } },
        { column: 'text', field: 'text' },
      ]),
    })
    expect(drafts.map(({ content }) => content.testimonyType)).toEqual([
      'signed_affidavit',
      'signed_affidavit',
    ])
  })

  it('are the same row twice only where it differs', async () => {
    const { records } = await readCsv('id,text\n1,a\n1,a\n')
    expect(records.map(({ outcome }) => outcome)).toEqual(['draft', 'draft'])
  })
})

describe('what is never more than text', () => {
  it('takes formulas as text and names them', async () => {
    const formulas = ['=HYPERLINK("http://x")', '+SUM(A1)', '-2+3+cmd|x', '@SUM(1)']
    const { drafts, view } = await readCsv(
      `id,text\n${formulas.map((each, index) => `${index},"${each.replaceAll('"', '""')}"`).join('\n')}\n9,- I was there (at home).\n`,
    )
    expect(drafts.map(({ content }) => content.text!.passages![0]!.text)).toEqual([
      ...formulas,
      '- I was there (at home).',
    ])
    expect(view.notices).toEqual([{ reason: 'formulaText', column: 'text', row: 2, count: 4 }])
  })

  it('keeps script in every field as it is written', async () => {
    const script = '<script>alert(1)</script>'
    const { drafts } = await readCsv(
      `id,title,witness,place,text,${script}\n${script},${script},<b onclick=x>,${script},${script},${script}\n`,
    )
    expect(drafts[0]).toMatchObject({
      record: script,
      content: { titles: { und: script }, taking: { placeGiven: script } },
      identityOfWitness: { legalName: '<b onclick=x>' },
      extras: { [script]: script },
    })
  })

  it('does not stumble over columns named like parts of the language', async () => {
    const { drafts } = await readCsv('id,constructor,__proto__,toString\n1,a,b,c\n')
    expect(drafts[0]!.record).toBe('1')
    expect(Object.keys(drafts[0]!.extras)).toContain('constructor')
  })
})
