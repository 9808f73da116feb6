import {
  PUBLICATIONS,
  type Publication,
  WORK_STATES,
  type WorkState,
} from '#lib/statements/vocabularies.ts'
import type { WorkFilter } from '#lib/statements/work-lists.ts'

export type DeskSearch = Record<string, string | string[] | undefined>

/** What the list of one's statements is narrowed to, as its address says it. */
export interface DeskFilter {
  text: string
  state: WorkState | null
  publication: Publication | null
  page: number
  work: WorkFilter
}

export function readFilter(search: DeskSearch): DeskFilter {
  const one = (name: string) => [search[name]].flat()[0] ?? ''
  const text = one('text').trim().slice(0, 200)
  const state = WORK_STATES.find((code) => code === one('state')) ?? null
  const publication = PUBLICATIONS.find((code) => code === one('publication')) ?? null
  const page = /^\d{1,6}$/.test(one('page')) ? Math.max(1, Number(one('page'))) : 1
  return {
    text,
    state,
    publication,
    page,
    work: {
      ...(text ? { text } : {}),
      ...(state ? { states: [state] } : {}),
      ...(publication ? { publication } : {}),
    },
  }
}

/** The query part of the address of a filter, with its question mark, or empty. */
export function searchOf({ text, state, publication, page }: Omit<DeskFilter, 'work'>): string {
  const search = new URLSearchParams()
  if (text) search.set('text', text)
  if (state) search.set('state', state)
  if (publication) search.set('publication', publication)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `?${search}` : ''
}
