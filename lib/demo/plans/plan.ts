import type {
  Audience,
  COLLECTION_METHODS,
  CONTENT_NOTES,
  DIRECTNESSES,
  RELATIONS_TO_EVENT,
  SOLEMNITIES,
  TESTIMONY_TYPES,
} from '#lib/statements/vocabularies.ts'
import type { DemoStatement, Line } from '../compose.ts'

/** What a generated statement is; its words come from the frames. Texts are in English and Persian. */
export interface Plan {
  /** Where tests name it; otherwise it is called by its number. */
  name?: string
  relation: (typeof RELATIONS_TO_EVENT)[number]
  type: (typeof TESTIMONY_TYPES)[number]
  directness: (typeof DIRECTNESSES)[number]
  method: (typeof COLLECTION_METHODS)[number]
  language: 'en' | 'fa'
  translated?: boolean
  titles: readonly [en: string, fa: string]
  about: readonly [en: string, fa: string]
  solemnity?: (typeof SOLEMNITIES)[number]
  note?: (typeof CONTENT_NOTES)[number]
  occasion?: string
  source?: string
  events?: string[]
  places?: string[]
  transcript?: boolean
  /** When it was given is not known. */
  undated?: boolean
  /** The declarations are left unanswered, which counts as yes. */
  unanswered?: boolean
  journey?: DemoStatement['journey']
  audience?: Audience
  owner?: DemoStatement['owner']
  changesAsked?: string
  /** The first sentence, where the title speaks of it: which frame of the relation's openings, and which of its words. */
  opening?: readonly [frame: number, choice: number]
  /** When it was given, where the title or the occasion says so. */
  given?: string
  /** One more passage, in English and Persian. */
  extra?: Line
}
