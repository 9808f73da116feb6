import { eq, inArray } from 'drizzle-orm'
import { authorities, revisionAuthorities } from '#db/schema/index.ts'
import type { Transaction } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { firstDay } from '#lib/text/dates.ts'
import { countWords } from '#lib/text/passages.ts'
import { known, type StatementContent } from './model.ts'

/** Every authority record that a content names. */
export function authorityIdsOf(content: StatementContent): string[] {
  const mentioned = content.text.passages.flatMap((passage) =>
    passage.mentions.map((mention) => mention.authorityId),
  )
  return [...new Set([...content.about.eventIds, ...content.about.placeIds, ...mentioned])]
}

/**
 * Whether two different admins must approve: a declaration answered yes or not at all, or a witness named publicly.
 */
export function needsSecondReview(content: StatementContent): boolean {
  const { namesAllegedPerpetrator, concernsMinor, concernsSexualViolence } = content.declarations
  const declared = [namesAllegedPerpetrator, concernsMinor, concernsSexualViolence]
  return declared.some((answer) => answer !== false) || content.witness.displayMode === 'real_name'
}

/** The columns that lists and filters need, derived from a content. */
export function projectContent(content: StatementContent) {
  const given = known(content.taking.dateGiven)
  return {
    titleEn: content.titles.en ?? '',
    titleFa: content.titles.fa ?? '',
    titleAny: Object.values(content.titles).find((title) => title) ?? '',
    testimonyType: known(content.testimonyType),
    language: content.text.language,
    passages: content.text.passages.length,
    words: content.text.passages.reduce((sum, passage) => sum + countWords(passage.text), 0),
    dateGiven: given?.edtf ? firstDay(given.edtf) : null,
    needsSecondReview: needsSecondReview(content),
    contentNotes: content.sensitivity.contentNotes,
  }
}

/**
 * Links a revision with the records that its content names.
 * @throws AppError `invalid` where it names one that does not exist
 */
export function linkAuthorities(
  tx: Transaction,
  revisionId: number,
  content: StatementContent,
): void {
  const ids = authorityIdsOf(content)
  tx.delete(revisionAuthorities).where(eq(revisionAuthorities.revisionId, revisionId)).run()
  if (ids.length === 0) return
  const existing = tx
    .select({ id: authorities.id })
    .from(authorities)
    .where(inArray(authorities.id, ids))
    .all()
  if (existing.length !== ids.length) throw new AppError('invalid', 'unknownRecord')
  tx.insert(revisionAuthorities)
    .values(ids.map((authorityId) => ({ revisionId, authorityId })))
    .run()
}
