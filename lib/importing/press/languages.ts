import {
  isHeldUp,
  isTitleOfWork,
  readEnglishActors,
  readEnglishLead,
  readEnglishReport,
  type Saying,
} from './english.ts'
import { NAME, nameMention, PERSON } from './english-names.ts'
import { readSentenceSubject } from './english-sentences.ts'
import { readEnglishTag, type Tag } from './english-tags.ts'
import {
  governing,
  isHeldUpInPersian,
  isTitleOfPersianWork,
  readPersianActor,
  readPersianLead,
  readPersianReport,
  readPersianTag,
} from './persian.ts'
import { pronounMention } from './pronouns.ts'
import type { SpeakerRegister } from './speakers.ts'
import type { Mention } from './types.ts'

/** What a language's words around a quotation, and its sentences of narration, tell of who speaks. */
export interface Grammar {
  /** Of the words before a quotation in its sentence. `unsure`: they introduce words without a verb of saying. */
  lead(
    before: string,
    words: number,
    /** The same from the sentence's beginning, where other quotations stand between. */
    whole: string,
  ): (Saying & { unsure?: boolean }) | null
  /** Of the words after it; `before` and `whole` as above. `afterComma`: a comma closes the quotation. */
  tag(after: string, before: string, whole: string, afterComma: boolean): Tag | null
  isTitle(before: string, words: string): boolean
  isHeldUp(before: string, after: string, words: string): boolean
  /** Who a sentence without marks reports; `fromColon`: offset of words that a colon introduces. */
  report(sentence: string): { mention: Mention; fromColon: number | null } | null
  /** Who speaks, acts or is named in a stretch of narration. */
  actors(
    sentence: string,
  ): { mention: Mention; strength: 'spoke' | 'subject' | 'mentioned'; index: number }[]
}

export function grammarOf(persian: boolean, register: SpeakerRegister): Grammar {
  return persian ? persianGrammar(register) : englishGrammar(register)
}

function englishGrammar(register: SpeakerRegister): Grammar {
  const knows = (name: string) => register.isPerson(name)
  return {
    lead: (before, words, whole) =>
      readEnglishLead(before, words, knows) ?? readEnglishLead(whole, words, knows),
    tag: (after, _before, _whole, afterComma) => readEnglishTag(after, knows, afterComma),
    isTitle: isTitleOfWork,
    isHeldUp,
    report: (sentence) => {
      const mention = readEnglishReport(sentence, knows)
      return mention === null ? null : { mention, fromColon: null }
    },
    actors: (sentence) => {
      const named = mentioned(register, sentence)
      const acting = readEnglishActors(sentence, knows)
        .filter(
          ({ mention, speaks }) => isActor(mention, speaks, knows) || register.isBody(mention.text),
        )
        .map(({ mention, speaks, index }) => ({
          mention,
          strength: speaks ? ('spoke' as const) : ('subject' as const),
          index,
        }))
      return [
        ...fronted(sentence, knows),
        ...(acting.length > 0 ? acting : somebodyThere(sentence)),
        ...addressed(sentence, acting),
        ...secondSubject(sentence, named),
      ]
    },
  }
}

/** “When Ada Lorne, the mayor, first heard of it, she …”: she acts, whatever the main clause is about. */
function fronted(sentence: string, knows: (name: string) => boolean) {
  const found = FRONTED_SUBJECT.exec(sentence.trimStart())
  const mention = found === null ? null : nameMention(found[1]!)
  if (mention?.kind !== 'name' || !knows(mention.text)) return []
  return [{ mention, strength: 'subject' as const, index: 0 }]
}

function somebodyThere(sentence: string) {
  const found = SOMEBODY_THERE.exec(sentence.trimStart())
  const mention = found === null ? null : readSentenceSubject(found[1]!)
  return mention?.kind === 'role' ? [{ mention, strength: 'subject' as const, index: 0 }] : []
}

/** “A neighbour, Greta Holt, asked him to write”: he is somebody else, and acts next as likely as she. */
function addressed(sentence: string, acting: readonly { mention: Mention }[]) {
  const found = ADDRESSED.exec(sentence)
  if (found === null || acting[0]?.mention.kind === 'pronoun') return []
  const mention = pronounMention(found[1] === 'him' ? 'he' : 'she')
  return [{ mention, strength: 'subject' as const, index: found.index }]
}

/** “Ragna Sol and Tove Lind had not seen each other”: the second acts as well. */
function secondSubject(sentence: string, named: ReturnType<typeof mentioned>) {
  const second = TWO_NAMES.exec(sentence)
  if (second === null) return named
  const from = second[0].length - second[1]!.length
  return named.map((one) =>
    one.index >= from && one.index < second[0].length
      ? { ...one, strength: 'subject' as const }
      : one,
  )
}

const FRONTED_SUBJECT = new RegExp(
  `^(?:When|While|As|After|Before|Although|Though|Since|Because|If|Once|Until)\\s+(?:(?:the|${NAME}[’']s?)\\s+)?(?:\\p{Ll}+,?\\s+){0,3}(${NAME})(?:,[^,]{2,60},)?\\s+(?=\\p{Ll})(?!and\\b)`,
  'u',
)
/** “By the fountain a retired policeman was feeding pigeons.” “On the pier stood an old rower.” */
const SOMEBODY_THERE =
  /^(?:By|In|On|At|Near|Outside|Behind|Beside|Opposite|Under|Across|From)\s+(?:[\p{L}’'-]+\s+){1,8}?(?:(?:stood|sat|was|came|lay|waited)\s+)?(an?\s+[^,.;:]{3,60})/u
const ADDRESSED =
  /\b(?:asked|told|gave|showed|handed|sent|brought|urged|begged|warned)\s+(him|her)\b/u
const TWO_NAMES = new RegExp(`^${NAME}\\s+and\\s+(${NAME})(?=\\s+\\p{Ll})`, 'u')

/** A single capitalised word is nobody until something tells that it is a person. */
function isActor(mention: Mention, speaks: boolean, knows: (name: string) => boolean): boolean {
  return (
    (speaks && /\s/u.test(mention.text)) ||
    mention.kind !== 'name' ||
    (mention.role !== null && PERSON.test(mention.role)) ||
    mention.titles.length > 0 ||
    knows(mention.text)
  )
}

function persianGrammar(register: SpeakerRegister): Grammar {
  const knows = (name: string) => register.isPerson(name)
  return {
    lead: (before, _words, whole) => readPersianLead(governing(before, whole, knows), knows),
    tag: (after, before, whole) => readPersianTag(after, governing(before, whole, knows), knows),
    isTitle: isTitleOfPersianWork,
    isHeldUp: isHeldUpInPersian,
    report: (sentence) => readPersianReport(sentence, knows),
    actors: (sentence) => {
      const named = mentioned(register, sentence)
      const text = sentence.replace(/^[\s|،؛]+/u, '')
      const pronoun = /^(?:(?:و|اما|ولی)\s+)?(او|وی)\s/u.exec(text)?.[1]
      if (pronoun !== undefined) {
        const mention: Mention = {
          kind: 'pronoun',
          text: pronoun,
          titles: [],
          role: null,
          gender: null,
        }
        return [{ mention, strength: 'subject', index: 0 }, ...named]
      }
      const actor = readPersianActor(text, knows)
      if (actor !== null && (actor.mention.kind !== 'name' || knows(actor.mention.text))) {
        const strength = actor.speaks ? ('spoke' as const) : ('subject' as const)
        return [{ mention: actor.mention, strength, index: 0 }, ...named]
      }
      return named.map((one, at) =>
        at === 0 && !isOblique(sentence, one.index) && !isSubordinate(sentence, one.index)
          ? { ...one, strength: 'subject' as const }
          : one,
      )
    },
  }
}

/** «… گفت که مورالس …»: of the main clause nobody is known, and who is named belongs to the clause that it governs. */
function isSubordinate(sentence: string, index: number): boolean {
  return /\S\s+که\s+(?:\S+\s+)?$/u.test(sentence.slice(0, index))
}

function isOblique(sentence: string, index: number): boolean {
  return /(?:^|\s)(?:به|از|با|بر|در|توسط|علیه|نزد|دربارهٔ|درباره)\s+(?:\S+\s+)?$/u.test(
    sentence.slice(0, index),
  )
}

function mentioned(register: SpeakerRegister, sentence: string) {
  return register.peopleIn(sentence).map(({ name, index }) => ({
    mention: { kind: 'name' as const, text: name, titles: [], role: null, gender: null },
    strength: 'mentioned' as const,
    index,
  }))
}
