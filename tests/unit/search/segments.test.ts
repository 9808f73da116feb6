import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EmbeddedEngine } from '#lib/search/fts/engine.ts'
import {
  decodePostings,
  eachPlace,
  encodePostings,
  PostingsBuilder,
  placeBit,
  runCount,
  runOf,
} from '#lib/search/fts/postings.ts'
import { makeDocument, SCOPE } from '#tests/support/search-documents.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'govah-segments-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('postings', () => {
  it('find back every place of a long statement', () => {
    for (const place of [0, 1, 2, 30, 31, 32, 33, 62, 63, 1_000]) {
      const found: number[] = []
      eachPlace(runOf(place), placeBit(place), (each) => found.push(each))
      expect(found, String(place)).toEqual([place])
    }
    const found: number[] = []
    eachPlace(1, (placeBit(32) | placeBit(40) | placeBit(62)) >>> 0, (each) => found.push(each))
    expect(found).toEqual([32, 40, 62])
    expect([0, 1, 31, 32, 62, 63].map(runCount)).toEqual([1, 1, 1, 2, 2, 3])
  })

  it('come out word by word as they were gathered, also of many statements', () => {
    const builder = new PostingsBuilder()
    const both = {
      length: 2,
      forms: Uint32Array.of(0, 1),
      runs: Uint16Array.of(0, 1),
      masks: Uint32Array.of(2, 4),
      weights: Uint32Array.of(300, 1),
    }
    for (let id = 1; id <= 3_000; id++) {
      builder.addStatement(id, { ...both, length: id % 2 === 0 ? 2 : 1 }, [7, 3])
    }
    const all = [...builder.byWord()].map(
      ([word, postings]) => [word, decodePostings(encodePostings(postings))] as const,
    )
    expect(all.map(([word]) => word)).toEqual([3, 7])
    const [[, three], [, seven]] = all as [(typeof all)[0], (typeof all)[0]]
    expect(three).toMatchObject({ length: 1_500 })
    expect([three.ids[1], three.runs[1], three.masks[1], three.weights[1]]).toEqual([4, 1, 4, 1])
    expect([seven.ids[2_999], seven.runs[0], seven.weights[0]]).toEqual([3_000, 0, 255])
  })
})

describe('segments of many small writes', () => {
  const path = join(folder, 'search.db')
  let engine: EmbeddedEngine
  const idsOf = async (text: string, perPage = 100) => {
    const result = await engine.search(
      { text, facets: {}, sort: 'added', fuzzy: false, spellings: false, page: 1, perPage },
      SCOPE,
    )
    expect(result.hits).toHaveLength(Math.min(perPage, result.total))
    return result.hits.map(({ id }) => id).sort((a, b) => a - b)
  }
  const segments = () => {
    const db = new Database(path, { readonly: true })
    const rows = db.prepare('SELECT statements, live FROM segments_1').all()
    const words = db.prepare('SELECT count(DISTINCT id / 1073741824) FROM postings_1').pluck().get()
    db.close()
    return { rows, words }
  }

  beforeAll(async () => {
    engine = new EmbeddedEngine(path)
    for (let id = 1; id <= 50; id++) {
      await engine.put([makeDocument(id, [`A heron, number n${id}.`, 'Reeds.'])])
      // What was merged already is written anew, and taken away.
      if (id % 10 === 0) await engine.put([makeDocument(id - 9, ['A crane instead.'])])
      if (id % 25 === 0) await engine.remove([id - 3])
    }
  })
  afterAll(() => engine.close())

  it('are merged, and hold what was written last and nothing else', async () => {
    const { rows, words } = segments()
    expect(rows.length).toBeLessThan(20)
    expect(rows.length).toBe(words)
    const cranes = [1, 11, 21, 31, 41]
    expect(await idsOf('crane')).toEqual(cranes)
    const herons = Array.from({ length: 50 }, (_, index) => index + 1).filter(
      (id) => !cranes.includes(id) && id !== 22 && id !== 47,
    )
    expect(await idsOf('heron')).toEqual(herons)
    expect(await idsOf('n22')).toEqual([])
    expect(await idsOf('n11')).toEqual([])
    expect(await idsOf('n12 reeds')).toEqual([12])
  })

  it('are there again after a start, and an unfinished one is thrown away', async () => {
    await engine.close()
    const db = new Database(path)
    db.exec(`
      INSERT INTO segments_1 (id, statements, live) VALUES (900, 0, 0);
      INSERT INTO postings_1 VALUES (900 * 1073741824 + 1, x'00');
    `)
    db.close()
    engine = new EmbeddedEngine(path)
    expect(await idsOf('crane')).toEqual([1, 11, 21, 31, 41])
    expect(await engine.count()).toBe(48)
    const { rows, words } = segments()
    expect(rows.length).toBe(words)
  })
})
