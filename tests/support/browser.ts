import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { signInByForm } from '#scripts/browser/sign-in.ts'

export { auditAccessibility, launchChromium } from '#scripts/browser/chromium.ts'

/** The address of a path of the running product. */
export function addressOf(path: string): string {
  return `${inject('product').url}${path}`
}

/**
 * Signs in one of the demo archive's people: the `nth` (from 0) of that role, since there are two admins.
 * @throws Error when the demo archive has no such person.
 */
export async function signIn(page: Page, role: string, nth = 0): Promise<void> {
  const { url, signIns } = inject('product')
  const person = signIns.filter((each) => each.role === role)[nth]
  if (person === undefined) throw new Error(`the demo archive has no ${role} number ${nth}`)
  await signInByForm(page, url, person)
}
