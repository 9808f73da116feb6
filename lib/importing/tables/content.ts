import { type StatementContentInput, statementContentSchema } from '#lib/statements/model.ts'
import { cutPassages, unwrapLines } from '#lib/text/passages.ts'
import { holdsWords, wordsOf } from '#lib/text/word-match.ts'
import { detectLanguage } from '../languages.ts'
import type { NamedRecord } from '../named-records.ts'
import { toPassage } from '../to-passage.ts'
import { cutTurns } from '../turns.ts'
import type { TableFieldName } from './fields.ts'
import type { FilledRow } from './filled.ts'
import type { StatedCell } from './values.ts'

type Passages = ReturnType<typeof toPassage>[]
type Facts = Record<string, unknown>

/** The content that a row gives, and the records that it names: their ids are put in when the draft is made. */
export function contentOf(filled: FilledRow): {
  content: StatementContentInput
  named: NamedRecord[]
} {
  const witness = filled.text('identity.legalName')
  const interviewer = filled.text('taking.interviewer')
  const interviewers = (interviewer ?? '').split(/\s*[;؛]\s*/u).filter((name) => name !== '')
  const text = filled.text('text') ?? ''
  const { turns, hasTurns } = cutTurns(text, { witness, interviewers })
  const passages = turns.map((turn) => toPassage(turn))
  const language = filled.text('text.language') ?? detectLanguage(text)
  const id = filled.text('id')
  const pick = (...names: TableFieldName[]): Facts =>
    Object.fromEntries(names.map((name) => [name.split('.').at(-1)!, filled.fact(name)]))

  const content = {
    titles: localizedOf(filled, 'titles', language),
    abstracts: localizedOf(filled, 'abstracts', language),
    otherIdentifiers: [
      ...(id === null ? [] : [{ type: 'record', value: id }]),
      ...filled
        .all('otherIdentifiers')
        .flatMap(({ column, values }) =>
          values.map((value) => ({ type: column.slice(0, 60), value: String(value) })),
        ),
    ],
    ...pick('testimonyType', 'solemnity', 'generation', 'originalLocation'),
    narrativeForm: filled.fact('narrativeForm') ?? (hasTurns ? 'question_and_answer' : null),
    witness: {
      displayMode: filled.text('witness.displayMode'),
      displayName: localizedOf(filled, 'witness.displayName', language),
    },
    knowledge: pick(
      'knowledge.relation',
      'knowledge.directness',
      'knowledge.conditions',
      'knowledge.toldBy',
    ),
    taking: takingOf(filled),
    source: { locator: filled.text('source.locator') ?? '' },
    about: { date: filled.fact<StatedCell>('about.date') },
    text: {
      kind: filled.text('text.kind') ?? (hasTurns ? 'transcript' : 'original'),
      language,
      passages,
    },
    translations: translationsOf(filled, passages),
    sensitivity: {
      contentNotes: [...new Set(filled.list('sensitivity.contentNotes'))],
      namesLivingPeople: filled.yesNo('sensitivity.namesLivingPeople'),
      exposureAdvice: filled.text('sensitivity.exposureAdvice') ?? '',
    },
    declarations: {
      namesAllegedPerpetrator: filled.yesNo('declarations.namesAllegedPerpetrator'),
      concernsMinor: filled.yesNo('declarations.concernsMinor'),
      concernsSexualViolence: filled.yesNo('declarations.concernsSexualViolence'),
    },
    access: {
      audience: filled.text('access.audience'),
      embargoUntil: filled.text('access.embargoUntil'),
      basis: filled.text('access.basis'),
      note: filled.text('access.note') ?? '',
    },
  }
  // Values were read by the vocabularies of their fields; the whole is checked once more where it is used.
  return { content: content as StatementContentInput, named: namedOf(filled, passages) }
}

function takingOf(filled: FilledRow): Facts {
  const names = Object.keys(statementContentSchema.shape.taking.unwrap().shape)
  const taking: Facts = {}
  for (const name of names) {
    if (name === 'occasionId') continue
    const field = `taking.${name}` as TableFieldName
    const value = filled.fact<StatedCell | string | boolean>(field)
    taking[name] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
  }
  return taking
}

/** By language: that of the column, else that of the text, else as the letters tell. */
function localizedOf(
  filled: FilledRow,
  field: TableFieldName,
  language: string | null,
): Record<string, string> {
  return Object.fromEntries(
    filled.all(field).flatMap((each) => {
      const value = each.values[0]
      if (typeof value !== 'string') return []
      return [[each.language ?? language ?? detectLanguage(value) ?? 'und', value]]
    }),
  )
}

/** A translation stands beside the text, paragraph by paragraph; where their numbers differ it stays in one piece. */
function translationsOf(filled: FilledRow, passages: Passages) {
  return filled.all('translation').flatMap(({ language, column, values }) => {
    const whole = String(values[0] ?? '')
    const translated = language ?? detectLanguage(whole)
    if (whole === '') return []
    if (translated === null) filled.refuse(column, 'languageMissing')
    else if (passages.length === 0) filled.refuse(column, 'translationWithoutText')
    else {
      const paragraphs = cutPassages(whole)
      const isAligned = paragraphs.length === passages.length
      if (!isAligned) filled.notice(column, 'translationNotAligned')
      const translator = filled
        .all('translator')
        .find((each) => each.language === undefined || each.language === language)
      return [
        {
          language: translated,
          translator: translator?.values[0] ?? missingOf(translator?.missing),
          passages: isAligned
            ? passages.map(({ key }, index) => ({
                key,
                text: unwrapLines(paragraphs[index]!.text),
              }))
            : [{ key: passages[0]!.key, text: whole.trim() }],
        },
      ]
    }
    return []
  })
}

function missingOf(reason: string | null | undefined) {
  return reason ? { missing: reason } : null
}

const MENTIONED = [
  ['people', 'person'],
  ['organisations', 'organisation'],
] as const
const ABOUT = [
  ['about.events', 'event'],
  ['about.places', 'place'],
] as const

/** Records by name: events and places of the statement; people and organisations at the passages that name them. */
function namedOf(filled: FilledRow, passages: Passages): NamedRecord[] {
  const about = ABOUT.flatMap(([field, kind]) =>
    filled.list(field).map((name): NamedRecord => ({ kind, name, role: null, passages: [] })),
  )
  const mentioned = MENTIONED.flatMap(([field, kind]) =>
    filled.all(field).flatMap(({ values, role, column }) =>
      (values as string[]).map((name): NamedRecord => {
        const words = wordsOf(name)
        const found = passages.filter(({ text }) => holdsWords(text, words))
        if (passages.length === 0) filled.refuse(column, 'mentionWithoutText', name)
        const keys = (found.length > 0 ? found : passages.slice(0, 1)).map(({ key }) => key)
        return { kind, name, role: role ?? 'other', passages: keys }
      }),
    ),
  )
  return [...about, ...mentioned]
}
