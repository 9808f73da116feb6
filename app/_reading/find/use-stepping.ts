import { useCallback, useEffect, useState } from 'react'
import type { Hit } from './hits.ts'

const markOf = (index: number) => document.getElementById(`hit-${index + 1}`)

/** Steps through the marks of a page, which are `hit-1`, `hit-2` …; `current` is the one that was stepped to, from 0. */
export function useStepping(query: string, hits: readonly Hit[]) {
  const [current, setCurrent] = useState<number | null>(null)

  const goTo = useCallback((index: number) => {
    setCurrent(index)
    const mark = markOf(index)
    mark?.scrollIntoView({ block: 'center' })
    // What comes into sight is laid out only now, and may move the mark away again.
    requestAnimationFrame(() => mark?.scrollIntoView({ block: 'center' }))
  }, [])

  const step = (by: 1 | -1) => {
    const count = hits.length
    if (count === 0) return
    goTo(current === null ? nextInSight(hits, by) : (current + by + count) % count)
  }

  // Another search begins anew: at the passage that its address names, else where the reader steps to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words searched for make it another search
  useEffect(() => {
    setCurrent(addressedHit(hits))
  }, [query, hits.length])

  useEffect(() => {
    if (current === null) return
    const mark = markOf(current)
    mark?.setAttribute('data-current', '')
    return () => mark?.removeAttribute('data-current')
  }, [current])

  return { current, step, goTo }
}

/** The first mark of the passage that the address leads to. */
function addressedHit(hits: readonly Hit[]): number | null {
  const passage = /^#p(\d+)$/.exec(window.location.hash)?.[1]
  if (passage === undefined) return null
  const index = hits.findIndex((hit) => hit.passage === Number(passage))
  return index === -1 ? null : index
}

/** From where the reader is: the first mark below the top of the window, or the last one above it. */
function nextInSight(hits: readonly Hit[], by: 1 | -1): number {
  const index = hits.findIndex((_, at) => (markOf(at)?.getBoundingClientRect().top ?? 0) >= 0)
  if (by === 1) return index === -1 ? 0 : index
  return index <= 0 ? hits.length - 1 : index - 1
}
