import { ROAD, TAKING, WATER } from './frames/before-and-taking.ts'
import type { Frame } from './frames/frame.ts'
import { HALL, LIST, QUESTIONS } from './frames/inside.ts'
import { CLOSING, FIGURES, LIMITS } from './frames/knowing.ts'
import { CAP, CLINIC, HEARSAY, PAPERS, PRESS } from './frames/offices.ts'
import { AFTER, GATE, LAMPS, RETURN } from './frames/outside.ts'
import type { Random } from './random.ts'

/** What a passage may speak of, with the sentences for it. */
export const TOPIC_FRAMES = {
  WATER,
  TAKING,
  ROAD,
  HALL,
  QUESTIONS,
  LIST,
  GATE,
  LAMPS,
  RETURN,
  AFTER,
  FIGURES,
  LIMITS,
  CLOSING,
  PAPERS,
  CLINIC,
  PRESS,
  HEARSAY,
  CAP,
} satisfies Record<string, readonly Frame[]>
export type Topic = keyof typeof TOPIC_FRAMES

/** What somebody in this relation to the event can speak of, in the order of telling. */
const BY_RELATION: Record<string, readonly Topic[]> = {
  victim: ['WATER', 'TAKING', 'ROAD', 'HALL', 'QUESTIONS', 'HALL', 'LIST', 'AFTER'],
  eyewitness: ['WATER', 'TAKING', 'GATE', 'LAMPS', 'RETURN', 'AFTER'],
  relative_of_victim: ['TAKING', 'GATE', 'LAMPS', 'RETURN', 'AFTER', 'FIGURES'],
  relative_of_perpetrator: ['CAP', 'CAP', 'FIGURES'],
  third_party: ['HEARSAY', 'FIGURES', 'HEARSAY'],
  colleague_of_victim: ['WATER', 'TAKING', 'FIGURES', 'RETURN', 'AFTER'],
  same_organisation_as_victim: ['WATER', 'TAKING', 'RETURN', 'AFTER'],
  same_organisation_as_perpetrator: ['PAPERS', 'FIGURES', 'PAPERS'],
  medical_provider: ['CLINIC', 'FIGURES', 'CLINIC', 'RETURN'],
  reporter: ['PRESS', 'FIGURES', 'PRESS', 'HEARSAY'],
  lawyer: ['PAPERS', 'PAPERS', 'AFTER'],
  ngo: ['PRESS', 'FIGURES', 'HEARSAY'],
}

/** Some of these topics, in their order, ended by what is not known or by a last word. */
export function topicsFor(relation: string, random: Random): Topic[] {
  const topics = BY_RELATION[relation] ?? []
  const leaveOut = topics.length > 4 ? new Set([random.below(topics.length)]) : new Set<number>()
  if (topics.length > 6) leaveOut.add(random.below(topics.length))
  const told = topics.filter((_, index) => !leaveOut.has(index))
  return [...told, ...random.pick([['LIMITS'], ['CLOSING'], ['LIMITS', 'CLOSING']] as Topic[][])]
}
