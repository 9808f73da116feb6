import type { Page } from 'playwright-core'

/** Signs in through the form, as a person does, and waits until the product has moved on. */
export async function signInByForm(
  page: Page,
  url: string,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.locator('input[name="email"]').fill(person.email)
  await page.locator('input[name="password"]').fill(person.password)
  await page.locator('input[name="password"]').press('Enter')
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'))
}
