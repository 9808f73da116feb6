import { z } from 'zod'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_COOKIE = 'govah-theme'

/** The theme that a cookie names; anything else follows the device. */
export function themeFrom(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** What the choice of a theme may say. */
export const themeChoiceSchema = z.object({ theme: z.enum(THEMES) })
