import { type LabelledVocabulary, VOCABULARY_LABELS } from '#lib/statements/labels.ts'
import { languageTagSchema } from '#lib/statements/model.ts'
import {
  COMMON_LANGUAGES,
  MISSING_REASONS,
  type MissingReason,
} from '#lib/statements/vocabularies.ts'
import { editDistance } from '#lib/text/edit-distance.ts'
import { normaliseWord } from '#lib/text/normalise.ts'
import type { CellProblem } from './rows.ts'

type Choice = CellProblem['proposals'][number]

const PROPOSALS_MAX = 3
/** Further away than this is no proposal, nor is what is much further than the nearest. */
const DISTANCE_MAX = 0.5
const DISTANCE_APART = 0.15

/** Letters and digits alone: `signed_affidavit`, “Signed affidavit” and “signed-affidavit” are one. */
export function foldLabel(text: string): string {
  return text
    .split(/[\s\u200c]+/u)
    .map(normaliseWord)
    .join('')
}

/** Other words for the reasons why a fact is missing. */
const MISSING_WORDS: Record<MissingReason, readonly string[]> = {
  unknown: ['not known', 'unk', 'نامشخص', 'ناشناخته', 'معلوم نیست', 'نمی‌دانیم'],
  not_asked: ['was not asked', 'نپرسیده', 'نپرسیدند', 'سؤال نشده'],
  declined: [
    'refused',
    'refused to say',
    'declined to answer',
    'خودداری',
    'پاسخ نداد',
    'نخواست بگوید',
  ],
  lost: ['missing', 'گم شده', 'گم‌شده', 'از بین رفته'],
  withheld: ['held back', 'محفوظ', 'محرمانه'],
}

const YES_WORDS = ['y', 'true', '1', 'بله', 'بلی']
const NO_WORDS = ['n', 'false', '0', 'خیر']

/** What languages are called beside their labels. */
const LANGUAGE_WORDS: Record<string, readonly string[]> = {
  fa: ['farsi', 'persian (iran)', 'پارسی', 'fas', 'per'],
  en: ['eng', 'british english'],
  ckb: ['sorani', 'سورانی', 'کردی سورانی'],
  kmr: ['kurmanji', 'کرمانجی', 'کردی کرمانجی'],
  'az-Arab': ['azeri', 'azerbaijani', 'آذری', 'ترکی آذری'],
  ar: ['ara', 'arabic', 'عربی'],
  de: ['deutsch', 'ger', 'deu'],
  fr: ['français', 'fra', 'fre'],
}

const tables = new Map<string, Map<string, string>>()

/** Folded label or code → code, for one vocabulary. */
function tableOf(codes: readonly string[], labels: LabelledVocabulary): Map<string, string> {
  const known = tables.get(labels)
  if (known !== undefined) return known
  const table = new Map<string, string>()
  for (const code of codes) {
    const { en, fa } = choiceOf(code, labels)
    for (const form of [code, en, fa]) table.set(foldLabel(form), code)
  }
  tables.set(labels, table)
  return table
}

function choiceOf(code: string, labels: LabelledVocabulary): Choice {
  const named = (language: 'en' | 'fa') =>
    (VOCABULARY_LABELS[language][labels] as Record<string, string>)[code] ?? code
  return { code, en: named('en'), fa: named('fa') }
}

/** The code that a cell names by code or by label in either language, or null. */
export function findCode(
  text: string,
  codes: readonly string[],
  labels: LabelledVocabulary,
): string | null {
  return tableOf(codes, labels).get(foldLabel(text)) ?? null
}

/** The codes whose labels are nearest to a text, best first: a beginning, a part, or few letters away. */
export function nearestCodes(
  text: string,
  codes: readonly string[],
  labels: LabelledVocabulary,
): Choice[] {
  const folded = foldLabel(text)
  if (folded === '') return []
  return nearestIn(tableOf(codes, labels), folded).map((code) => choiceOf(code, labels))
}

function nearestIn(table: Map<string, string>, folded: string): string[] {
  const near = [...table]
    .map(([form, code]) => ({ code, distance: distanceBetween(folded, form) }))
    .filter(({ distance }) => distance <= DISTANCE_MAX)
    .sort((a, b) => a.distance - b.distance)
  const far = (near[0]?.distance ?? 0) + DISTANCE_APART
  const codes = near.flatMap(({ code, distance }) => (distance <= far ? [code] : []))
  return [...new Set(codes)].slice(0, PROPOSALS_MAX)
}

/** 0 is the same, 1 nothing in common; a word that begins or holds the other is near. */
export function distanceBetween(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length === 0) return 1
  if (short.length >= 3 && long.startsWith(short))
    return 0.1 + 0.2 * (1 - short.length / long.length)
  if (short.length >= 4 && long.includes(short)) return 0.2 + 0.2 * (1 - short.length / long.length)
  const limit = Math.floor(long.length / 2)
  return Math.min(1, editDistance(one, other, limit) / long.length)
}

const missing = new Map<string, MissingReason>(
  MISSING_REASONS.flatMap((reason) => {
    const { en, fa } = choiceOf(reason, 'missingReasons')
    return [reason, en, fa, ...MISSING_WORDS[reason]].map((form): [string, MissingReason] => [
      foldLabel(form),
      reason,
    ])
  }),
)

/** The reason that a cell gives for a missing fact ("not asked", «نامعلوم»), or null. */
export function findMissing(text: string): MissingReason | null {
  return text.length > 60 ? null : (missing.get(foldLabel(text)) ?? null)
}

/** `true` and `false` for yes and no in either language, or null. */
export function findYesNo(text: string): boolean | null {
  const folded = foldLabel(text)
  const holds = (code: 'yes' | 'no', words: readonly string[]) => {
    const { en, fa } = choiceOf(code, 'yesNo')
    return [code, en, fa, ...words].some((word) => foldLabel(word) === folded)
  }
  if (holds('yes', YES_WORDS)) return true
  return holds('no', NO_WORDS) ? false : null
}

const languages = new Map<string, string>(
  COMMON_LANGUAGES.flatMap((tag) => {
    const { en, fa } = choiceOf(tag, 'commonLanguages')
    return [en, fa, ...(LANGUAGE_WORDS[tag] ?? [])].map((form): [string, string] => [
      foldLabel(form),
      tag,
    ])
  }),
)

/** The BCP 47 tag of a language named by tag or by its name in either language, or null. */
export function findLanguage(text: string): string | null {
  const named = languages.get(foldLabel(text))
  if (named !== undefined) return named
  const tag = text.trim().replaceAll('_', '-')
  if (!languageTagSchema.safeParse(tag).success || tag.split('-')[0]!.length > 3) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    // Well-formed to the eye, but no tag by BCP 47.
    return null
  }
}

/** The languages whose names are nearest to a text. */
export function nearestLanguages(text: string): Choice[] {
  return nearestIn(languages, foldLabel(text)).map((tag) => choiceOf(tag, 'commonLanguages'))
}
