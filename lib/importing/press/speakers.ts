import { isCountry } from './countries.ts'
import { Discourse, type Strength } from './discourse.ts'
import { fits, foldName, People } from './people.ts'
import {
  isCalled,
  isPersianOffice,
  isSameOrganisation,
  KIN,
  OF_SOMETHING,
  OFFICE,
  PLACE,
  POINTING_BACK,
  SOMEBODY_IN_PERSIAN,
  STATEMENT,
  sharesWord,
  THE_BODY,
} from './roles.ts'
import { canBeCalled, isOfAnother, type Place, type Speaker } from './speaker.ts'
import type { Mention, NamedPlace, SpeakerKind } from './types.ts'

export { foldName } from './people.ts'

type Unknown = { speaker: null; candidates: string[] }

export type Resolution =
  /** `sure`: false where convention alone tells it, and a person is to confirm it. */
  { speaker: Speaker; sure: boolean } | Unknown

/** Whom a mention means, and what tells it: the text, a convention of reports, or nothing, so that it is a candidate. */
type Found = { speaker: Speaker; by: 'text' | 'convention' | 'nothing' } | Unknown

const REPLYING = /^(?:replied|replies|answered|answers|responded|responds|پاسخ|جواب)/iu

/** Keeps the speakers of one report apart and together: full names, surnames, titles, roles and pronouns. */
export class SpeakerRegister {
  readonly speakers: Speaker[] = []
  readonly discourse = new Discourse()
  readonly #people: People

  constructor(names: readonly NamedPlace[]) {
    this.#people = new People(names)
  }

  /** Who is said to speak where a mention stands; unknown where the text allows several people or none. */
  resolve(mention: Mention, place: Place, context: string, verb = ''): Resolution {
    if (mention.kind === 'name') this.#adoptName(mention, place)
    const found = this.#find(mention, place, verb)
    if (found.speaker === null) return found
    if (found.by === 'nothing') return { speaker: null, candidates: [found.speaker.name] }
    this.#learn(found.speaker, mention, context)
    this.discourse.note(found.speaker, place, 'spoke')
    return { speaker: found.speaker, sure: found.by === 'text' }
  }

  /** Notes that somebody acts or is named at a place, so that a pronoun after it can mean them. */
  note(mention: Mention, place: Place, strength: Strength): Speaker | null {
    if (mention.kind === 'role' && /^\p{Script=Latin}+$/u.test(mention.text)) return null
    if (mention.kind === 'name' && strength !== 'mentioned') this.#adoptName(mention, place)
    const { speaker } = this.#find(mention, place, '')
    if (speaker === null) {
      if (mention.kind === 'role' && strength !== 'mentioned') this.discourse.noteUnsettled(place)
      return null
    }
    if (mention.kind === 'pronoun') speaker.gender ??= mention.gender
    if (mention.kind === 'name' && speaker.kind === 'person') speaker.role ??= mention.role
    this.discourse.note(speaker, place, strength)
    return speaker
  }

  /** Whether a word or words name a person of this report. */
  isPerson(name: string): boolean {
    return this.#people.isPerson(name)
  }

  /** Whether words name a body of this report rather than a person. */
  isBody(name: string): boolean {
    return this.#people.isBody(name)
  }

  /** The people of the report named in a stretch of text. */
  peopleIn(text: string): { name: string; index: number }[] {
    return this.#people.findIn(text)
  }

  #find(mention: Mention, place: Place, verb: string): Found {
    if (mention.kind === 'pronoun') return this.#findPronoun(mention, place, verb)
    if (mention.kind === 'role') return this.#findRole(mention, place, verb)
    const text = STATEMENT.exec(mention.text)?.[1]
    if (text !== undefined) {
      // “…,” the statement continued: whoever is told to have put out one, and nobody else.
      const author = this.discourse.authorOf(text, place)
      if (author !== null) return { speaker: author, by: 'text' }
      const group = this.discourse.group(place)
      return { speaker: null, candidates: group === null ? [] : [group.name] }
    }
    if (mention.kind === 'organisation') {
      if (PLACE.test(mention.text)) return { speaker: null, candidates: [] }
      const known =
        this.speakers.find(
          (speaker) =>
            speaker.kind === 'organisation' && isSameOrganisation(speaker.name, mention.text),
        ) ?? (THE_BODY.test(mention.text) ? this.discourse.onlyBody(place) : null)
      return known === null
        ? this.#introduce('organisation', mention, place)
        : { speaker: known, by: 'text' }
    }
    const found = this.#people.find(mention)
    if (found.length > 1) {
      const here = this.discourse.lastAmong(found, place) ?? this.discourse.onlyAmong(found, place)
      const known = here === null ? undefined : this.#speakerOf(here)
      return known === undefined
        ? { speaker: null, candidates: found }
        : { speaker: known, by: 'text' }
    }
    const name = found[0] ?? mention.text
    if (this.#people.isBody(name) || (found.length === 0 && isCountry(name)))
      return this.#find({ ...mention, kind: 'organisation', text: name }, place, verb)
    return { speaker: this.#speakerOf(name) ?? this.#add('person', name), by: 'text' }
  }

  /**
   * “A woman has described …”, and in the next paragraph “Orla Finn, 29, was walking …”: whom the opening of a report
   * names by role alone is named in full right after, unless that name comes with another role.
   */
  #adoptName(mention: Mention, place: Place): void {
    if (!/\s/u.test(mention.text)) return
    const isOpening = place.block > 0 && place.block <= OPENING_PARAGRAPHS
    if (!isOpening && mention.role === null) return
    if (this.#speakerOf(this.#people.find(mention)[0] ?? mention.text) !== undefined) return
    const known = this.#people.describe(this.#people.find(mention)[0] ?? mention.text)
    const role = this.#roleOf(mention) ?? (isOpening ? this.discourse.openingRole(place) : null)
    if (role === null || !fits(role.gender, mention.gender ?? known?.gender ?? null)) return
    if (known?.described === true) return
    const named = mention.role ?? known?.role ?? null
    if (named !== null && !sharesWord(named, role.name)) return
    const name = known?.name ?? mention.text
    role.role = named ?? role.name
    role.kind = 'person'
    role.name = name
    role.titles = [...(known?.titles ?? [])]
    role.gender ??= mention.gender ?? known?.gender ?? null
  }

  /** “The expert, Tiffany Ng, …” names the expert of whom the report spoke before. */
  #roleOf({ role }: Mention): Speaker | null {
    if (role === null) return null
    const fold = foldName(role)
    const found = this.speakers.filter(
      (speaker) =>
        speaker.kind === 'role' &&
        (` ${foldName(speaker.name)} `.startsWith(` the ${fold} `) ||
          fold.startsWith(`${foldName(speaker.name)} `) ||
          foldName(speaker.name).replace(/^یک |ی$/gu, '') === fold),
    )
    return found.length === 1 ? found[0]! : null
  }

  #speakerOf(name: string): Speaker | undefined {
    return this.speakers.find(
      (speaker) => speaker.kind === 'person' && foldName(speaker.name) === foldName(name),
    )
  }

  #findRole(mention: Mention, place: Place, verb: string): Found {
    const words = foldName(mention.text)
    const definite = /^(?:the|this|that|این|آن)\s+(.+)$/u.exec(words)
    const head = (definite?.[1] ?? words).replace(/ی$/u, '').replace(/^pm$/u, 'prime minister')
    if (definite !== null || !/^(?:an?|one|another|یک|یکی)\s/u.test(words)) {
      // “the former prisoner said” takes up a speaker whose role says so.
      const fitting = this.speakers.filter(
        (speaker) =>
          speaker.kind !== 'organisation' &&
          fits(speaker.gender, mention.gender) &&
          [speaker.kind === 'role' ? speaker.name : '', speaker.role ?? '', ...speaker.titles].some(
            (words) => isCalled(words, head),
          ),
      )
      if (fitting.length === 1) return { speaker: fitting[0]!, by: 'text' }
      const called = fitting.length === 0 ? this.#people.inRole((role) => isCalled(role, head)) : []
      if (called.length === 1)
        return {
          speaker: this.#speakerOf(called[0]!) ?? this.#add('person', called[0]!),
          by: 'text',
        }
      const sole =
        fitting.length + called.length > 0 ? null : this.#soleInOffice(mention, head, place)
      if (sole !== null) return { speaker: sole, by: 'convention' }
      // “His brother said”: where the report has two of one surname, either can be meant.
      const family = KIN.test(words) ? this.#people.ofOneSurname() : []
      if (fitting.length === 0 && family.length > 0) {
        const candidates = family.filter(({ gender }) => fits(gender, mention.gender))
        return { speaker: null, candidates: candidates.map(({ name }) => name) }
      }
      // “The expert who played …” takes up what the same sentence began with, “the expert”.
      const same = this.speakers.find(
        (speaker) => speaker.kind === 'role' && isSameRole(speaker, words, place, this.discourse),
      )
      if (same !== undefined && fitting.length === 0) return { speaker: same, by: 'text' }
      const last = this.discourse.lastOf(fitting, place)
      if (last !== null) return { speaker: last, by: 'text' }
      if (fitting.length > 1) return { speaker: null, candidates: fitting.map((one) => one.name) }
      const isBare = definite === null && SOMEBODY_IN_PERSIAN.test(words)
      // «این نماینده»: of whom the report has spoken, whatever the office.
      const isPointing = /^(?:این|آن)\s/u.test(words)
      if (
        isBare ||
        isPointing ||
        (definite !== null &&
          !OFFICE.test(head) &&
          !OF_SOMETHING.test(head) &&
          mention.introduces !== true)
      ) {
        const meant = this.discourse.onlyPerson(place)
        if (
          meant !== null &&
          !isOfAnother(meant) &&
          !KIN.test(words) &&
          fits(meant.gender, mention.gender)
        ) {
          // A noun of its own may be anybody's, even where the report tells of one person alone.
          const isNobodyElse = meant.kind === 'role' && /^(?:man|woman|boy|girl)$/u.test(head)
          return { speaker: meant, by: isPointing || isBare || isNobodyElse ? 'text' : 'nothing' }
        }
        const nearest = this.discourse.pronoun(mention.gender, place, {
          replying: REPLYING.test(verb),
          isRole: true,
        })
        if (nearest.speaker !== null && (isPointing || REPLYING.test(verb)))
          return { speaker: nearest.speaker, by: isBare ? 'text' : 'nothing' }
        const candidates = nearest.speaker === null ? nearest.candidates : [nearest.speaker]
        if (candidates.length > 0 || isPointing)
          return { speaker: null, candidates: candidates.map(({ name }) => name) }
      }
    }
    const known = this.speakers.find(
      (speaker) => speaker.kind === 'role' && isSameRole(speaker, words, place, this.discourse),
    )
    // “another witness”, “a witness” again: somebody else each time, unless nothing tells them apart.
    if (known !== undefined && /^(?:an?|one|another|یک|یکی)\s/u.test(words)) {
      if (this.discourse.isNear(known, place) || this.discourse.isNew(known, place))
        return { speaker: known, by: 'text' }
      return { speaker: null, candidates: [known.name] }
    }
    return this.#introduce('role', mention, place)
  }

  /** «عضو شورا»: the only one who speaks in a Persian report, whose office it may tell nowhere else. */
  #soleInOffice(mention: Mention, head: string, place: Place): Speaker | null {
    if (mention.introduces === true) return null
    const sole = this.discourse.soleSpeaker(place)
    if (sole?.kind !== 'person') return null
    // «سهندی، خواهر یکی از قایقران‌ها» is «خواهر قایقران».
    const isOfOneHead =
      sole.role !== null && foldName(sole.role).split(' ')[0] === head.split(' ')[0]
    return isOfOneHead || (sole.role === null && isPersianOffice(mention.text)) ? sole : null
  }

  #findPronoun(mention: Mention, place: Place, verb: string): Found {
    if (mention.text === 'one') return { speaker: null, candidates: [] }
    if (mention.text === 'it' || mention.text === 'they' || /^آن/u.test(mention.text)) {
      const group = this.discourse.group(place, mention.text === 'they')
      return group === null ? { speaker: null, candidates: [] } : { speaker: group, by: 'text' }
    }
    const meant = this.discourse.pronoun(mention.gender, place, { replying: REPLYING.test(verb) })
    return meant.speaker === null
      ? { speaker: null, candidates: meant.candidates.map(({ name }) => name) }
      : { speaker: meant.speaker, by: 'text' }
  }

  /** Somebody new: where the words only point back (“the group”), to confirm among whom they can point to. */
  #introduce(kind: SpeakerKind, mention: Mention, place: Place): Found {
    if (POINTING_BACK.test(mention.text) && mention.introduces !== true) {
      const meant = this.discourse.near(place).filter((one) => canBeCalled(one, kind))
      if (meant.length > 0 || THE_BODY.test(mention.text))
        return { speaker: null, candidates: meant.map(({ name }) => name) }
    }
    const added = this.#add(kind, mention.text)
    added.gender = mention.gender
    return { speaker: added, by: 'text' }
  }

  #add(kind: SpeakerKind, name: string): Speaker {
    const known = kind === 'person' ? this.#people.describe(name) : null
    const speaker: Speaker = {
      kind,
      name,
      titles: [...(known?.titles ?? [])],
      role: known?.role ?? null,
      gender: known?.gender ?? null,
      context: '',
    }
    this.speakers.push(speaker)
    return speaker
  }

  #learn(speaker: Speaker, mention: Mention, context: string): void {
    speaker.context += ` ${context}`
    if (fits(speaker.gender, mention.gender)) speaker.gender ??= mention.gender
    if (speaker.kind === 'person') this.#people.learn(speaker.name, speaker.gender)
    if (mention.kind !== 'name') return
    for (const title of mention.titles)
      if (!speaker.titles.includes(title)) speaker.titles.push(title)
    speaker.role ??= mention.role
  }
}

/** In how many paragraphs a report's opening comes to name whom it began with. */
const OPENING_PARAGRAPHS = 3

/** “A cook at the school” and, in the same paragraph, “a cook”. */
function isSameRole(speaker: Speaker, words: string, place: Place, discourse: Discourse): boolean {
  const name = foldName(speaker.name)
  if (name === words) return true
  const isPart = name.startsWith(`${words} `) || words.startsWith(`${name} `)
  return isPart && discourse.isNear(speaker, place)
}
