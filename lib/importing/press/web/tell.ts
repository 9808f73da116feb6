import type { ReadDocument } from '../../documents/document.ts'
import { ENCODINGS, type Encoding } from '../../encodings.ts'
import type { WebPage } from './page.ts'

/** Whether a text is a page rather than prose that speaks of tags: its first tag is one that begins a page. */
export function looksLikePage(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(
    text.slice(0, 10_000),
  )
}

/** The encoding that a page's own tag names, where it is one that is read here and not what its bytes tell anyway. */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, 4_096),
  ).toString('latin1')
  if (!looksLikePage(head)) return null
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase()
  const known = ENCODINGS.find((encoding) => encoding === name && /^windows-/u.test(encoding))
  return known ?? (name === 'iso-8859-1' ? 'windows-1252' : null)
}

/** The article of a page as a document, for pages that are a statement themselves. */
export function articleOf({ blocks, facts }: WebPage): ReadDocument {
  return {
    title: facts.title,
    blocks: blocks.flatMap(({ kind, text }, index) => {
      if (kind !== 'paragraph' && kind !== 'quotation' && kind !== 'heading' && kind !== 'title')
        return []
      const isHeading = kind === 'heading' || kind === 'title'
      return [
        { text, kind: isHeading ? ('heading' as const) : ('prose' as const), paragraph: index + 1 },
      ]
    }),
    leftOut: [],
  }
}
