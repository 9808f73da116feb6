/** The value below which this share of the sorted values lies (nearest rank); 0 of nothing. */
export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))]!
}

/** p50, p95 and p99 of times in milliseconds, to a hundredth. */
export function timesOf(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => round(percentile(sorted, share), 2)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

/**
 * Mean of the paired differences between two series of outcomes and its standard error: whether one engine is behind
 * the other on the same queries.
 */
export function pairedDifference(
  ours: readonly number[],
  theirs: readonly number[],
): { mean: number; standardError: number } {
  const differences = ours.map((value, index) => value - theirs[index]!)
  const n = differences.length
  if (n < 2) return { mean: differences[0] ?? 0, standardError: 0 }
  const mean = differences.reduce((sum, value) => sum + value, 0) / n
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, standardError: Math.sqrt(squares / (n - 1) / n) }
}
