import { describe, expect, it } from 'vitest'
import type { PlannedDraft } from '#lib/importing/planned.ts'
import { readTable } from '#lib/importing/tables/read.ts'
import { hasDublinCore, openDublinCore } from '#lib/importing/xml/dublin-core.ts'
import { planOhms } from '#lib/importing/xml/ohms.ts'
import { parseXml } from '#lib/importing/xml/parse.ts'
import { statementContentSchema } from '#lib/statements/model.ts'

const parse = (text: string) => parseXml(Buffer.from(text))

describe('XML is read with care', () => {
  it.each([
    ['entities that it declares', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'import.xmlEntities'],
    [
      'entities from elsewhere',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'import.xmlEntities',
    ],
    ['elements that are never closed', '<a>\n<b></a>', 'import.xmlBroken'],
    ['elements nested without end', '<x>'.repeat(5_000) + '</x>'.repeat(5_000), 'import.xmlBroken'],
    ['names of the language itself', '<a><__proto__>1</__proto__></a>', 'import.xmlBroken'],
  ])('refuses %s', (_what, text, reason) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ reason }))
  })

  it('reads character references and the encoding that it names', () => {
    expect(parse('<a>x &amp; &#1587; &lt;script&gt;</a>').a).toBe('x & س <script>')
    const bytes = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\xc7a</a>', 'latin1')
    expect(parseXml(bytes).a).toBe('Ça')
  })
})

const OHMS = `<?xml version="1.0" encoding="UTF-8"?>
<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="000123" dt="2023-05-09">
<version>5.4</version><date value="2023-05-04" format="yyyy-mm-dd"/>
<title>Interview with Nora Veld, May 4, 2023</title><accession>OST-12</accession>
<duration>00:10:00</duration><collection_name>Ostra flood interviews</collection_name>
<repository>Ostra Museum</repository><subject>Floods</subject>
<interviewee>Nora Veld</interviewee><interviewer>Ines Aro</interviewer><interviewer>Leo Marn</interviewer>
<file_name>ost12.mp3</file_name><language>English</language>
<index>
<point><time>0</time><title>The night</title><partial_transcript>We heard the dam before we saw it.</partial_transcript>
<synopsis>She describes the first hour.</synopsis><keywords>Dam;Night</keywords><subjects>Floods</subjects></point>
<point><time>272</time><title>The school</title><partial_transcript/><synopsis>How the school became a shelter.</synopsis></point>
</index><transcript>No transcript.</transcript><rights>CC BY</rights></record></ROOT>`

describe('an OHMS index', () => {
  it('becomes one draft whose segments are passages with time codes', () => {
    const [draft] = planOhms(parse(OHMS), 'ost12.xml')
    expect(draft).toMatchObject({
      record: 'OST-12',
      identity: 'record:Ostra flood interviews:OST-12',
      identityOfWitness: { legalName: 'Nora Veld' },
      source: { title: 'Ostra flood interviews', kind: 'recording', publisher: 'Ostra Museum' },
      content: {
        testimonyType: 'interview',
        taking: {
          dateGiven: { edtf: '2023-05-04' },
          interviewer: 'Ines Aro; Leo Marn',
          recording: 'ost12.mp3',
        },
        text: { kind: 'transcript', language: 'en' },
      },
      extras: { keywords: 'Dam; Night; Floods', subject: 'Floods' },
    })
    expect(JSON.stringify(draft!.content)).not.toContain('Veld')
    expect(statementContentSchema.safeParse(draft!.content).success).toBe(true)
    const passages = draft!.content.text!.passages!.map(({ key: _, ...rest }) => rest)
    const first = { start: 0, end: 272_000 }
    const second = { start: 272_000, end: 600_000 }
    expect(passages).toEqual([
      { text: 'The night', time: first, kind: 'heading' },
      { text: 'We heard the dam before we saw it.', time: first, form: 'quoted' },
      { text: 'She describes the first hour.', time: first, form: 'reported' },
      { text: 'The school', time: second, kind: 'heading' },
      { text: 'How the school became a shelter.', time: second, form: 'reported' },
    ])
  })

  it('puts a whole transcript before the segments and repeats no part of it', () => {
    const whole = OHMS.replace(
      'No transcript.',
      'Ines Aro: What did you hear?\n\nNora Veld: The dam.',
    )
    const passages = planOhms(parse(whole), 'x.xml')[0]!.content.text!.passages!
    expect(passages.map(({ text, kind }) => [kind ?? 'prose', text]).slice(0, 3)).toEqual([
      ['question', 'What did you hear?'],
      ['answer', 'The dam.'],
      ['heading', 'The night'],
    ])
    expect(passages.map(({ text }) => text)).not.toContain('We heard the dam before we saw it.')
  })
})

const DC = `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The night of the flood</dc:title><dc:title xml:lang="fa">شب سیل</dc:title>
<dc:creator>Nora Veld</dc:creator><dc:contributor>Ines Aro</dc:contributor>
<dc:description>A resident of Ostra tells of the night.</dc:description>
<dc:date>1402/02/14</dc:date><dc:language>en</dc:language><dc:identifier>ost-12</dc:identifier>
<dc:identifier>https://example.org/12</dc:identifier><dc:publisher>Ostra Museum</dc:publisher></oai_dc:dc>`

async function readDublinCore(text: string) {
  const { table, proposed } = openDublinCore(parse(text))
  const { records, view } = readTable(table, 'dc.xml', {}, proposed)
  const drafts: PlannedDraft[] = []
  for await (const record of records) if (record.outcome === 'draft') drafts.push(record)
  return { drafts, view }
}

describe('Dublin Core', () => {
  it('becomes a draft by a mapping that can be changed; a creator goes to the vault', async () => {
    const { drafts, view } = await readDublinCore(DC)
    expect(view).toMatchObject({ rows: 1, mistakes: 0, unmapped: [], sealed: ['contributor'] })
    expect(drafts[0]).toMatchObject({
      record: 'ost-12',
      identity: 'record:Ostra Museum:ost-12',
      identityOfWitness: { legalName: 'Nora Veld', securityNotes: 'contributor: Ines Aro' },
      source: { publisher: 'Ostra Museum' },
      content: {
        titles: { en: 'The night of the flood', fa: 'شب سیل' },
        otherIdentifiers: [
          { type: 'record', value: 'ost-12' },
          { value: 'https://example.org/12' },
        ],
        taking: { dateGiven: { calendar: 'solar_hijri', edtf: '2023-05-04' } },
      },
      extras: {},
    })
    expect(JSON.stringify(drafts[0]!.content)).not.toContain('Veld')
  })

  it('reads the records of an OAI-PMH answer, each by the identifier of its header', async () => {
    const record = (id: string) =>
      `<record><header><identifier>oai:ostra:${id}</identifier></header><metadata>${DC}</metadata></record>`
    const { drafts } = await readDublinCore(
      `<OAI-PMH><ListRecords>${record('1')}${record('2')}</ListRecords></OAI-PMH>`,
    )
    expect(drafts.map(({ record: name }) => name)).toEqual(['oai:ostra:1', 'oai:ostra:2'])
  })

  it('is not seen where there is none', () => {
    expect(hasDublinCore(parse('<html><head><title>x</title></head></html>'))).toBe(false)
    expect(() => openDublinCore(parse('<a/>'))).toThrow(
      expect.objectContaining({ reason: 'import.noRecords' }),
    )
  })
})
