import { foldName } from './people.ts'

const CODE_LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** What countries are called in the languages of reports. */
const COUNTRIES = new Set(
  ['en', 'fa'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    return CODE_LETTERS.flatMap((first) =>
      CODE_LETTERS.flatMap((second) => names.of(first + second) ?? []),
    ).map(foldName)
  }),
)

/** “Norway said”: a state, of whom “he” says nothing. */
export function isCountry(name: string): boolean {
  return COUNTRIES.has(foldName(name))
}
