import canonicalize from 'canonicalize'
import { AppError } from '#lib/errors.ts'
import { newPassageKey } from '#lib/statements/model.ts'
import { cutPassages, unwrapLines } from '#lib/text/passages.ts'
import { sha256 } from '../decode.ts'
import { neutralTitle, statedDate } from '../jsonl.ts'
import { detectLanguage } from '../languages.ts'
import type { PlannedDraft } from '../planned.ts'
import { findLanguage } from '../tables/words.ts'
import { toPassage } from '../to-passage.ts'
import { cutTurns } from '../turns.ts'
import { attributeOf, childrenOf, childText, textOf, type XmlNode } from './parse.ts'

/** What is kept of the recording itself: its form, its place and its series. */
export const KEYS_OF_RECORDINGS = ['format', 'media_url', 'series_name']

type Passage = NonNullable<NonNullable<PlannedDraft['content']['text']>['passages']>[number]

/** The records of an index made with OHMS (Oral History Metadata Synchronizer), by their `<record>` in `<ROOT>`. */
export function ohmsRecords(document: Record<string, XmlNode | XmlNode[]>): XmlNode[] {
  return ['ROOT', 'root']
    .flatMap((name) => childrenOf(document, name))
    .flatMap((root) => childrenOf(root, 'record'))
    .filter((record) => childrenOf(record, 'index').length > 0)
}

/**
 * Reads an OHMS index into drafts, one for each interview. A segment becomes its title as a heading, the part of the
 * transcript that it quotes, and the indexer's synopsis as reported, all with the segment's time codes; a whole
 * transcript stands before them.
 * @throws AppError `invalid` (import.noRecords)
 */
export function planOhms(
  document: Record<string, XmlNode | XmlNode[]>,
  fileName: string,
): PlannedDraft[] {
  const records = ohmsRecords(document)
  if (records.length === 0) throw new AppError('invalid', 'import.noRecords')
  return records.map((record) => planInterview(record, fileName))
}

function planInterview(record: XmlNode, fileName: string): PlannedDraft {
  const text = (name: string) => childText(record, name)
  const people = (name: string) =>
    childrenOf(record, name)
      .map(textOf)
      .filter((each) => each !== '')
  const id = text('accession') || text('cms_record_id') || attributeOf(record, 'id') || null
  const witness = people('interviewee').join('; ') || null
  const interviewers = people('interviewer')
  const transcript = text('transcript')
  const { turns } = cutTurns(isNoTranscript(transcript) ? '' : transcript, {
    witness,
    interviewers,
  })
  const spoken: Passage[] = turns.map((turn) => toPassage(turn))
  const segments = segmentsOf(record, spoken.length > 0)
  const passages = [...spoken, ...segments]
  const language =
    findLanguage(text('language')) ??
    detectLanguage(passages.map((passage) => passage.text).join('\n'))
  const title = neutralTitle(text('title') || null, witness, id)
  const [date] = childrenOf(record, 'date')
  const stated = attributeOf(date, 'value') || textOf(date) || text('date_nonpreferred_format')
  const collection = text('collection_name') || text('series_name') || null
  const recording = [text('file_name'), text('media_url')].filter((each) => each !== '').join(' ')
  return {
    outcome: 'draft',
    record: id ?? fileName,
    line: null,
    identity:
      id === null
        ? `text:${sha256(passages.map((passage) => passage.text).join('\n'))}`
        : `record:${collection ?? fileName}:${id}`,
    fingerprint: sha256(canonicalize(record) ?? ''),
    content: {
      titles: title === null ? {} : { [language ?? 'und']: title },
      abstracts: text('description') === '' ? {} : { [language ?? 'und']: text('description') },
      otherIdentifiers: id === null ? [] : [{ type: 'record', value: id.slice(0, 300) }],
      testimonyType: 'interview',
      taking: {
        method: 'from_recording',
        dateGiven: stated === '' ? null : statedDate(stated.slice(0, 200)),
        interviewer: interviewers.length === 0 ? null : interviewers.join('; ').slice(0, 2_000),
        organisation: text('repository').slice(0, 2_000) || null,
        recording: recording.slice(0, 2_000) || null,
      },
      text: { kind: 'transcript', language, passages },
    },
    identityOfWitness: witness === null ? {} : { legalName: witness.slice(0, 2_000) },
    consents: [],
    source:
      collection === null
        ? null
        : {
            title: collection.slice(0, 1_000),
            kind: 'recording',
            publisher: text('repository').slice(0, 1_000),
            note: [text('rights'), text('usage')].filter((each) => each !== '').join('\n'),
          },
    occasion: null,
    extras: extrasOf(record),
  }
}

/** What stands in the field when there is none. */
function isNoTranscript(text: string): boolean {
  return /^(?:no transcript\.?)?$/iu.test(text.trim())
}

function segmentsOf(record: XmlNode, hasTranscript: boolean): Passage[] {
  const points = childrenOf(record, 'index').flatMap((index) => childrenOf(index, 'point'))
  const starts = points.map((point) => millisecondsOf(childText(point, 'time')))
  const duration = millisecondsOf(childText(record, 'duration'))
  return points.flatMap((point, index): Passage[] => {
    const start = starts[index]
    const end = starts[index + 1] ?? duration ?? start
    const time = start == null ? {} : { time: { start, end: Math.max(start, end ?? start) } }
    const quoted = hasTranscript ? '' : childText(point, 'partial_transcript')
    const make = (text: string, rest: Partial<Passage>): Passage[] =>
      cutPassages(text).map((cut) => ({
        key: newPassageKey(),
        text: unwrapLines(cut.text).slice(0, 50_000),
        ...time,
        ...rest,
      }))
    return [
      ...make(childText(point, 'title'), { kind: 'heading' }),
      ...make(quoted, { form: 'quoted' }),
      ...make(childText(point, 'synopsis'), { form: 'reported' }),
    ]
  })
}

/** Seconds, or `01:02:03`. */
function millisecondsOf(text: string): number | null {
  if (!/^\d+(?:\.\d+)?(?::\d{1,2}){0,2}$/u.test(text)) return null
  return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000)
}

/** Subjects and keywords of the record and of its segments; what a statement has no field for. */
function extrasOf(record: XmlNode): Record<string, unknown> {
  const points = childrenOf(record, 'index').flatMap((index) => childrenOf(index, 'point'))
  const words = (name: string) =>
    points
      .flatMap((point) => childText(point, name).split(/\s*;\s*/u))
      .filter((each) => each !== '')
  const extras: Record<string, unknown> = {}
  for (const name of ['subject', 'keyword', 'format', 'media_url', 'series_name', 'funding']) {
    const texts = childrenOf(record, name)
      .map(textOf)
      .filter((each) => each !== '')
    if (texts.length > 0) extras[name] = texts.join('; ')
  }
  const keywords = [...new Set([...words('keywords'), ...words('subjects')])]
  if (keywords.length > 0) extras.keywords = keywords.join('; ')
  return extras
}
