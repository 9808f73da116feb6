import { expect, it, vi } from 'vitest'
import { cutPassages, readCorpus } from '#lib/search/evaluation/corpus.ts'
import { EVALUATED_ENGINES, SERVER_ENGINES } from '#lib/search/evaluation/engines.ts'
import { evaluate } from '#lib/search/evaluation/evaluate.ts'
import { pairedDifference, percentile } from '#lib/search/evaluation/figures.ts'
import { makeQueries, readQueries } from '#lib/search/evaluation/queries.ts'
import { Random } from '#lib/search/evaluation/random.ts'

vi.setConfig({ testTimeout: 60_000 })

const random = new Random(5)
const letters = [...'abcdefghijklmnopqrst']
const madeUpWord = () => Array.from({ length: 7 }, () => random.pick(letters)).join('')
const madeUpText = (words: number) => Array.from({ length: words }, madeUpWord).join(' ')
const corpus = Array.from({ length: 8 }, (_, index) =>
  JSON.stringify({
    id: `r${index}`,
    title: `Account ${index}`,
    language: 'en',
    text: madeUpText(300),
  }),
).join('\n')

it('cuts passages of 60 to 200 words and loses none', () => {
  for (const words of [1, 59, 120, 130, 179, 180, 181, 1000]) {
    const text = madeUpText(words)
    const passages = cutPassages(text)
    expect(passages.join(' ')).toBe(text)
    for (const passage of passages) {
      const length = passage.split(' ').length
      expect(length).toBeLessThanOrEqual(200)
      expect(length).toBeGreaterThanOrEqual(Math.min(60, words))
    }
  }
})

it('makes the same queries from the same seed, each as its class says', () => {
  const statements = readCorpus(corpus)
  const queries = makeQueries(statements, 20, 3)
  expect(queries).toEqual(makeQueries(statements, 20, 3))
  expect(queries).not.toEqual(makeQueries(statements, 20, 4))
  const ofClass = (name: string) => queries.filter((query) => query.class === name)
  const exact = ofClass('exact')
  expect(exact).toHaveLength(20)
  exact.forEach(({ query, id }, index) => {
    const words = query.split(' ')
    const text = statements[id - 1]!.passages.find((passage) =>
      words.every((word) => passage.includes(word)),
    )!
    expect(words.length).toBeGreaterThanOrEqual(2)
    expect(words.length).toBeLessThanOrEqual(6)
    const places = words.map((word) => text.indexOf(word))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(ofClass('shuffled')[index]!.query.split(' ').sort()).toEqual([...words].sort())
    const typo = ofClass('typo')[index]!.query.split(' ')
    expect(typo.slice(1)).toEqual(words.slice(1))
    expect(typo[0]).not.toBe(words[0])
    expect(typo[0]![0]).toBe(words[0]![0])
    const phrase = ofClass('phrase')[index]!
    expect(statements[phrase.id - 1]!.passages.join('\n')).toContain(phrase.query.slice(1, -1))
  })
})

it('asks for names in their other spellings, and reads given queries', () => {
  const names = '{"id":"n1","fa":["ورزان","وَرزان"],"latin":"Varzan"}\n{"id":"n2","latin":["Mirab"]}'
  const statements = readCorpus(names)
  expect(
    makeQueries(statements, 5, 1)
      .map(({ query, id }) => [query, id])
      .sort(),
  ).toEqual([
    ['Varzan', 1],
    ['وَرزان', 1],
  ])
  expect(readQueries('{"class":"own","query":"mirab","id":"n2"}', statements)).toEqual([
    { class: 'own', query: 'mirab', id: 2 },
  ])
  expect(() => readQueries('{"class":"own","query":"mirab","id":"n3"}', statements)).toThrow(
    'line 1',
  )
  expect(() => readCorpus('nothing')).toThrow('line 1')
})

it('finds what it asks for in every engine of our own, and compares them on the same queries', async () => {
  const statements = readCorpus(corpus)
  const engines = EVALUATED_ENGINES.filter((name) => !SERVER_ENGINES.includes(name))
  const { rows, comparisons } = await evaluate(statements, makeQueries(statements, 10, 1), engines)
  const row = (engine: string, name: string) =>
    rows.find((one) => one.engine === engine && one.class === name)!
  expect(Object.keys(rows[0]!)).toEqual([
    'engine',
    'class',
    'n',
    'recall1',
    'recall10',
    'mrr10',
    'p50',
    'p95',
  ])
  for (const engine of engines) {
    expect(row(engine, 'exact')).toMatchObject({ n: 10, recall1: 1 })
    expect(row(engine, 'phrase')).toMatchObject({ n: 10, recall1: 1 })
    expect(row(engine, 'name').n).toBe(0)
  }
  expect(row('embedded', 'typo').recall1).toBe(1)
  expect(row('fts5-passage', 'typo').recall1).toBe(0)
  expect(comparisons.find((one) => one.class === 'typo')!.difference).toBe(1)
})

it('counts percentiles by the nearest rank and differences in pairs', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100])
  expect(pairedDifference([1, 0, 1, 1], [1, 0, 0, 1])).toEqual({ mean: 0.25, standardError: 0.25 })
})
