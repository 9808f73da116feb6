import { RESTRICTIONS, type Restriction } from './restrictions.ts'
import type { Prepare } from './schema.ts'
import { soundKeys } from './sounds.ts'
import { isTerm } from './statement-forms.ts'

/** Gives every form its number, and counts in how many statements it stands. */
export interface Terms {
  /** The numbers of forms that a statement has or, with -1, no longer has. */
  count(forms: Iterable<string>, change: 1 | -1, restriction: Restriction | null): ArrayLike<number>
}

/** The terms of the generation that answers, each written at once. */
export class WrittenTerms implements Terms {
  readonly #prepare: Prepare
  readonly #generation: number

  constructor(prepare: Prepare, generation: number) {
    this.#prepare = prepare
    this.#generation = generation
  }

  count(forms: Iterable<string>, change: 1 | -1, restriction: Restriction | null): number[] {
    const [column, also] = restriction === null ? ['', ''] : [`, ${restriction}`, ', 1']
    const counted = restriction === null ? '' : `, ${restriction} = ${restriction} + ${change}`
    const statement = this.#prepare(
      `INSERT INTO terms_${this.#generation} (term, statements${column}) VALUES (?, 1${also})
       ON CONFLICT (term) DO UPDATE SET statements = statements + ${change}${counted}
       RETURNING id, statements`,
    ).raw()
    const ids: number[] = []
    for (const form of forms) {
      const [id, statements] = statement.get(form) as [number, number]
      if (statements === 1 && change === 1) addSounds(this.#prepare, this.#generation, form)
      ids.push(id)
    }
    return ids
  }
}

/** The terms of a generation that is being built, in memory until its end. */
export class GatheredTerms implements Terms {
  readonly #numbers = new Map<string, number>()
  /** For each number, in how many statements, and how many of each restriction. */
  #counts = new Int32Array(4 * 1024)

  count(
    forms: Iterable<string>,
    change: 1 | -1,
    restriction: Restriction | null,
  ): ArrayLike<number> {
    const numbers = Uint32Array.from(forms, (form) => this.numberOf(form))
    this.countNumbers(numbers, change, restriction)
    return numbers
  }

  /** The number of a form, now or for the first time. */
  numberOf(form: string): number {
    let number = this.#numbers.get(form)
    if (number === undefined) {
      number = this.#numbers.size + 1
      this.#numbers.set(form, number)
      if (number * 4 + 4 > this.#counts.length) this.#grow()
    }
    return number
  }

  countNumbers(numbers: ArrayLike<number>, change: 1 | -1, restriction: Restriction | null): void {
    const column = restriction === null ? 0 : RESTRICTIONS.indexOf(restriction) + 1
    for (let at = 0; at < numbers.length; at++) {
      const from = numbers[at]! * 4
      this.#counts[from]! += change
      if (column > 0) this.#counts[from + column]! += change
    }
  }

  /** Writes the terms, some at a time; in their order, in which indexes grow at their end. */
  *write(prepare: Prepare, generation: number, step: number): Generator<() => void> {
    const insert = prepare(`INSERT INTO terms_${generation} VALUES (?, ?, ?, ?, ?, ?)`)
    const insertSound = prepare(`INSERT OR IGNORE INTO sounds_${generation} VALUES (?, ?, ?)`)
    const forms = [...this.#numbers.keys()].sort()
    const sounds: [key: string, length: number, form: string][] = []
    for (let from = 0; from < forms.length; from += step) {
      yield () => {
        for (const form of forms.slice(from, from + step)) {
          const number = this.#numbers.get(form)!
          insert.run(number, form, ...this.#counts.subarray(number * 4, number * 4 + 4))
          if (isTerm(form)) for (const key of soundKeys(form)) sounds.push([key, form.length, form])
        }
      }
    }
    sounds.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    for (let from = 0; from < sounds.length; from += step) {
      yield () => {
        for (const sound of sounds.slice(from, from + step)) insertSound.run(...sound)
      }
    }
  }

  #grow(): void {
    const larger = new Int32Array(this.#counts.length * 2)
    larger.set(this.#counts)
    this.#counts = larger
  }
}

/** Keys by which the word's spellings in the other script find it. */
function addSounds(prepare: Prepare, generation: number, form: string): void {
  if (!isTerm(form)) return
  const insert = prepare(`INSERT OR IGNORE INTO sounds_${generation} VALUES (?, ?, ?)`)
  for (const key of soundKeys(form)) insert.run(key, form.length, form)
}
