/** A file that is brought in, from wherever it lies. */
export interface ImportFile {
  name: string
  bytes: AsyncIterable<Uint8Array>
}
