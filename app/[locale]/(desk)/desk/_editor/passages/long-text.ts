/** Passages from which on only those in sight are laid out. */
export const LONG_TEXT = 60
