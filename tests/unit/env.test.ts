import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnvironment, SETTINGS, SettingsError } from '#lib/env.ts'

describe('parseEnvironment', () => {
  it('has a default for everything', () => {
    expect(parseEnvironment({})).toEqual({
      dataPath: resolve('data'),
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      trustedProxyCount: 0,
      importLimits: { seconds: 60, memoryMegabytes: 512, documentMegabytes: 25 },
      meilisearch: null,
    })
  })

  it('knows a search server by its address, with or without a key', () => {
    expect(parseEnvironment({ MEILISEARCH_URL: 'http://127.0.0.1:7700/' }).meilisearch).toEqual({
      url: 'http://127.0.0.1:7700',
      apiKey: null,
      indexPrefix: 'govah',
    })
    const all = {
      MEILISEARCH_URL: 'https://search.example',
      MEILISEARCH_API_KEY: 'a-key-of-sixteen-and-more',
      MEILISEARCH_PREFIX: 'archive-2',
    }
    expect(parseEnvironment(all).meilisearch).toEqual({
      url: 'https://search.example',
      apiKey: 'a-key-of-sixteen-and-more',
      indexPrefix: 'archive-2',
    })
    expect(parseEnvironment({ MEILISEARCH_PREFIX: 'archive-2' }).meilisearch).toBeNull()
  })

  it('never tells a key, not even a wrong one', () => {
    const attempt = () => parseEnvironment({ MEILISEARCH_API_KEY: 'two words, and secret ones' })
    expect(attempt).toThrow(/^MEILISEARCH_API_KEY: expected .+, found "\(not shown\)"$/)
  })

  it('takes an empty variable as not set', () => {
    expect(parseEnvironment({ PORT: '', GOVAH_URL: ' ' }).port).toBe(3000)
  })

  it('derives an address that can be visited', () => {
    expect(parseEnvironment({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://127.0.0.1')
    expect(parseEnvironment({ HOST: '::1', PORT: '81' }).publicUrl).toBe('http://[::1]:81')
    expect(parseEnvironment({ GOVAH_URL: 'https://archive.example/' }).publicUrl).toBe(
      'https://archive.example',
    )
  })

  it('leaves a reader room beside what it takes for itself', () => {
    const { importLimits } = parseEnvironment({ GOVAH_IMPORT_MEMORY_MB: '256' })
    expect(importLimits.memoryMegabytes).toBe(256)
  })

  it('names every bad setting and what is expected', () => {
    const bad = {
      HOST: 'a b',
      PORT: '70000',
      GOVAH_URL: 'ftp://archive.example',
      GOVAH_TRUSTED_PROXIES: '-1',
      GOVAH_IMPORT_SECONDS: '0',
      GOVAH_IMPORT_MEMORY_MB: '255',
      GOVAH_IMPORT_DOCUMENT_MB: '2.5',
      MEILISEARCH_URL: 'http://127.0.0.1:7700/path',
      MEILISEARCH_PREFIX: 'a_b',
    }
    const attempt = () => parseEnvironment(bad)
    expect(attempt).toThrow(SettingsError)
    for (const [name, value] of Object.entries(bad)) {
      expect(attempt).toThrow(new RegExp(`^${name}: expected .+, found "${value}"$`, 'm'))
    }
  })

  it.each(['https://a.example/path', 'https://a.example/?x', 'nonsense', '//a.example'])(
    'refuses %s as public address',
    (url) => {
      expect(() => parseEnvironment({ GOVAH_URL: url })).toThrow(/^GOVAH_URL/)
    },
  )
})

it('.env.example lists every setting with its default and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const listed = lines.filter((line) => line.includes('=')).map((line) => line.replace(/^# ?/, ''))
  expect(listed).toEqual(SETTINGS.map((setting) => `${setting.name}=${setting.default}`))
})
