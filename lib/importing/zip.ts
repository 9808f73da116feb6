import { buffer as bufferOf, text as textOf } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '#lib/errors.ts'

/** What a zip may hold: looked up in its directory before anything is unpacked, and kept to while it is. */
export interface ZipLimits {
  entries: number
  /** Of all entries together, unpacked. */
  bytes: number
}

export const ZIP_LIMITS: ZipLimits = { entries: 10_000, bytes: 200 * 1024 * 1024 }
/** Text packs to about a tenth; a thousandth is nothing but repetition. */
const RATIO_MAX = 500
const RATIO_FROM_BYTES = 10 * 1024 * 1024

export interface Zip {
  /** Paths of the files, as they stand in the directory. */
  names: string[]
  /** Unpacks one file; a size that the directory did not tell is refused. */
  bytes(name: string): Promise<Buffer>
  text(name: string): Promise<string>
}

/**
 * Opens a zip that is held in memory.
 * @throws AppError `invalid`: import.zipBroken, import.zipEncrypted, import.zipBomb, import.zipPath
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<Zip> {
  const file = await open(bytes)
  const entries = await listEntries(file, bytes.byteLength, limits)
  const stream = (name: string) => {
    const entry = entries.get(name)
    if (entry === undefined) throw new AppError('invalid', 'import.zipBroken', { detail: name })
    return openEntry(file, entry)
  }
  return {
    names: [...entries.keys()],
    bytes: async (name) => bufferOf(await stream(name)).catch(refuseBroken),
    text: async (name) => textOf(await stream(name)).catch(refuseBroken),
  }
}

function refuseBroken(cause: unknown): never {
  throw new AppError('invalid', 'import.zipBroken', { cause })
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: true },
      (cause, file) => {
        if (file === undefined) reject(new AppError('invalid', 'import.zipBroken', { cause }))
        else resolve(file)
      },
    )
  })
}

function listEntries(
  file: ZipFile,
  packed: number,
  limits: ZipLimits,
): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let unpacked = 0
    const refuse = (reason: 'zipBomb' | 'zipEncrypted' | 'zipPath', detail: string) =>
      reject(new AppError('invalid', `import.${reason}`, { detail }))
    file.on('error', (cause: Error) => {
      const isPath = /relative path|absolute path|invalid characters/u.test(cause.message)
      reject(new AppError('invalid', isPath ? 'import.zipPath' : 'import.zipBroken', { cause }))
    })
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      const ratio = unpacked / Math.max(packed, 1)
      if (entries.size >= limits.entries) return refuse('zipBomb', `${entries.size} entries`)
      if (unpacked > limits.bytes || (unpacked > RATIO_FROM_BYTES && ratio > RATIO_MAX)) {
        return refuse('zipBomb', `${unpacked} bytes`)
      }
      if (entry.isEncrypted()) return refuse('zipEncrypted', entry.fileName)
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

function openEntry(file: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (cause, stream) => {
      if (stream === undefined) reject(new AppError('invalid', 'import.zipBroken', { cause }))
      else resolve(stream)
    })
  })
}
