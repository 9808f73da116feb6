/** The first of what comes, and all of it with these among it; what fails among the first fails at its place. */
export async function lookAhead<T>(
  source: AsyncIterable<T> | Iterable<T>,
  count: number,
): Promise<{ first: T[]; all: AsyncIterable<T> }> {
  const first: T[] = []
  async function* each() {
    yield* source
  }
  const rest = each()
  let failed: { error: unknown } | null = null
  try {
    while (first.length < count) {
      const next = await rest.next()
      if (next.done) break
      first.push(next.value)
    }
  } catch (error) {
    failed = { error }
  }
  async function* all() {
    try {
      yield* first
      if (failed !== null) throw failed.error
      yield* rest
    } finally {
      await rest.return()
    }
  }
  return { first, all: all() }
}
