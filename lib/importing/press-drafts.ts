import canonicalize from 'canonicalize'
import type { OccasionInput } from '#lib/occasions/model.ts'
import type { SourceInput } from '#lib/sources/model.ts'
import {
  type ConsentInput,
  newPassageKey,
  type StatementContentInput,
} from '#lib/statements/model.ts'
import { unwrapLines } from '#lib/text/passages.ts'
import { sha256, withoutMark } from './decode.ts'
import type { PlannedDraft } from './planned.ts'
import { foldName } from './press/speakers.ts'
import type { PressDraft, PressReport } from './press-report.ts'

/** Used for what a draft's speaker is called while the text does not tell. */
const UNKNOWN_SPEAKER = { en: 'Speaker to confirm', fa: 'گوینده نیاز به تأیید دارد' } as const

/** A press report becomes one draft for each speaker, all of one source and, where it tells of one, one occasion. */
export function planPressReport(
  report: PressReport,
  text: string,
  fileName: string,
): { report: PressReport; records: PlannedDraft[] } {
  const source = toSource(report, fileName)
  const occasion = toOccasion(report, source.title)
  // The same page saved twice differs in its furniture: title, publisher and day name it better than its bytes do.
  const known =
    report.source.title !== null && (report.source.publisher ?? report.source.date) !== null
  const page = known
    ? [report.source.publisher, report.source.title, report.source.date]
        .map((part) => foldName(part ?? ''))
        .join('|')
    : sha256(withoutMark(text))
  const records = report.drafts.map(
    (draft): PlannedDraft => ({
      outcome: 'draft',
      record: draft.speaker ?? UNKNOWN_SPEAKER[report.language],
      line: lineOf(text, draft.passages[0]!.start),
      identity: `press:${page}:${foldName(draft.speaker ?? '')}`,
      fingerprint: sha256(
        canonicalize(draft.passages.map(({ text, form }) => ({ text, form }))) ?? '',
      ),
      content: toContent(report, draft),
      identityOfWitness: isNamed(draft)
        ? {
            legalName: draft.speaker,
            occupation: draft.role,
            otherNames: draft.titles.map((title) => ({
              name: `${title} ${draft.speaker}`,
              kind: 'title',
            })),
          }
        : {},
      consents: toConsents(report, draft, source.title),
      source,
      occasion,
      extras: draft.candidates.length === 0 ? {} : { candidates: draft.candidates },
    }),
  )
  return { report, records }
}

function toSource(report: PressReport, fileName: string): SourceInput & { title: string } {
  return {
    title: report.source.title ?? fileName,
    kind: 'press_report',
    publisher: report.source.publisher ?? '',
    affiliation: '',
    affiliationToConfirm: true,
    date: report.source.dateStated ?? '',
    author: report.source.author ?? '',
    url: report.source.url ?? '',
  }
}

function toOccasion(report: PressReport, title: string): OccasionInput | null {
  const { occasion } = report
  if (occasion === null) return null
  return {
    title,
    kind: occasion.kind,
    place: occasion.placeStated ?? '',
    date: occasion.date ?? '',
  }
}

function toContent(report: PressReport, draft: PressDraft): StatementContentInput {
  const { language, occasion } = report
  const day = occasion?.date ?? null
  const isReportedOnly = draft.passages.every((passage) => passage.form === 'reported')
  return {
    titles: { [language]: titleOf(report, draft) },
    testimonyType: draft.type,
    narrativeForm: isReportedOnly ? 'reported_speech' : 'free_narrative',
    generation: 'excerpt',
    witness: isNamed(draft)
      ? { displayMode: 'real_name', displayName: { [language]: draft.speaker as string } }
      : {},
    taking: {
      method: 'from_publication',
      dateGiven: day === null ? null : { stated: day, calendar: 'gregorian', edtf: day },
      placeGiven: occasion?.placeStated ?? null,
    },
    text: {
      kind: 'original',
      language,
      passages: draft.passages.map((passage) => ({
        key: newPassageKey(),
        text: unwrapLines(passage.text),
        speaker: (draft.speaker ?? '').slice(0, 200),
        form: passage.form,
        toConfirm: passage.toConfirm || draft.speaker === null,
        origin: { start: passage.start, end: passage.end },
      })),
    },
  }
}

/** Speaker, place and day: the report's headline is its publisher's claim, not the archive's. */
function titleOf(report: PressReport, draft: PressDraft): string {
  const day = report.occasion?.date ?? report.source.date
  const where = [report.occasion?.placeStated, day === null ? null : writeDay(day, report.language)]
  const place = where.filter((part) => part != null).join(report.language === 'fa' ? '، ' : ', ')
  const speaker = draft.speaker ?? UNKNOWN_SPEAKER[report.language]
  return place === '' ? speaker : `${speaker} – ${place}`
}

/** A day as its readers write it: 3 May 2023, ۱۲ تیر ۱۴۰۱. */
function writeDay(day: string, language: PressReport['language']): string {
  const locale = language === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB'
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00Z`))
}

function isNamed(draft: PressDraft): boolean {
  return draft.speaker !== null && draft.speakerKind === 'person'
}

/** What is already public needs no consent, but its source as the basis. */
function toConsents(report: PressReport, draft: PressDraft, title: string): ConsentInput[] {
  const evidence = [report.source.publisher, title, report.source.date]
    .filter((part) => part)
    .join(', ')
  const published = isNamed(draft) ? 'publish_named' : 'publish_anonymised'
  return (['preserve', published] as const).map((purpose) => ({
    purpose,
    decision: 'granted',
    basis: 'already_public',
    evidence: evidence.slice(0, 2_000),
    language: report.language,
  }))
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
