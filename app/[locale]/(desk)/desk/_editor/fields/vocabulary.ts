'use client'

import { useTranslations } from 'next-intl'
import * as vocabularies from '#lib/statements/vocabularies.ts'
import type { FieldPath } from '../draft-document.ts'

/** The vocabulary of each field that has one: the key of its labels under `vocabulary`, and its codes. */
export const VOCABULARY_OF = {
  testimonyType: ['testimonyTypes', vocabularies.TESTIMONY_TYPES],
  solemnity: ['solemnities', vocabularies.SOLEMNITIES],
  narrativeForm: ['narrativeForms', vocabularies.NARRATIVE_FORMS],
  generation: ['generations', vocabularies.GENERATIONS],
  'knowledge.relation': ['relationsToEvent', vocabularies.RELATIONS_TO_EVENT],
  'knowledge.directness': ['directnesses', vocabularies.DIRECTNESSES],
  'taking.method': ['collectionMethods', vocabularies.COLLECTION_METHODS],
  'taking.readBack': ['yesNo', ['yes', 'no']],
  'taking.signed': ['yesNo', ['yes', 'no']],
  'identity.sex': ['sexes', vocabularies.SEXES],
  'identity.vulnerabilities': ['vulnerabilities', vocabularies.VULNERABILITIES],
  'identity.willingToTestify': ['willingToTestify', vocabularies.WILLING_TO_TESTIFY],
  'witness.displayMode': ['displayModes', vocabularies.DISPLAY_MODES],
  'sensitivity.contentNotes': ['contentNotes', vocabularies.CONTENT_NOTES],
  'access.audience': ['audiences', vocabularies.AUDIENCES],
  'access.basis': ['restrictionBases', vocabularies.RESTRICTION_BASES],
  'text.kind': ['textKinds', ['original', 'transcript', 'translation']],
} as const satisfies Partial<Record<FieldPath, readonly [string, readonly string[]]>>

export type ChoicePath = keyof typeof VOCABULARY_OF

/** The choices of a vocabulary as options with labels. */
export function useOptions(list: string, codes: readonly string[]) {
  const t = useTranslations('vocabulary')
  return codes.map((value) => ({ value, label: t(`${list}.${value}` as never) as string }))
}

export function useVocabularyOf(path: ChoicePath) {
  const [list, codes] = VOCABULARY_OF[path]
  return useOptions(list, codes)
}
