/** The steps of the form, in the order in which a person can follow them. */
export const STEPS = [
  'what',
  'witness',
  'knowledge',
  'source',
  'text',
  'about',
  'consent',
  'sensitivity',
  'submit',
] as const
export type Step = (typeof STEPS)[number]

const STEP_OF_GROUP: Record<string, Step> = {
  identity: 'witness',
  witness: 'witness',
  knowledge: 'knowledge',
  taking: 'knowledge',
  source: 'source',
  text: 'text',
  translations: 'text',
  about: 'about',
  consents: 'consent',
  access: 'consent',
  sensitivity: 'sensitivity',
  declarations: 'sensitivity',
}

/** The step in which a field stands, by its path in the content. */
export function stepOf(path: string): Step {
  return STEP_OF_GROUP[path.split('.')[0] ?? ''] ?? 'what'
}

export function isStep(value: unknown): value is Step {
  return STEPS.includes(value as Step)
}

/** The id of a field's control on the page. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`
}

/** The id of a passage's text on the page. */
export function passageId(key: string): string {
  return `passage-${key}`
}
