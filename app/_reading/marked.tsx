import type { ReactNode } from 'react'

/** A text with marks at UTF-16 offsets [start, end), sorted and disjoint. */
export function Marked({
  text,
  highlights,
}: {
  text: string
  highlights: readonly (readonly [number, number])[]
}) {
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of highlights) {
    if (start > from) parts.push(text.slice(from, start))
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  parts.push(text.slice(from))
  return <>{parts}</>
}
