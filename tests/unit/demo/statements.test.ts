import { describe, expect, it } from 'vitest'
import { authoritySchema } from '#lib/authorities/model.ts'
import { DEMO } from '#lib/demo/description.ts'
import { generateStatements } from '#lib/demo/generate.ts'
import { demoStatements } from '#lib/demo/statements.ts'
import { AUTHORITIES, OCCASIONS, SOURCES } from '#lib/demo/world.ts'
import { occasionSchema } from '#lib/occasions/model.ts'
import { sourceSchema } from '#lib/sources/model.ts'
import {
  consentSchema,
  type StatementContent,
  statementContentSchema,
} from '#lib/statements/model.ts'
import { findProblems, passagesWithName, protectedNames } from '#lib/statements/readiness.ts'
import {
  AUDIENCES,
  CONSENT_DECISIONS,
  DIRECTNESSES,
  TESTIMONY_TYPES,
} from '#lib/statements/vocabularies.ts'
import { countWords } from '#lib/text/passages.ts'

const statements = demoStatements()
const parsed = statements.map((statement) => ({
  ...statement,
  content: statementContentSchema.parse(statement.content),
}))
const generated = new Set(generateStatements().map(({ name }) => name))
const named = (name: string) => parsed.find((statement) => statement.name === name)!

/** Every text of a content that readers may see. */
function textsOf(content: StatementContent): string[] {
  return [
    ...Object.values(content.titles),
    ...Object.values(content.abstracts),
    ...content.text.passages.flatMap((passage) => [passage.text, passage.speaker]),
    ...content.translations.flatMap((translation) => translation.passages.map(({ text }) => text)),
  ].filter((text): text is string => text !== undefined)
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}\u200c]+/gu) ?? []

describe('the demo archive', () => {
  it('is the same at every call', () => {
    expect(JSON.stringify(demoStatements())).toBe(JSON.stringify(statements))
    expect(generateStatements().length).toBeGreaterThan(40)
  })

  it('is ready to be submitted wherever it is submitted', () => {
    for (const { name, content, consents, identity, journey } of parsed) {
      const rows = consentSchema.array().parse(consents)
      const problems = findProblems(content, rows, identity)
      if (journey === 'draft') expect(problems.length, name).toBeGreaterThan(0)
      else expect(problems, name).toEqual([])
    }
  })

  it('names only records that there are, each of them valid', () => {
    const keys = [AUTHORITIES, SOURCES, OCCASIONS].flatMap((records) => Object.keys(records))
    expect(new Set(keys).size).toBe(keys.length)
    for (const record of Object.values(AUTHORITIES)) authoritySchema.parse(record)
    for (const record of Object.values(SOURCES)) sourceSchema.parse(record)
    for (const record of Object.values(OCCASIONS)) occasionSchema.parse(record)
    for (const { name, content } of parsed) {
      const used = [
        ...content.about.eventIds,
        ...content.about.placeIds,
        ...content.text.passages.flatMap(({ mentions }) => mentions.map((m) => m.authorityId)),
        ...[content.source.sourceId, content.taking.occasionId].filter((id) => id !== null),
      ]
      expect(
        used.filter((key) => !keys.includes(key)),
        name,
      ).toEqual([])
    }
  })

  it('gives every passage a key of its own, and translations the keys of their original', () => {
    for (const { name, content } of parsed) {
      const keys = content.text.passages.map(({ key }) => key)
      expect(new Set(keys).size, name).toBe(keys.length)
      for (const translation of content.translations) {
        const translated = translation.passages.map(({ key }) => key)
        expect(translated, name).toEqual(keys)
      }
    }
  })

  it('holds every testimony type and every way of knowing, audience and consent decision that is to be seen', () => {
    const all = <T>(pick: (content: StatementContent) => readonly T[]) =>
      new Set(parsed.flatMap(({ content }) => pick(content)))
    const types = all(({ testimonyType }) => [testimonyType])
    expect(TESTIMONY_TYPES.filter((type) => !types.has(type))).toEqual([])
    const audiences = all(({ access }) => [access.audience])
    expect(AUDIENCES.filter((audience) => !audiences.has(audience))).toEqual([])
    const ways = all(({ knowledge, text }) => [
      knowledge.directness,
      ...text.passages.map(({ directness }) => directness),
    ])
    expect(DIRECTNESSES.filter((way) => !ways.has(way))).toEqual([])
    const decisions = new Set(parsed.flatMap(({ consents }) => consents.map((row) => row.decision)))
    expect(CONSENT_DECISIONS.filter((decision) => !decisions.has(decision))).toEqual(['withdrawn'])
  })

  it('keeps protected names out of every text', () => {
    for (const { name, content, identity } of parsed) {
      if (content.witness.displayMode === 'real_name') continue
      expect(passagesWithName(content, protectedNames(identity)), name).toEqual([])
    }
    const texts = parsed.flatMap(({ content }) => textsOf(content)).join('\n')
    for (const withheld of DEMO.withheldNames) expect(texts).not.toContain(withheld)
  })

  it('has words that stand in one statement alone, once in each language', () => {
    const wordCounts = new Map<string, string[]>()
    for (const { name, content } of parsed) {
      for (const word of textsOf(content).flatMap(wordsOf)) {
        wordCounts.set(word, [...(wordCounts.get(word) ?? []), name])
      }
    }
    const { openRevision, ...others } = DEMO.words
    for (const group of Object.values(others)) {
      for (const [name, words] of Object.entries(group)) {
        for (const word of words as string[]) expect(wordCounts.get(word), word).toEqual([name])
      }
    }
    for (const word of openRevision.telephone) expect(wordCounts.get(word)).toBeUndefined()
  })

  it('has a transcript of 20,000 words, readable as question and answer', () => {
    const { content } = named('transcript')
    const words = content.text.passages.reduce((sum, { text }) => sum + countWords(text), 0)
    expect(words).toBeGreaterThanOrEqual(20_000)
    expect(new Set(content.text.passages.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'question', 'answer']),
    )
    const answers = content.text.passages.filter(({ kind }) => kind === 'answer')
    expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThan(answers.length * 0.95)
  })

  it('does not repeat itself: no passage stands twice among the generated ones', () => {
    const passages = parsed
      .filter(({ name }) => generated.has(name))
      .flatMap(({ content }) => content.text.passages.map(({ text }) => text))
    const long = passages.filter((text) => countWords(text) > 25)
    expect(new Set(long).size).toBe(long.length)
    const counts = new Map<string, number>()
    for (const text of passages) counts.set(text, (counts.get(text) ?? 0) + 1)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3)
  })

  it('fills every choice and slot, the same number in both languages', () => {
    for (const { name, content } of parsed) {
      for (const text of textsOf(content)) {
        expect(text, name).not.toMatch(/[{}<>|]|undefined/)
        expect(text, name).not.toMatch(/[،؛؟,;?]\.| [.,،؛]|\.\.(?!\.)/)
      }
    }
  })

  it('writes Persian with Persian letters, digits and joiners', () => {
    for (const { name, content } of parsed) {
      for (const text of textsOf(content)) {
        if (!/[\u0600-\u06ff]/.test(text)) continue
        expect(text, name).not.toMatch(/[يكىة٠-٩]| {2}| [،.؛؟]|\u200c(?:\s|$)|\u0654\u200c/u)
        expect(text, name).not.toMatch(/(?:^|\s)(?:می|نمی) \p{L}/u)
        if (!/[A-Za-z]/.test(text)) expect(text, name).not.toMatch(/[,;?]/)
      }
    }
  })
})
