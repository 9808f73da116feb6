import { foldName } from './people.ts'

const CODE_LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let countries: ReadonlySet<string> | null = null

/** “Norway said”: a state, of whom “he” says nothing. */
export function isCountry(name: string): boolean {
  // Listed when first asked for: files that are no reports need not wait for it.
  countries ??= listCountries()
  return countries.has(foldName(name))
}

/** What countries are called in the languages of reports. */
function listCountries(): Set<string> {
  return new Set(
    ['en', 'fa'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
      return CODE_LETTERS.flatMap((first) =>
        CODE_LETTERS.flatMap((second) => names.of(first + second) ?? []),
      ).map(foldName)
    }),
  )
}
