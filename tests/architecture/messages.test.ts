import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VOCABULARY_LABELS } from '#lib/statements/labels.ts'
import * as vocabularies from '#lib/statements/vocabularies.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { readSources } from './sources.ts'

const FOLDER = 'app/_i18n/messages'
const LANGUAGES = ['en', 'fa'] as const

interface Messages {
  [key: string]: string | Messages
}

/** Labels of the vocabularies belong to the domain; they are messages all the same. */
const VOCABULARY = 'vocabulary.json'
const namespaces = [
  ...new Set([
    VOCABULARY,
    ...globSync(`${FOLDER}/*/*.json`, { cwd: PROJECT_PATH }).map((path) => path.split('/').at(-1)!),
  ]),
].sort()

function readMessages(language: (typeof LANGUAGES)[number], namespace: string): Messages {
  if (namespace === VOCABULARY) return VOCABULARY_LABELS[language]
  return JSON.parse(readFileSync(join(PROJECT_PATH, FOLDER, language, namespace), 'utf8'))
}

function flatten(messages: Messages, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/** Names of the arguments and tags of an ICU message; the words of plural and select branches are no arguments. */
function placeholders(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`))
  // Braces open in turn an argument, its branches, the arguments in those, and so on.
  let depth = 0
  for (const match of text.matchAll(/\{\s*(\w*)|\}/g)) {
    if (match[0] === '}') depth -= 1
    else {
      if (depth % 2 === 0 && match[1]) names.add(match[1])
      depth += 1
    }
  }
  return [...names].sort()
}

describe.each(namespaces)('%s', (namespace) => {
  it('says the same things in English and Persian', () => {
    const [english, persian] = LANGUAGES.map((language) =>
      flatten(readMessages(language, namespace)),
    )
    expect(persian!.map(([key]) => key).sort()).toEqual(english!.map(([key]) => key).sort())
  })

  it('leaves no message empty', () => {
    const empty = LANGUAGES.flatMap((language) =>
      flatten(readMessages(language, namespace))
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${language}: ${key}`),
    )
    expect(empty).toEqual([])
  })

  it('uses the same placeholders in both languages', () => {
    const persian = new Map(flatten(readMessages('fa', namespace)))
    const different = flatten(readMessages('en', namespace))
      .filter(
        ([key, text]) =>
          placeholders(text).join() !== placeholders(persian.get(key) ?? text).join(),
      )
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  it('writes Persian with Persian letters', () => {
    const foreign = flatten(readMessages('fa', namespace)).filter(([, text]) =>
      /[\u064A\u0643\u0629]/.test(text),
    )
    expect(foreign).toEqual([])
  })
})

describe('vocabulary labels', () => {
  it.each(LANGUAGES)('name every code in %s', (language) => {
    const lists = readMessages(language, VOCABULARY)
    const labelled = new Set(Object.values(lists).map((list) => Object.keys(list).sort().join(' ')))
    const codesOf = (Object.entries(vocabularies) as [string, unknown][]).filter(
      (entry): entry is [string, string[]] => Array.isArray(entry[1]),
    )
    const unlabelled = codesOf
      .filter(
        ([, codes]) =>
          ![...labelled].some((keys) => codes.every((code) => keys.split(' ').includes(code))),
      )
      .map(([name]) => name)
    expect(unlabelled).toEqual([])
  })
})

it('has a message for every reason that an error can give', () => {
  const known = new Set(flatten(readMessages('en', 'errors.json')).map(([key]) => key))
  const reasons = readSources(['{app,lib}/**/*.{ts,tsx}']).flatMap(({ path, text }) =>
    [...text.matchAll(/new AppError\(\s*'\w+',\s*'([\w.]+)'/g)].map((match) => [path, match[1]!]),
  )
  const unsaid = reasons.filter(([, reason]) => !known.has(reason!)).map((each) => each.join(': '))
  expect([...new Set(unsaid)]).toEqual([])
})
