import { createHash } from 'node:crypto'
import { AppError } from '#lib/errors.ts'
import type { PlannedFailure } from './planned.ts'

/** The files of a bag, wherever they lie: in a zip or in a folder. */
export interface BagFiles {
  names: string[]
  bytes(name: string): Promise<Buffer>
}

/** One file of the payload: whole and as its manifest says, or why it is not. */
export type BagFile = { path: string; bytes: Buffer } | { path: string; failure: PlannedFailure }

const STATEMENTS = 'data/statements.jsonl'
const FILES = 'data/files/'
const ALGORITHMS = ['sha512', 'sha256'] as const

/** Whether these files are a bag, perhaps in one folder as they are zipped; the folder with its slash, or null. */
export function bagFolder(names: readonly string[]): string | null {
  if (names.includes('bagit.txt')) return ''
  const inside = names.find((name) => /^[^/]+\/bagit\.txt$/u.test(name))
  return inside === undefined ? null : inside.slice(0, -'bagit.txt'.length)
}

/**
 * Reads a bag (BagIt, RFC 8493) of the archive's own kind: `data/statements.jsonl` and files of any kind that is
 * imported under `data/files/`. Every file is compared with its manifest; one that differs, is missing, is not listed or
 * lies elsewhere fails alone. Nothing is fetched.
 * @throws AppError `invalid`: import.notABag, import.bagVersion, import.bagWithoutManifest, import.bagManifestBroken,
 * import.zipPath
 */
export async function* readBag(files: BagFiles): AsyncGenerator<BagFile> {
  const folder = bagFolder(files.names)
  if (folder === null) throw new AppError('invalid', 'import.notABag')
  const read = (path: string) => files.bytes(`${folder}${path}`)
  const own = files.names
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length))
  requireVersion((await read('bagit.txt')).toString('utf8'))
  const algorithm = ALGORITHMS.find((name) => own.includes(`manifest-${name}.txt`))
  if (algorithm === undefined) throw new AppError('invalid', 'import.bagWithoutManifest')
  const manifest = readManifest((await read(`manifest-${algorithm}.txt`)).toString('utf8'))

  const payload = own.filter((name) => name.startsWith('data/'))
  for (const path of inOrder([...new Set([...manifest.keys(), ...payload])])) {
    const expected = manifest.get(path)
    if (expected === undefined) yield fail(path, 'notInManifest')
    else if (!payload.includes(path)) yield fail(path, 'missingFromBag')
    else {
      const bytes = await read(path)
      const digest = createHash(algorithm).update(bytes).digest('hex')
      if (digest !== expected) yield fail(path, 'checksumWrong')
      else if (path !== STATEMENTS && !path.startsWith(FILES)) yield fail(path, 'notOfThisKind')
      else yield { path, bytes }
    }
  }
}

function fail(path: string, reason: string): BagFile {
  return { path, failure: { outcome: 'failed', record: path, line: null, reason, field: '' } }
}

/** The statements first, then the files by name, so that reading the bag again meets them in the same order. */
function inOrder(paths: string[]): string[] {
  return paths.sort(
    (a, b) => Number(b === STATEMENTS) - Number(a === STATEMENTS) || (a < b ? -1 : 1),
  )
}

function requireVersion(text: string): void {
  const version = /^BagIt-Version:\s*(\d+\.\d+)\s*$/mu.exec(text)?.[1]
  if (version !== '1.0' && version !== '0.97') {
    throw new AppError('invalid', 'import.bagVersion', { values: { version: version ?? '?' } })
  }
}

/** Digest by path. @throws AppError `invalid` for lines that are none and paths that lead out of the bag */
function readManifest(text: string): Map<string, string> {
  const digests = new Map<string, string>()
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') continue
    const [, digest, written] = /^([0-9a-f]{64,128})\s+\*?(.+)$/iu.exec(line) ?? []
    if (digest === undefined || written === undefined) {
      throw new AppError('invalid', 'import.bagManifestBroken', { values: { line: index + 1 } })
    }
    const path = written.replace(/%(0A|0D|25)/giu, (code) => decodeURIComponent(code))
    if (!isInside(path)) {
      throw new AppError('invalid', 'import.zipPath', { detail: `manifest line ${index + 1}` })
    }
    digests.set(path, digest.toLowerCase())
  }
  return digests
}

/** Whether a path stays under `data/`: no step up, no drive, no backslash, nothing invisible. */
export function isInside(path: string): boolean {
  if (!path.startsWith('data/') || /[\\:\p{Cc}]/u.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
