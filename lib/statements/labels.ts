import en from './labels/en.json' with { type: 'json' }
import fa from './labels/fa.json' with { type: 'json' }

/** What each code of the vocabularies is called, in the languages of the interface; `messages.vocabulary` in the app. */
export const VOCABULARY_LABELS = { en, fa } as const

export type LabelledVocabulary = keyof typeof en
