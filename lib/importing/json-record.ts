/** A record nested deeper than this holds no facts of a statement, and readers that go into it would not come back. */
const DEPTH_MAX = 32

/** Reads one line of JSON; `reason` is a message key under `import.reasons`. */
export function parseRecord(
  text: string,
): { record: Record<string, unknown> } | { reason: 'notJson' | 'notAnObject' | 'nestedTooDeep' } {
  if (depthOf(text) > DEPTH_MAX) return { reason: 'nestedTooDeep' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: 'notJson' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { reason: 'notAnObject' }
  }
  return { record: value as Record<string, unknown> }
}

/** How deep brackets stand in brackets, outside of strings. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}
