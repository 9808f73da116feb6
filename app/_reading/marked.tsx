import type { ReactNode } from 'react'

/** A text with marks at UTF-16 offsets [start, end), sorted and disjoint; with `first`, named `hit-…` from that number on. */
export function Marked({
  text,
  highlights,
  first,
}: {
  text: string
  highlights: readonly (readonly [number, number])[]
  first?: number
}) {
  const parts: ReactNode[] = []
  let from = 0
  highlights.forEach(([start, end], index) => {
    if (start > from) parts.push(text.slice(from, start))
    const id = first === undefined ? undefined : `hit-${first + index}`
    parts.push(
      <mark key={start} id={id}>
        {text.slice(start, end)}
      </mark>,
    )
    from = end
  })
  parts.push(text.slice(from))
  return <>{parts}</>
}
