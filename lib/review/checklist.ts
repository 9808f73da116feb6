/**
 * What a reviewer checks before approving. Items marked `later` concern what the archive does not record yet
 * (files, custody, span redaction): they read "not yet recorded here" and take a written reason.
 */
export const CHECKLIST = [
  { item: 'consentPresent', later: false },
  { item: 'riskAssessed', later: false },
  { item: 'displayModeRight', later: false },
  { item: 'realNameAbsent', later: false },
  { item: 'takingDocumented', later: false },
  { item: 'originalLocated', later: false },
  { item: 'custodyWithoutGaps', later: true },
  { item: 'priorAccountsListed', later: false },
  { item: 'transcriptComplete', later: false },
  { item: 'translationAligned', later: false },
  { item: 'nothingAdded', later: false },
  { item: 'directnessStated', later: false },
  { item: 'bothCalendars', later: false },
  { item: 'namesMatched', later: false },
  { item: 'corroborationSearched', later: false },
  { item: 'identificationBasis', later: false },
  { item: 'redactionChecked', later: true },
  { item: 'publicViewLookedAt', later: false },
  { item: 'withheldNameSearched', later: false },
  { item: 'sensitivitySet', later: false },
  { item: 'rightsAndCitation', later: false },
] as const

export type ChecklistItem = (typeof CHECKLIST)[number]['item']

/** `done`; `not_applicable` and `not_recorded_here` take a written reason. */
export const CHECKLIST_ANSWERS = ['done', 'not_applicable', 'not_recorded_here'] as const
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number]
export type ChecklistAnswers = Record<string, { answer: ChecklistAnswer; reason: string }>

/** The items that are not yet answered as they must be: unanswered, or without the reason that the answer asks for. */
export function unansweredItems(answers: ChecklistAnswers): ChecklistItem[] {
  return CHECKLIST.filter(({ item, later }) => {
    const given = answers[item]
    if (!given) return true
    if (given.answer === 'done') return later
    return given.reason.trim() === ''
  }).map(({ item }) => item)
}
