import { diffArrays } from 'diff'

/** A run of text that stayed, was added or was removed. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * A word with its marks, joiners and inner apostrophes; a run of white space; or one other sign. Whole words, because
 * half a word breaks the joined letters of Persian and Arabic.
 */
const TOKEN =
  /[\p{L}\p{M}\p{N}\p{Join_Control}_]+(?:['’][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\p{Join_Control}_\s]/gu

/** Beyond so many differences two texts have too little in common to be set against each other word by word. */
const MOST_DIFFERENCES = 3_000

/** What changed between two texts, word by word (Myers' algorithm, by the package `diff`). */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(tokensOf(before), tokensOf(after), {
    maxEditLength: MOST_DIFFERENCES,
  })
  if (!changes) return replaced(before, after)
  const parts = changes.map(({ added, removed, value }): DiffPart => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return { kind, text: value.join('') }
  })
  return joinAcrossSpaces(parts)
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

function replaced(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return parts.filter((part) => part.text !== '')
}

/** Neighbouring words that changed read as one change: the space that stayed between them goes into both. */
function joinAcrossSpaces(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    joined.push(...replaced(removed, added))
    removed = ''
    added = ''
  }
  parts.forEach((part, index) => {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else if (isBridge(part, parts[index + 1]) && removed !== '' && added !== '') {
      removed += part.text
      added += part.text
    } else {
      flush()
      joined.push(part)
    }
  })
  flush()
  return joined
}

function isBridge(part: DiffPart, next: DiffPart | undefined): boolean {
  return /^\s+$/.test(part.text) && next !== undefined && next.kind !== 'same'
}
