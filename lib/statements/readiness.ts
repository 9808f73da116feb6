import {
  type Consent,
  isMissing,
  known,
  type Recorded,
  type StatedDate,
  type StatementContent,
  type WitnessIdentity,
} from './model.ts'

/** Something that stands against submitting, with the field it belongs to and a message key under `readiness.*`. */
export interface Problem {
  /** Path in the content, such as `taking.dateGiven`; `consents` and `identity` for what is kept apart. */
  field: string
  reason:
    | 'required'
    | 'titleMissing'
    | 'passagesMissing'
    | 'passageEmpty'
    | 'attributionToConfirm'
    | 'dateUnreadable'
    | 'displayNameMissing'
    | 'nameRevealed'
    | 'nameInText'
    | 'consentMissing'
    | 'contentNotesMissing'
    | 'embargoUnreadable'
  /** `error` stands in the way of submitting; `warning` is shown to archivist and reviewer. */
  severity: 'error' | 'warning'
  /** Numbers of the passages concerned, from 1. */
  passages?: number[]
}

/**
 * What stands against submitting a draft. Pure, so that the desk shows it while the archivist types and the command
 * asks the same question again.
 */
export function findProblems(
  content: StatementContent,
  consents: readonly Consent[],
  identity: WitnessIdentity | null,
): Problem[] {
  return [
    ...requiredFacts(content),
    ...datesToMend(content),
    ...textProblems(content),
    ...protectionProblems(content, identity),
    ...(consents.some((row) => row.decision !== 'not_asked')
      ? []
      : [error('consents', 'consentMissing')]),
  ]
}

function error(field: string, reason: Problem['reason'], passages?: number[]): Problem {
  return { field, reason, severity: 'error', ...(passages ? { passages } : {}) }
}

function requiredFacts(content: StatementContent): Problem[] {
  const problems: Problem[] = []
  if (!Object.values(content.titles).some((title) => title?.trim())) {
    problems.push(error('titles', 'titleMissing'))
  }
  const facts: [string, unknown][] = [
    ['testimonyType', content.testimonyType],
    ['solemnity', content.solemnity],
    ['narrativeForm', content.narrativeForm],
    ['generation', content.generation],
    ['knowledge.relation', content.knowledge.relation],
    ['knowledge.directness', content.knowledge.directness],
    ['taking.method', content.taking.method],
    ['taking.dateGiven', content.taking.dateGiven],
    ['witness.displayMode', content.witness.displayMode],
    ['text.language', content.text.language],
    ['access.audience', content.access.audience],
  ]
  for (const [field, fact] of facts) {
    if (fact === null) problems.push(error(field, 'required'))
  }
  if (content.sensitivity.contentNotes.length === 0) {
    problems.push(error('sensitivity.contentNotes', 'contentNotesMissing'))
  }
  return problems
}

function datesToMend(content: StatementContent): Problem[] {
  const dates: [string, Recorded<StatedDate>][] = [
    ['taking.dateGiven', content.taking.dateGiven],
    ['taking.dateRecorded', content.taking.dateRecorded],
    ['taking.dateReceived', content.taking.dateReceived],
    ['about.date', content.about.date],
  ]
  return dates
    .filter(([, date]) => date !== null && !isMissing(date) && date.edtf === null)
    .map(([field]) => error(field, 'dateUnreadable'))
}

function textProblems(content: StatementContent): Problem[] {
  const { passages } = content.text
  const numbers = (wanted: (passage: (typeof passages)[number]) => boolean) =>
    passages.flatMap((passage, index) => (wanted(passage) ? [index + 1] : []))
  if (passages.length === 0) return [error('text.passages', 'passagesMissing')]
  const empty = numbers((passage) => passage.text.trim() === '')
  const open = numbers((passage) => passage.toConfirm)
  return [
    ...(empty.length > 0 ? [error('text.passages', 'passageEmpty', empty)] : []),
    ...(open.length > 0 ? [error('text.passages', 'attributionToConfirm', open)] : []),
  ]
}

function protectionProblems(
  content: StatementContent,
  identity: WitnessIdentity | null,
): Problem[] {
  const { displayMode, displayName } = content.witness
  const shown = Object.values(displayName).filter((name) => name?.trim())
  const problems: Problem[] = []
  if (displayMode !== null && displayMode !== 'withheld' && shown.length === 0) {
    problems.push(error('witness.displayName', 'displayNameMissing'))
  }
  if (displayMode === null || displayMode === 'real_name') return problems

  const names = protectedNames(identity)
  const reveals = (text: string | undefined) => names.some((name) => containsName(text ?? '', name))
  if (Object.values(content.titles).some(reveals)) problems.push(error('titles', 'nameRevealed'))
  if (Object.values(content.abstracts).some(reveals)) {
    problems.push(error('abstracts', 'nameRevealed'))
  }
  if (shown.some(reveals)) problems.push(error('witness.displayName', 'nameRevealed'))
  const inText = passagesWithName(content, names)
  if (inText.length > 0) {
    problems.push({
      field: 'text.passages',
      reason: 'nameInText',
      severity: 'warning',
      passages: inText,
    })
  }
  return problems
}

/** Numbers of the passages, in the text or a translation, in which a protected name of the witness stands. */
export function passagesWithName(content: StatementContent, names: readonly string[]): number[] {
  if (names.length === 0) return []
  const reveals = (text: string) => names.some((name) => containsName(text, name))
  return content.text.passages.flatMap((passage, index) => {
    const translated = content.translations.flatMap((translation) =>
      translation.passages.filter((other) => other.key === passage.key).map((other) => other.text),
    )
    return [passage.text, passage.speaker, ...translated].some(reveals) ? [index + 1] : []
  })
}

/** The names by which a witness could be recognised: full names of two words or more, and the nom de guerre. */
export function protectedNames(identity: WitnessIdentity | null): string[] {
  if (!identity) return []
  const names = [
    known(identity.legalName),
    known(identity.nomDeGuerre),
    ...identity.otherNames.map((other) => other.name),
  ]
  return names.filter((name): name is string => name !== null && name.trim().length > 2)
}

/** Whether a name stands in a text as whole words, whatever its case, marks and letter forms. */
export function containsName(text: string, name: string): boolean {
  const plain = foldName(name)
  return plain !== '' && ` ${foldName(text)} `.includes(` ${plain} `)
}

/** Letters and digits only, in lower case, with the Arabic and Persian forms of one letter made one. */
function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\u0640/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
