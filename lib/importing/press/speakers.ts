import type { Gender, Mention, PressDraft, SpeakerKind } from './types.ts'

/** One speaker of a report, made of every mention that can only mean the same person. */
export interface Speaker {
  id: number
  kind: SpeakerKind
  name: string
  titles: string[]
  role: string | null
  gender: Gender
  /** Words around the attributions, from which the kind of testimony is read. */
  context: string
}

export interface NamedPlace {
  mention: Mention
  /** UTF-16 offset in the file. */
  at: number
  afterPreposition: boolean
}

export type Resolution =
  | { speaker: Speaker; sure: boolean }
  | { speaker: null; candidates: string[] }

/** Letters as they are compared: one form of Persian ye and kaf, no joiners or marks, lower case. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ً-ْٔـ]/g, '')
    .replace(/[‌\s]+/g, ' ')
    .toLowerCase()
    .trim()
}

/** Keeps the speakers of one report apart and together: full names, surnames, titles, roles and pronouns. */
export class SpeakerRegister {
  readonly speakers: Speaker[] = []
  readonly #names: readonly NamedPlace[]
  readonly #spoken: { speaker: Speaker; at: number }[] = []

  constructor(names: readonly NamedPlace[]) {
    this.#names = names
  }

  /** Who a mention at an offset means; unknown where the text allows several people or none. */
  resolve(mention: Mention, at: number, context: string): Resolution {
    const resolution = this.#find(mention, at)
    if (resolution.speaker !== null) {
      this.#learn(resolution.speaker, mention, context)
      this.#spoken.push({ speaker: resolution.speaker, at })
    }
    return resolution
  }

  /** The speaker of the last attribution before an offset. */
  lastSpeaker(at: number): Speaker | null {
    return this.#spoken.findLast((spoken) => spoken.at < at)?.speaker ?? null
  }

  /** Names of people, other than the speaker, that stand as subjects between two offsets. */
  othersBetween(from: number, to: number, speaker: Speaker, gender: Gender): string[] {
    const others = this.#names.filter(
      (name) =>
        name.at >= from &&
        name.at < to &&
        !name.afterPreposition &&
        /\s/u.test(name.mention.text) &&
        !sameName(name.mention.text, speaker.name) &&
        fits(name.mention.gender, gender),
    )
    return [...new Set(others.map((name) => name.mention.text))]
  }

  #find(mention: Mention, at: number): Resolution {
    if (mention.kind === 'pronoun') return this.#findPronoun(mention, at)
    if (mention.kind === 'role') return this.#findRole(mention, at)
    const kind = mention.kind === 'organisation' ? 'organisation' : 'person'
    const full = /\s/u.test(mention.text)
    const known = this.speakers.filter(
      (speaker) =>
        speaker.kind === kind &&
        sameName(speaker.name, mention.text) &&
        fits(speaker.gender, mention.gender),
    )
    if (full || kind === 'organisation') {
      return { speaker: known[0] ?? this.#add(kind, mention.text), sure: true }
    }
    const names = this.#fullNames(mention)
    for (const speaker of known)
      if (!names.some((name) => sameName(name, speaker.name))) names.push(speaker.name)
    if (names.length > 1) return { speaker: null, candidates: names }
    const name = names[0] ?? mention.text
    const same = this.speakers.find(
      (speaker) => speaker.kind === kind && sameName(speaker.name, name),
    )
    return { speaker: same ?? this.#add(kind, name), sure: true }
  }

  /** Full names of the report that end with this surname and fit its title. */
  #fullNames(mention: Mention): string[] {
    const byFold = new Map<string, { text: string; genders: Set<Gender> }>()
    for (const { mention: other } of this.#names) {
      if (!/\s/u.test(other.text) || !endsWith(other.text, mention.text)) continue
      const entry = byFold.get(foldName(other.text)) ?? { text: other.text, genders: new Set() }
      entry.genders.add(other.gender)
      byFold.set(foldName(other.text), entry)
    }
    // “PM Zoran Zaev” and “Zoran Zaev” are one name with and without something before it.
    const all = [...byFold.entries()]
      .filter(([fold]) => ![...byFold.keys()].some((other) => fold.endsWith(` ${other}`)))
      .map(([, entry]) => entry)
    if (all.length <= 1 || mention.gender === null) return all.map(({ text }) => text)
    const certain = all.filter(({ genders }) => genders.has(mention.gender))
    const fitting = certain.length > 0 ? certain : all.filter(({ genders }) => genders.has(null))
    return fitting.map(({ text }) => text)
  }

  #findRole(mention: Mention, at: number): Resolution {
    const words = foldName(mention.text)
    const definite = /^(?:the|this|that|این|آن)\s+(.+)$/u.exec(words)
    if (definite !== null) {
      // “the former prisoner said” takes up a speaker whose role says so.
      const head = definite[1]!.replace(/ی$/u, '')
      const fitting = this.speakers.filter((speaker) =>
        foldName(speaker.role ?? (speaker.kind === 'role' ? speaker.name : '')).includes(head),
      )
      if (fitting.length === 1) return { speaker: fitting[0]!, sure: true }
      if (fitting.length > 1) return { speaker: null, candidates: fitting.map((one) => one.name) }
    }
    const known = this.speakers.find(
      (speaker) => speaker.kind === 'role' && foldName(speaker.name) === words,
    )
    // “another witness”, “a witness” again: somebody else each time, unless nothing tells them apart.
    if (known !== undefined && /^(?:an?|one|another|یک|یکی)\s/u.test(words) && at > 0) {
      return { speaker: null, candidates: [known.name] }
    }
    return { speaker: known ?? this.#add('role', mention.text), sure: true }
  }

  #findPronoun(mention: Mention, at: number): Resolution {
    if (mention.text === 'they' || /^آن/u.test(mention.text))
      return { speaker: null, candidates: [] }
    const spoken = this.#spoken.findLast(
      (one) =>
        one.at < at &&
        one.speaker.kind !== 'organisation' &&
        fits(one.speaker.gender, mention.gender),
    )
    const named = this.#names.findLast(
      (name) =>
        name.at < at &&
        !name.afterPreposition &&
        (/\s/u.test(name.mention.text) || name.mention.titles.length > 0) &&
        fits(name.mention.gender, mention.gender),
    )
    if (spoken === undefined) {
      if (named === undefined) return { speaker: null, candidates: [] }
      const others = this.#names.filter(
        (name) =>
          name.at < at &&
          !name.afterPreposition &&
          /\s/u.test(name.mention.text) &&
          fits(name.mention.gender, mention.gender) &&
          !sameName(name.mention.text, named.mention.text),
      )
      if (others.length > 0) {
        return {
          speaker: null,
          candidates: [...new Set([named, ...others].map((name) => name.mention.text))],
        }
      }
      return this.#find(named.mention, at)
    }
    const between = this.othersBetween(spoken.at, at, spoken.speaker, mention.gender)
    if (between.length > 0) return { speaker: null, candidates: [spoken.speaker.name, ...between] }
    return { speaker: spoken.speaker, sure: true }
  }

  #add(kind: SpeakerKind, name: string): Speaker {
    const speaker: Speaker = {
      id: this.speakers.length,
      kind,
      name,
      titles: [],
      role: null,
      gender: null,
      context: '',
    }
    for (const { mention } of this.#names) {
      if (kind !== 'person' || !sameName(mention.text, name)) continue
      for (const title of mention.titles)
        if (!speaker.titles.includes(title)) speaker.titles.push(title)
      speaker.gender ??= mention.gender
      speaker.role ??= mention.role
    }
    this.speakers.push(speaker)
    return speaker
  }

  #learn(speaker: Speaker, mention: Mention, context: string): void {
    speaker.context += ` ${context}`
    if (mention.kind !== 'name') return
    for (const title of mention.titles)
      if (!speaker.titles.includes(title)) speaker.titles.push(title)
    speaker.gender ??= mention.gender
    speaker.role ??= mention.role
    if (mention.text.length > speaker.name.length && endsWith(mention.text, speaker.name))
      speaker.name = mention.text
  }
}

function fits(known: Gender, asked: Gender): boolean {
  return known === null || asked === null || known === asked
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)]
  return a === b || (a.includes(' ') !== b.includes(' ') && (endsWith(a, b) || endsWith(b, a)))
}

function endsWith(full: string, surname: string): boolean {
  return foldName(full).endsWith(` ${foldName(surname)}`)
}

/** The kind of testimony that the words around a speaker suggest; a press report where they suggest none. */
export function suggestType(speaker: Speaker | null): PressDraft['type'] {
  if (speaker === null) return 'press_report'
  const role = speaker.role ?? (speaker.kind === 'role' ? speaker.name : '')
  if (/\b(?:testified|sworn|under oath)\b|شهادت داد/iu.test(speaker.context))
    return 'oral_testimony_at_hearing'
  if (
    /\b(?:witness|eyewitness|survivor|former (?:political )?prisoner|detainee)\b|شاهد|بازمانده|زندانی/iu.test(
      role,
    )
  ) {
    return 'witness_testimony'
  }
  if (/\bin an? (?:\w+ )?interview\b|مصاحبه|گفت‌وگو|گفتگو/iu.test(speaker.context))
    return 'interview'
  if (/\b(?:speech|address|keynote|addressing|remarks)\b|سخنرانی|سخنانی/iu.test(speaker.context))
    return 'speech'
  return 'press_report'
}
