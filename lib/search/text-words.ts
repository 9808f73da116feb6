import { editDistance } from '#lib/text/edit-distance.ts'
import { isOrdinaryWord, nameKeys, scriptOf, spellingDistance } from '#lib/text/romanisation.ts'
import { indexedForms } from '#lib/text/tokenise.ts'
import { findHighlights } from './highlight.ts'
import { editsAllowed } from './near-terms.ts'
import type { Sequence } from './query.ts'
import type { FindOptions, SpellingSource } from './spellings.ts'

/** Set between the other forms of words: no phrase runs over them. */
const BREAK = '¶'
/** Near spellings that one word is looked for under. */
const NEAR_MAX = 8

/** The words of a few texts, as an index would have them: to look in one statement for what a search looks for in all. */
export class TextWords implements SpellingSource {
  readonly #texts: readonly string[]
  /** One for each text, its forms set apart by spaces. */
  readonly #lines: string[]
  readonly #forms = new Set<string>()
  #byKey: Map<string, string[]> | null = null

  constructor(texts: readonly string[]) {
    this.#texts = texts
    this.#lines = texts.map((text) => {
      const { ordered, others } = indexedForms(text)
      for (const form of [...ordered, ...others]) this.#forms.add(form)
      return ` ${ordered.join(' ')} ${others.map((form) => `${BREAK} ${form} `).join('')}`
    })
  }

  isReadable({ forms, prefix }: Sequence): boolean {
    const looked = ` ${forms.join(' ')}${prefix ? '' : ' '}`
    return this.#lines.some((line) => line.includes(looked))
  }

  find(
    word: string,
    { most, nearest = Infinity, slack = 1, ordinary = false }: FindOptions,
  ): string[] {
    const script = scriptOf(word)
    if (script === null) return []
    const candidates = new Set(nameKeys(word).flatMap((key) => this.#keys().get(key) ?? []))
    const distances: [term: string, distance: number][] = []
    for (const term of candidates) {
      if (scriptOf(term) === script || (!ordinary && isOrdinaryWord(term))) continue
      const distance = spellingDistance(word, term, slack)
      if (distance !== null && distance <= nearest) distances.push([term, distance])
    }
    return distances
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([term]) => term)
  }

  /** Words within the edits that a search forgives, the nearest first. */
  findNear(word: string): string[] {
    const allowed = editsAllowed(word.length + 1)
    if (allowed === 0 || /^\d+$/.test(word)) return []
    const near: [term: string, edits: number][] = []
    for (const term of this.#forms) {
      const edits = editDistance(word, term, allowed)
      const forgiven = Math.min(allowed, editsAllowed(Math.max(word.length, term.length)))
      if (edits <= forgiven) near.push([term, edits])
    }
    return near
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, NEAR_MAX)
      .map(([term]) => term)
  }

  /** The words as the first text that has them writes them. */
  showing(words: Sequence): string {
    for (const text of this.#texts) {
      const [mark] = findHighlights(text, [words])
      if (mark !== undefined) return text.slice(...mark)
    }
    return words.forms.join(' ')
  }

  #keys(): Map<string, string[]> {
    if (this.#byKey !== null) return this.#byKey
    const byKey = new Map<string, string[]>()
    for (const form of this.#forms) {
      for (const key of nameKeys(form)) {
        const known = byKey.get(key)
        if (known === undefined) byKey.set(key, [form])
        else known.push(form)
      }
    }
    this.#byKey = byKey
    return byKey
  }
}
