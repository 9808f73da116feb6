import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isInside, readBag } from '#lib/importing/bag.ts'

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A bag of these payload files, with a manifest that says so unless it is given. */
function bag(payload: Record<string, string>, rest: Record<string, string> = {}, folder = '') {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const manifest = Object.entries(payload).map(([path, text]) => `${digest(text)}  ${path}\n`)
  const all: Record<string, string> = {
    'bagit.txt': BAGIT,
    'manifest-sha256.txt': manifest.join(''),
    ...payload,
    ...rest,
  }
  const files = new Map(
    Object.entries(all).map(([path, text]) => [`${folder}${path}`, Buffer.from(text)]),
  )
  return { names: [...files.keys()], bytes: async (name: string) => files.get(name)! }
}

async function read(files: ReturnType<typeof bag>) {
  const found: [path: string, what: string][] = []
  for await (const file of readBag(files)) {
    const isWhole = 'bytes' in file
    found.push([file.path, isWhole ? file.bytes.toString() : file.failure.reason])
  }
  return found
}

const PAYLOAD = { 'data/files/b.txt': 'B', 'data/files/a.txt': 'A', 'data/statements.jsonl': '{}' }

describe('a bag of the archive’s own kind', () => {
  it('is read in one order: statements, then files by name; in a folder as well', async () => {
    const whole = [
      ['data/statements.jsonl', '{}'],
      ['data/files/a.txt', 'A'],
      ['data/files/b.txt', 'B'],
    ]
    expect(await read(bag(PAYLOAD))).toEqual(whole)
    expect(await read(bag(PAYLOAD, {}, 'ostra/'))).toEqual(whole)
  })

  it('names what differs from its manifest, is missing, not listed or of no known place; the rest goes on', async () => {
    const manifest = bag({ ...PAYLOAD, 'data/lost.txt': 'x', 'data/notes.txt': 'n' })
    const files = bag(
      {
        ...PAYLOAD,
        'data/notes.txt': 'n',
        'data/files/a.txt': 'changed',
        'data/files/new.txt': 'N',
      },
      { 'manifest-sha256.txt': (await manifest.bytes('manifest-sha256.txt')).toString() },
    )
    expect(await read(files)).toEqual([
      ['data/statements.jsonl', '{}'],
      ['data/files/a.txt', 'checksumWrong'],
      ['data/files/b.txt', 'B'],
      ['data/files/new.txt', 'notInManifest'],
      ['data/lost.txt', 'missingFromBag'],
      ['data/notes.txt', 'notOfThisKind'],
    ])
  })

  it.each([
    ['no bag', { names: ['a.txt'], bytes: async () => Buffer.of() }, 'import.notABag'],
    ['another version', bag(PAYLOAD, { 'bagit.txt': 'BagIt-Version: 2.0\n' }), 'import.bagVersion'],
    [
      'a broken manifest',
      bag(PAYLOAD, { 'manifest-sha256.txt': 'no digest' }),
      'import.bagManifestBroken',
    ],
    [
      'a way out of the bag',
      bag(PAYLOAD, { 'manifest-sha256.txt': `${'0'.repeat(64)}  data/../../etc/passwd\n` }),
      'import.zipPath',
    ],
  ])('refuses %s', async (_what, files, reason) => {
    await expect(read(files)).rejects.toMatchObject({ reason })
  })

  it('knows every way out', () => {
    expect(isInside('data/files/شب.txt')).toBe(true)
    for (const path of [
      '../data/x',
      'data/../x',
      '/data/x',
      'data//x',
      'data/./x',
      'data\\x',
      'data/C:x',
      'data/a\u0000b',
      'files/x',
    ]) {
      expect(isInside(path), path).toBe(false)
    }
  })
})
