import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { uploadsPath } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { openBytes, openStream, sealBytes, sealStream } from './sealing.ts'
import { fileTooLarge, UPLOAD_MAX_BYTES } from './sizes.ts'

const UPLOAD_PATIENCE_MS = 6 * 60 * 60 * 1000

/** What of an import lies in the data folder while it goes on. */
const KEPT = { file: 'sealed', preview: 'preview' } as const
// The folder of the archive's data is no part of the built pages: bundlers are not to look into it.
const pathOf = (importId: string, kept: keyof typeof KEPT) =>
  join(/*turbopackIgnore: true*/ uploadsPath(), `${importId}.${KEPT[kept]}`)

/**
 * Keeps a file for an import, sealed, as it comes in; only when it lies whole on the disk does this resolve.
 * @throws AppError `invalid` (import.fileTooLarge, import.fileMissing), `unavailable` (import.diskFull)
 */
export async function keepUpload(
  importId: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes = UPLOAD_MAX_BYTES,
): Promise<{ bytes: number; sha256: string }> {
  await mkdir(uploadsPath(), { recursive: true, mode: 0o700 })
  const beside = join(uploadsPath(), `${importId}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured() {
    for await (const piece of source) {
      bytes += piece.byteLength
      if (bytes > maxBytes) throw fileTooLarge(maxBytes)
      hash.update(piece)
      yield piece
    }
    if (bytes === 0) throw new AppError('invalid', 'import.fileMissing')
  }
  try {
    await pipeline(
      sealStream(measured(), importId),
      createWriteStream(beside, { mode: 0o600, flush: true }),
    )
    await rename(beside, pathOf(importId, 'file'))
    await synchroniseFolder()
  } catch (error) {
    await rm(beside, { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new AppError('unavailable', 'import.diskFull', { cause: error })
    }
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The file of an import, opened as it is read. @throws AppError `unavailable` (import.fileGone) */
export async function* readUpload(importId: string): AsyncGenerator<Buffer> {
  const path = pathOf(importId, 'file')
  if (!existsSync(/*turbopackIgnore: true*/ path)) {
    throw new AppError('unavailable', 'import.fileGone', { detail: `${path} is missing` })
  }
  yield* openStream(
    createReadStream(/*turbopackIgnore: true*/ path, { highWaterMark: 256 * 1024 }),
    importId,
  )
}

/** Keeps what the file of an import would become, until its choices change or it ends. */
export async function keepPreview(importId: string, preview: unknown): Promise<void> {
  const path = pathOf(importId, 'preview')
  const sealed = sealBytes(Buffer.from(JSON.stringify(preview)), previewName(importId))
  await writeFile(`${path}.part`, sealed, { mode: 0o600 })
  await chmod(`${path}.part`, 0o600)
  await rename(`${path}.part`, path)
}

/** What `keepPreview` kept, or null where there is none. @throws AppError `unavailable` (import.fileGone) */
export async function readKeptPreview(importId: string): Promise<unknown> {
  const path = pathOf(importId, 'preview')
  if (!existsSync(/*turbopackIgnore: true*/ path)) return null
  return JSON.parse(
    openBytes(await readFile(/*turbopackIgnore: true*/ path), previewName(importId)).toString(
      'utf8',
    ),
  )
}

function previewName(importId: string): string {
  return `preview of ${importId}`
}

/** Erases all that lies in the data folder for an import. */
export async function eraseUpload(importId: string): Promise<void> {
  for (const kept of ['file', 'preview'] as const) await rm(pathOf(importId, kept), { force: true })
}

/** Erases what was left behind by imports that have ended, and by uploads that broke off. */
export async function sweepUploads(isKept: (importId: string) => boolean): Promise<void> {
  if (!existsSync(uploadsPath())) return
  for (const name of await readdir(uploadsPath())) {
    const path = join(uploadsPath(), name)
    // What is coming in just now, perhaps by another process, has no record yet.
    const isNew = Date.now() - (await stat(path)).mtimeMs < UPLOAD_PATIENCE_MS
    if (!isNew && !isKept(name.split('.')[0]!)) await rm(path, { force: true })
  }
}

/** The new name of a file is kept only when its folder is. */
async function synchroniseFolder(): Promise<void> {
  const folder = await open(uploadsPath(), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
