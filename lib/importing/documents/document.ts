/** A piece of a document as it was read, one that becomes a passage, with what its place is found by. */
export interface Block {
  text: string
  kind: 'prose' | 'heading' | 'question' | 'answer'
  /** Each from 1: the page on which it begins, its paragraph, its line. */
  page?: number
  paragraph?: number
  line?: number
  /** Time codes in milliseconds. */
  time?: { start: number; end: number }
  /** Who speaks, where the format itself says so. */
  speaker?: string
}

/** What of a document makes no passage, and why it does not. */
export interface LeftOut {
  reason: 'head' | 'pageNumber' | 'pageWithoutText' | 'picture' | 'comment' | 'cue'
  text: string
  page?: number
}

/** A document as a reader gives it: words in reading order, nothing of its looks. */
export interface ReadDocument {
  /** As the document's own properties name it; often of another file, so only shown. */
  title: string | null
  blocks: Block[]
  /** Of texts: all of it as decoded, with plain line ends; what a file is known by when it comes again. */
  text?: string
  leftOut: LeftOut[]
}

/** Text as it is shown: no soft hyphens, control characters or white space at its ends; lines keep their breaks. */
export function tidy(text: string): string {
  return text
    .replace(/\u00ad/gu, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[^\S\n\u00a0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
}
