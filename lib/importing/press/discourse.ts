import { fits, foldName } from './people.ts'
import type { Place, Speaker } from './speaker.ts'
import type { Gender } from './types.ts'

/** How somebody stands at a place: speaking, acting as a sentence's subject, or only named. */
export type Strength = 'spoke' | 'subject' | 'mentioned'

interface Event extends Place {
  speaker: Speaker
  strength: Strength
}

export type Meant = { speaker: Speaker } | { speaker: null; candidates: Speaker[] }

/** How many paragraphs back a pronoun may look. */
const REACH_PARAGRAPHS = 4

/** Who speaks, acts and is named in a report, in the order of its text: what pronouns look back on. */
export class Discourse {
  readonly #events: Event[] = []
  /** Where somebody acts of whom the text does not settle who it is. */
  readonly #unsettled: Place[] = []

  readonly #texts: (Place & { noun: string; author: Speaker | null })[] = []

  note(speaker: Speaker, { at, block }: Place, strength: Strength): void {
    const known = this.#events.find((one) => one.at === at && one.speaker === speaker)
    if (known === undefined) this.#events.push({ speaker, at, block, strength })
    else if (strength === 'spoke') known.strength = 'spoke'
    this.#events.sort((a, b) => a.at - b.at)
  }

  noteUnsettled(place: Place): void {
    this.#unsettled.push(place)
  }

  /** Notes that somebody put out a text (“FlowOn said in a statement”); null where nothing tells who that is. */
  noteText(noun: string, author: Speaker | null, place: Place): void {
    this.#texts.push({ noun, author, ...place })
  }

  /** Who put out the last such text of which this paragraph so far and those before it tell, as far as a pronoun reaches. */
  authorOf(noun: string, { at, block }: Place): Speaker | null {
    const last = this.#texts.findLast((one) => one.noun === noun && one.at < at)
    return last === undefined || last.block < block - REACH_PARAGRAPHS ? null : last.author
  }

  /**
   * Whom “she said” means: the one person of fitting gender who speaks or acts in this paragraph so far, else in the
   * paragraph before, and so on; of several the last, where that one also spoke last; else nobody can tell.
   * `replying`: the one who was asked rather than the one who asked.
   */
  pronoun(gender: Gender, place: Place, { replying = false, isRole = false } = {}): Meant {
    for (let back = 0; back <= REACH_PARAGRAPHS; back += 1) {
      const near = this.#events.filter(
        (event) =>
          event.block === place.block - back &&
          event.at < place.at &&
          event.speaker.kind !== 'organisation' &&
          fits(event.speaker.gender, gender),
      )
      const strong = near.filter((event) => event.strength !== 'mentioned')
      const events = strong.length > 0 ? strong : near
      const last = events.at(-1)
      const unsettled = this.#unsettled.some(
        (one) =>
          one.block === place.block - back && one.at < place.at && one.at >= (last?.at ?? -1),
      )
      // A role that could not be settled where it was met does not stand in its own way.
      if (unsettled && !(isRole && back === 0))
        return { speaker: null, candidates: distinct(events.map((event) => event.speaker)) }
      if (last === undefined) continue
      if (replying && last.strength === 'spoke') {
        const asked = this.#events.findLast(
          (event) =>
            event.at < last.at &&
            event.speaker !== last.speaker &&
            event.strength === 'spoke' &&
            event.speaker.kind !== 'organisation' &&
            fits(event.speaker.gender, gender),
        )
        if (asked !== undefined) return { speaker: asked.speaker }
      }
      const people = distinct(events.map((event) => event.speaker))
      if (people.length === 1) {
        // Only named since somebody else spoke: either can be meant.
        const spoke = strong.length > 0 ? null : this.#lastToSpeak(gender, near[0]!)
        if (spoke === null || spoke === people[0]) return { speaker: people[0]! }
        return { speaker: null, candidates: [spoke, people[0]!] }
      }
      const lastSpoke = events.findLast((event) => event.strength === 'spoke')
      if (lastSpoke?.speaker === last.speaker) return { speaker: last.speaker }
      return { speaker: null, candidates: people }
    }
    return { speaker: null, candidates: [] }
  }

  #lastToSpeak(gender: Gender, { at, block }: Place): Speaker | null {
    const found = this.#events.findLast(
      (event) =>
        event.at < at &&
        event.block >= block - REACH_PARAGRAPHS &&
        event.strength === 'spoke' &&
        event.speaker.kind !== 'organisation' &&
        fits(event.speaker.gender, gender),
    )
    return found?.speaker ?? null
  }

  /** The one person who speaks or acts in this paragraph so far and the three before it, and lately. */
  onlyPerson({ at, block }: Place): Speaker | null {
    const people = distinct(
      this.#events
        .filter(
          (event) =>
            event.at < at &&
            event.block >= block - 3 &&
            event.strength !== 'mentioned' &&
            event.speaker.kind !== 'organisation',
        )
        .map((event) => event.speaker),
    )
    const [only] = people
    const isLate = this.#events.some(
      (event) => event.speaker === only && event.at < at && event.block >= block - 1,
    )
    return people.length === 1 && isLate ? only! : null
  }

  /**
   * The organisation or the several people whom “it said” or “they said” means. `they`: also one person, where somebody
   * of whom no gender is told has spoken since, so that nobody can tell.
   */
  group({ at, block }: Place, they = false): Speaker | null {
    const near = this.#events.filter((event) => event.at < at && event.block >= block - 2)
    const last = near.findLastIndex(
      ({ speaker, strength }) =>
        speaker.kind === 'organisation' || (isPlural(speaker) && strength !== 'mentioned'),
    )
    if (last < 0) return null
    const since = near.slice(last + 1)
    const isOpen =
      they &&
      since.some(
        ({ speaker, strength }) =>
          strength === 'spoke' && speaker.gender === null && speaker.kind !== 'organisation',
      )
    return isOpen ? null : near[last]!.speaker
  }

  /** The one who alone has spoken in the report so far, and lately; before anybody has, the one who acts alone. */
  soleSpeaker({ at, block }: Place): Speaker | null {
    const spoken = this.#events.filter((event) => event.at < at && event.strength === 'spoke')
    if (spoken.length === 0) return this.onlyPerson({ at, block })
    const [only, ...others] = distinct(spoken.map(({ speaker }) => speaker))
    const isLate = spoken.some((event) => event.block >= block - REACH_PARAGRAPHS)
    return only !== undefined && others.length === 0 && isLate ? only : null
  }

  /** The one organisation that acts in this paragraph so far and the three before it. */
  onlyBody({ at, block }: Place): Speaker | null {
    const bodies = distinct(
      this.#events
        .filter(
          (event) =>
            event.at < at && event.block >= block - 3 && event.speaker.kind === 'organisation',
        )
        .map((event) => event.speaker),
    )
    return bodies.length === 1 ? bodies[0]! : null
  }

  /** The one person whom the paragraph before speaks of by a singular role alone, in the opening of a report. */
  openingRole(place: Place): Speaker | null {
    const before = this.near(place).filter(({ kind }) => kind !== 'organisation')
    const [only] = before
    if (before.length !== 1 || only === undefined || only.kind !== 'role') return null
    return /^(?:one of|two|three|some|many|several|یکی از)\s|(?:s|men|people)$|(?:ان|ها)$/iu.test(
      only.name,
    )
      ? null
      : only
  }

  /** Who speaks or acts in this paragraph so far and the two before it. */
  near({ at, block }: Place): Speaker[] {
    return distinct(
      this.#events
        .filter(
          (event) => event.at < at && event.block >= block - 2 && event.strength !== 'mentioned',
        )
        .map((event) => event.speaker),
    )
  }

  /** Who speaks or acts between two offsets, each once, in order. */
  actorsBetween(from: number, to: number): Speaker[] {
    return distinct(
      this.#events
        .filter((event) => event.at >= from && event.at < to && event.strength !== 'mentioned')
        .map((event) => event.speaker),
    )
  }

  /** The one who speaks in a paragraph in which nobody else speaks or acts. */
  onlySpeakerOf(block: number): Speaker | null {
    const strong = this.#events.filter(
      (event) => event.block === block && event.strength !== 'mentioned',
    )
    const people = distinct(strong.map((event) => event.speaker))
    return people.length === 1 && strong.some((event) => event.strength === 'spoke')
      ? people[0]!
      : null
  }

  /** Who spoke last before an offset, and where. */
  lastSpoken(at: number): { speaker: Speaker; block: number } | null {
    return this.#events.findLast((event) => event.at < at && event.strength === 'spoke') ?? null
  }

  /** Of several people, the one who alone of them acts in this paragraph or the one before. */
  lastAmong(names: readonly string[], place: Place): string | null {
    for (let back = 0; back <= 1; back += 1) {
      const here = distinct(
        this.#events
          .filter(
            (event) =>
              event.block === place.block - back &&
              event.at < place.at &&
              event.strength !== 'mentioned' &&
              names.some((name) => foldName(name) === foldName(event.speaker.name)),
          )
          .map((event) => event.speaker),
      )
      if (here.length === 1 && back === 0) return here[0]!.name
      if (here.length > 0) return null
    }
    return null
  }

  /**
   * Of several people, the only one who has spoken in the report so far, else acted; or who has done so far more than
   * they, none of whom has acted since the paragraph before.
   */
  onlyAmong(names: readonly string[], { at, block }: Place): string | null {
    const folds = names.map(foldName)
    const own = this.#events.filter(
      (event) =>
        event.at < at &&
        event.strength !== 'mentioned' &&
        folds.includes(foldName(event.speaker.name)),
    )
    const spoke = own.filter(({ strength }) => strength === 'spoke')
    const [first, second] = ranked((spoke.length > 0 ? spoke : own).map(({ speaker }) => speaker))
    if (first === undefined) return null
    const isCrossed = own.some(
      ({ speaker, block: there }) => speaker !== first.speaker && there >= block - 1,
    )
    const isAlone = !isCrossed && (second === undefined || first.times >= FAR_MORE * second.times)
    return isAlone ? first.speaker.name : null
  }

  lastOf(speakers: readonly Speaker[], { at, block }: Place): Speaker | null {
    const found = this.#events.findLast(
      (event) => event.at < at && event.block >= block - 2 && speakers.includes(event.speaker),
    )
    return found?.speaker ?? null
  }

  /** Whether somebody was told of once, in the paragraph before, and has not spoken: “One witness recalls …:”. */
  isNew(speaker: Speaker, { at, block }: Place): boolean {
    const told = this.#events.filter((event) => event.speaker === speaker && event.at < at)
    return told.length === 1 && told[0]!.block === block - 1 && told[0]!.strength !== 'spoke'
  }

  isNear(speaker: Speaker, { at, block }: Place): boolean {
    return this.#events.some(
      (event) => event.speaker === speaker && event.block === block && event.at <= at,
    )
  }
}

/** How many times as often somebody speaks whom a surname alone means, of several who bear it. */
const FAR_MORE = 4

function ranked(speakers: readonly Speaker[]): { speaker: Speaker; times: number }[] {
  return distinct(speakers)
    .map((speaker) => ({ speaker, times: speakers.filter((one) => one === speaker).length }))
    .sort((a, b) => b.times - a.times)
}

function isPlural({ kind, name }: Speaker): boolean {
  return kind === 'role' && /(?:s|men|people)(?:\s|$)|ان$|ها$/iu.test(name)
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
