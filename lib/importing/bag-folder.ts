import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** Sizes in a zip without its 64-bit extension are told in 32 bits. */
const BYTES_MAX = 0xffff_ffff

/**
 * A folder as the bytes of a zip whose files are not packed (PKWARE APPNOTE 6.3), so that a bag that lies in a folder
 * is read like one that came in a file: apart, and with its checks. Links are not followed.
 */
export async function* packFolder(folder: string): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const path of await listFiles(folder, '')) {
    const bytes = await readFile(join(folder, path))
    if (offset + bytes.byteLength > BYTES_MAX) throw new RangeError(`${folder} is too large`)
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // Names are in UTF-8; method 0 is stored.
    common.writeUInt16LE(0x800, 2)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.byteLength, 14)
    common.writeUInt32LE(bytes.byteLength, 18)
    common.writeUInt16LE(name.byteLength, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, name]))
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, name])
    yield head
    yield bytes
    offset += head.byteLength + bytes.byteLength
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listed.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  yield Buffer.concat([listed, Buffer.from('PK\x05\x06'), end])
}

async function listFiles(folder: string, inside: string): Promise<string[]> {
  const paths: string[] = []
  for (const name of (await readdir(join(folder, inside))).sort()) {
    const path = inside === '' ? name : `${inside}/${name}`
    const what = await lstat(join(folder, path))
    if (what.isDirectory()) paths.push(...(await listFiles(folder, path)))
    else if (what.isFile()) paths.push(path)
  }
  return paths
}
