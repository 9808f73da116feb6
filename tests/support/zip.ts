import { crc32, deflateRawSync } from 'node:zlib'

interface ZipFile {
  name: string
  bytes: Uint8Array
  /** Bits of the general purpose flag: 1 says that the file is encrypted. */
  flags?: number
  /** What the directory says of the size, where it is to lie. */
  said?: number
}

/** A zip of these files (PKWARE APPNOTE 6.3), so that tests can make ones that no program would. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, flags = 0, said = bytes.byteLength } of files) {
    const packed = deflateRawSync(bytes)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.byteLength, 14)
    common.writeUInt32LE(said, 18)
    common.writeUInt16LE(title.byteLength, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const version = Buffer.of(20, 0)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, common, rest, title]))
    parts.push(local)
    offset += local.byteLength
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end])
}
