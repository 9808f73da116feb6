import type { Gender, Mention, NamedPlace } from './types.ts'

/** Letters as they are compared: one form of Persian ye and kaf, no joiners or marks, lower case. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ً-ْٔـ]/g, '')
    .replace(/[‌\s]+/g, ' ')
    .toLowerCase()
    .trim()
}

export function fits(known: Gender, asked: Gender): boolean {
  return known === null || asked === null || known === asked
}

interface Person {
  name: string
  fold: string
  titles: string[]
  role: string | null
  gender: Gender
  /** Something beside the capitals says that this is a person. */
  certain: boolean
  /** Told to be a body or a place rather than a person. */
  thing: boolean
  /** Introduced by a clause of its own, so that it takes up nobody named by role before. */
  described: boolean
}

/** The people whom a report names in full, and whom their surnames, first names and titles can mean. */
export class People {
  readonly #people: Person[] = []

  constructor(names: readonly NamedPlace[]) {
    const surnames = new Set(
      names
        .filter(({ shared }) => !shared)
        .map(({ mention }) => foldName(mention.text).split(' ').slice(1).at(-1)),
    )
    for (const { mention, person, shared, described = false, thing = false } of names) {
      if (!/\s/u.test(mention.text)) continue
      // “Kennedy and Lindsey Graham” are two surnames.
      if (shared && surnames.has(foldName(mention.text).split(' ')[0])) continue
      const fold = foldName(mention.text)
      const known = this.#people.find((one) => one.fold === fold)
      if (known === undefined) {
        const { titles, role, gender } = mention
        this.#people.push({
          name: mention.text,
          fold,
          titles: [...titles],
          role,
          gender,
          certain: person,
          described,
          thing,
        })
        continue
      }
      for (const title of mention.titles)
        if (!known.titles.includes(title)) known.titles.push(title)
      known.role ??= mention.role
      known.gender ??= mention.gender
      known.certain ||= person
      known.thing ||= thing
    }
    this.#mergeLonger()
    this.#learnFromSurnames(names)
    this.#trustRepeated(names)
    this.#addSingles(names)
  }

  /** Whoever is called by the surname again and again, as a subject, is a person. */
  #trustRepeated(names: readonly NamedPlace[]): void {
    for (const person of this.#people) {
      const again = names.filter(
        ({ mention, oblique }) =>
          !oblique &&
          person.fold.endsWith(` ${foldName(mention.text)}`) &&
          !/\s/u.test(mention.text),
      )
      if (again.length > 1) person.certain = true
    }
  }

  /** Some are never named in full: one word that certainly is a person and no part of a fuller name. */
  #addSingles(names: readonly NamedPlace[]): void {
    for (const { mention, person } of names) {
      if (/\s/u.test(mention.text) || !person || this.isPerson(mention.text)) continue
      if (/\p{Script=Latin}s$/u.test(mention.text) && mention.titles.length === 0) continue
      const { text: name, titles, role, gender } = mention
      if (this.#bySurname(name).length > 0) continue
      this.#people.push({
        name,
        fold: foldName(name),
        titles: [...titles],
        role,
        gender,
        certain: true,
        described: false,
        thing: false,
      })
    }
  }

  /** “PM Zoran Zaev” and “Zoran Zaev” are one name with and without something before it. */
  #mergeLonger(): void {
    for (const longer of [...this.#people]) {
      const shorter = this.#people.find(
        (one) => one !== longer && longer.fold.endsWith(` ${one.fold}`),
      )
      if (shorter === undefined) continue
      shorter.role ??= longer.role
      shorter.gender ??= longer.gender
      shorter.certain ||= longer.certain
      this.#people.splice(this.#people.indexOf(longer), 1)
    }
  }

  /** “Mrs. Kestrel” tells of the one Kestrel of the report that she is a woman; of two it tells which is the other. */
  #learnFromSurnames(names: readonly NamedPlace[]): void {
    for (const { mention, person } of names) {
      if (/\s/u.test(mention.text)) continue
      const same = this.#bySurname(mention.text)
      const byFirst = this.#people.filter((one) =>
        one.fold.startsWith(`${foldName(mention.text)} `),
      )
      if (same.length === 0 && byFirst.length === 1 && person) byFirst[0]!.certain = true
      const fitting = same.filter((one) => fits(one.gender, mention.gender))
      if (fitting.length !== 1) continue
      const [one] = fitting as [Person]
      one.gender ??= mention.gender
      for (const title of mention.titles) if (!one.titles.includes(title)) one.titles.push(title)
      one.certain ||= person
    }
  }

  /** The full names that a mention can mean: one, several, or none where the report has no fuller one. */
  find(mention: Mention): string[] {
    const fold = foldName(mention.text)
    // A joiner inside a name counts as a space when names are compared, but does not make it a full one.
    if (/\s/u.test(mention.text)) {
      const same = this.#people.filter((one) => one.fold === fold || fold.endsWith(` ${one.fold}`))
      return same.slice(0, 1).map(({ name }) => name)
    }
    const byLast = this.#bySurname(mention.text)
    const single = this.#people.find((one) => one.fold === fold || one.fold === withoutEzafe(fold))
    if (byLast.length === 0 && single !== undefined) return [single.name]
    const found =
      byLast.length > 0
        ? byLast
        : this.#people.filter((one) => one.fold.startsWith(`${fold} `) && one.certain)
    const fitting = found.filter((one) => fits(one.gender, mention.gender))
    const sure = fitting.filter((one) => mention.gender !== null && one.gender === mention.gender)
    const certain = (sure.length > 0 ? sure : fitting).filter((one) => one.certain)
    return (certain.length > 0 ? certain : fitting).map(({ name }) => name)
  }

  #bySurname(surname: string): Person[] {
    const fold = foldName(surname)
    const found = this.#people.filter((one) => one.fold.endsWith(` ${fold}`))
    if (found.length > 0) return found
    const plain = withoutEzafe(fold)
    return this.#people.filter((one) => one.fold.endsWith(` ${plain}`))
  }

  /** Where a text names one of these people, in full, by surname or by first name, in the order of the text. */
  findIn(text: string): { name: string; index: number }[] {
    const found: { name: string; index: number }[] = []
    const folded = foldSameLength(text)
    for (const person of this.#people) {
      if (!person.certain) continue
      const words = foldSameLength(person.name).split(/\s+/u)
      for (const form of [words.join(' '), words.at(-1)!]) {
        for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
          if (!isWholeWord(folded, at, at + form.length)) continue
          if (found.every(({ index }) => index !== at))
            found.push({ name: form === words.at(-1) ? form : person.name, index: at })
          break
        }
      }
    }
    return found.sort((a, b) => a.index - b.index)
  }

  /** Those of whom the report tells a role or a title that a test takes. */
  inRole(isMeant: (role: string) => boolean): string[] {
    return this.#people
      .filter(({ certain, role, titles }) => certain && [role ?? '', ...titles].some(isMeant))
      .map(({ name }) => name)
  }

  /** Those of the report's people who share their surname with another. */
  ofOneSurname(): readonly { name: string; gender: Gender }[] {
    const surname = ({ fold }: Person) => fold.split(' ').at(-1)
    return this.#people.filter((one) =>
      this.#people.some(
        (other) => other !== one && other.certain && one.certain && surname(other) === surname(one),
      ),
    )
  }

  describe(name: string): Person | null {
    const fold = foldName(name)
    return this.#people.find((one) => one.fold === fold) ?? null
  }

  learn(name: string, gender: Gender): void {
    const person = this.describe(name)
    if (person === null) return
    person.gender ??= gender
    person.certain = true
  }

  /** Whether words name a body or a place of the report rather than a person. */
  isBody(name: string): boolean {
    return this.describe(name)?.thing === true
  }

  /** Whether words are the full name, surname or first name of somebody who is certainly a person. */
  isPerson(name: string): boolean {
    const fold = foldName(name)
    return this.#people.some(
      (one) =>
        one.certain &&
        (one.fold === fold || one.fold.endsWith(` ${fold}`) || one.fold.startsWith(`${fold} `)),
    )
  }
}

/** «رونالدوی ۳۳ ساله» is «رونالدو»: a ye that joins a name in a vowel to the next word. */
function withoutEzafe(fold: string): string {
  return fold.replace(/([او])ی$/u, '$1')
}

function foldSameLength(text: string): string {
  return text.replace(/[يى]/gu, 'ی').replace(/ك/gu, 'ک').toLowerCase()
}

function isWholeWord(text: string, from: number, to: number): boolean {
  const inWord = /[\p{L}\p{M}\p{N}\u200c]/u
  return !inWord.test(text[from - 1] ?? ' ') && !inWord.test(text[to] ?? ' ')
}
