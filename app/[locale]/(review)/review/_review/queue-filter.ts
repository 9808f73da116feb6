import { PUBLICATIONS, WORK_STATES } from '#lib/statements/vocabularies.ts'
import type { WorkFilter, WorkListing } from '#lib/statements/work-lists.ts'

/** The query of an address, as Next gives it. */
export type Asked = Record<string, string | string[] | undefined>

/** Where a waiting statement stands, as a reviewer sees it. */
export const QUEUE_STANDINGS = ['free', 'mine', 'taken', 'second', 'publish'] as const
export type QueueStanding = (typeof QUEUE_STANDINGS)[number]

export interface QueueFilter {
  standing: QueueStanding | ''
  type: string
  language: string
  note: string
  owner: string
}

const single = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
const among = <Code extends string>(codes: readonly Code[], value: string) =>
  codes.find((code) => code === value)

export function readQueueFilter(asked: Asked): QueueFilter {
  return {
    standing: among(QUEUE_STANDINGS, single(asked.standing)) ?? '',
    type: single(asked.type),
    language: single(asked.language),
    note: single(asked.note),
    owner: single(asked.owner),
  }
}

/** What of the queue is asked for, in its order. */
export function filterQueue(
  waiting: readonly WorkListing[],
  filter: QueueFilter,
  userId: string,
): WorkListing[] {
  return waiting.filter(
    (listing) =>
      (filter.standing === '' || standingsOf(listing, userId).includes(filter.standing)) &&
      (filter.type === '' || listing.testimonyType === filter.type) &&
      (filter.language === '' || listing.language === filter.language) &&
      (filter.note === '' || listing.contentNotes.includes(filter.note)) &&
      (filter.owner === '' || listing.owner.id === filter.owner),
  )
}

function standingsOf(listing: WorkListing, userId: string): QueueStanding[] {
  if (listing.state === 'approved') return ['publish']
  const hand =
    listing.claimedBy === null ? 'free' : listing.claimedBy.id === userId ? 'mine' : 'taken'
  return listing.firstApproved ? [hand, 'second'] : [hand]
}

export function readAllFilter(asked: Asked): WorkFilter & { page: number } {
  const state = among(WORK_STATES, single(asked.state))
  const publication = among(PUBLICATIONS, single(asked.publication))
  const owner = single(asked.owner)
  const text = single(asked.text)
  return {
    ...(state ? { states: [state] } : {}),
    ...(publication ? { publication } : {}),
    ...(owner ? { ownerId: owner } : {}),
    ...(text ? { text } : {}),
    page: Math.max(1, Number.parseInt(single(asked.page), 10) || 1),
  }
}
