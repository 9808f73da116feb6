import { AppError } from '#lib/errors.ts'
import { openZip, type Zip } from '../zip.ts'

const NESTING_MAX = 200

/** Whether bytes begin as a zip file does. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! <= 7 && bytes[3]! <= 8
}

/**
 * Opens a document that is an archive, and looks through everything of it that a program will parse: tags that nest
 * without end and entities of its own are refused before a parser meets them.
 *
 * @throws AppError `invalid`: fileBroken, fileEncrypted, tooNested, and those of `openZip`
 */
export async function openArchive(bytes: Uint8Array): Promise<Zip> {
  try {
    const zip = await openZip(bytes)
    for (const name of zip.names) {
      if (/\.(?:xml|rels)$/iu.test(name)) refuseDangerousXml(await zip.bytes(name))
    }
    return zip
  } catch (error) {
    throw inWordsOfDocuments(error)
  }
}

/** Whoever brings in a document need not know that it is a zip file. */
function inWordsOfDocuments(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const reason = { 'import.zipBroken': 'fileBroken', 'import.zipEncrypted': 'fileEncrypted' }[
    error.reason
  ]
  return reason === undefined
    ? error
    : new AppError('invalid', `import.${reason}`, { cause: error })
}

/** Office documents have no entities of their own: what declares some is made to grow. */
function refuseDangerousXml(xml: Buffer): void {
  if (xml.includes('<!ENTITY')) throw new AppError('invalid', 'import.xmlEntities')
  if (nestingOf(xml) > NESTING_MAX) throw new AppError('invalid', 'import.tooNested')
}

/** How deep the elements of an XML text stand in each other. */
export function nestingOf(xml: Buffer): number {
  const [open, close, slash, quote, apostrophe] = Buffer.from('<>/"\'')
  let depth = 0
  let deepest = 0
  for (let at = xml.indexOf(open!); at !== -1; at = xml.indexOf(open!, at)) {
    const isClosing = xml[at + 1] === slash
    const isElement = isClosing || /[A-Za-z_]/u.test(String.fromCharCode(xml[at + 1] ?? 0))
    let end = at + 1
    for (let quoted = 0; end < xml.length; end++) {
      const byte = xml[end]!
      if (quoted !== 0) quoted = byte === quoted ? 0 : quoted
      else if (isElement && (byte === quote || byte === apostrophe)) quoted = byte
      else if (byte === close) break
    }
    if (isClosing) depth -= 1
    else if (isElement && xml[end - 1] !== slash) depth += 1
    deepest = Math.max(deepest, depth)
    at = end
  }
  return deepest
}
