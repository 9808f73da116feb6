/** What a label before a colon stands for; `text` is no speaker, its words stay in the text. */
export const TURN_ROLES = ['question', 'answer', 'speaker', 'text'] as const
export type TurnRole = (typeof TURN_ROLES)[number]
