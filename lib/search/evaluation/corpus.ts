import { z } from 'zod'
import type { StatementDocument } from '../contract.ts'

/** A text of a corpus as the evaluation takes it: a statement, cut into passages. */
export interface CorpusStatement {
  /** From 1, its place in the corpus. */
  id: number
  /** Its own id in the corpus, by which given queries name it. */
  key: string
  title: string
  language: string
  passages: string[]
  /** Spellings of the one name that this record is about, in both scripts; empty for an ordinary text. */
  spellings: string[]
}

/** Words of a passage; a shorter rest is put to the passage before it. */
const PASSAGE_WORDS = 120
const PASSAGE_WORDS_MIN = 60

const forms = z.union([z.string(), z.array(z.string())]).transform((form) => [form].flat())
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  title: z.string().nullish(),
  language: z.string().nullish(),
  text: z.string().nullish(),
  fa: forms.nullish(),
  latin: forms.nullish(),
})

/**
 * Reads a corpus of one JSON record a line, `{id, title, language, text}` or a name with its spellings `{id, fa, latin}`;
 * of such a record the first Persian form is the text. Records with neither are left out.
 *
 * @throws Error naming the line that is no such record
 */
export function readCorpus(lines: string): CorpusStatement[] {
  const statements: CorpusStatement[] = []
  lines.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const record = recordSchema.safeParse(parseLine(line))
    if (!record.success) throw new Error(`line ${index + 1} of the corpus is no record`)
    const { id, title, language, text, fa, latin } = record.data
    const spellings = text ? [] : [...(fa ?? []), ...(latin ?? [])]
    const passages = cutPassages(text ?? spellings[0] ?? '')
    if (passages.length === 0) return
    statements.push({
      id: statements.length + 1,
      key: id ?? String(index + 1),
      title: title ?? '',
      language: language ?? (text ? 'en' : 'fa'),
      passages,
      spellings,
    })
  })
  return statements
}

/** A text in passages of 60 to 200 words, cut at white space; a text shorter than that is one passage. */
export function cutPassages(text: string): string[] {
  const words = text.match(/\S+/g) ?? []
  const passages: string[] = []
  for (let from = 0; from < words.length; ) {
    const rest = words.length - from
    const length = rest < PASSAGE_WORDS + PASSAGE_WORDS_MIN ? rest : PASSAGE_WORDS
    passages.push(words.slice(from, from + length).join(' '))
    from += length
  }
  return passages
}

/** The statement as engines take it: readable by all, without names, records or dates, its title included. */
export function toDocument(statement: CorpusStatement): StatementDocument {
  return {
    id: statement.id,
    reference: `C-${statement.id}`,
    revision: 1,
    state: 'evaluated',
    titles: statement.title === '' ? {} : { [statement.language]: statement.title },
    languages: [statement.language],
    type: null,
    knows: [],
    events: [],
    places: [],
    people: [],
    names: [],
    extra: [],
    speakers: [],
    placeNames: [],
    years: [],
    dateGiven: null,
    dateAdded: '2000-01-01',
    audience: 'public',
    visibleFrom: null,
    visibleUntil: null,
    passages: statement.passages.map((text, index) => ({
      key: `p${index + 1}`,
      number: index + 1,
      language: statement.language,
      speaker: '',
      text,
    })),
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
