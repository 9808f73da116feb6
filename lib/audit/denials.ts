import { write } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'
import { recordEvent } from './record.ts'

/**
 * Keeps account of a refused action of a signed-in person. It is written once the refused transaction has rolled
 * back, which is synchronous, so that the refusal does not take its own record with it.
 */
export function recordDenial(
  viewer: Viewer,
  action: string,
  reference: string,
  reason: string,
): void {
  if (viewer.kind !== 'user') return
  queueMicrotask(() => {
    try {
      write((tx) =>
        recordEvent(
          tx,
          viewer,
          'statement.denied',
          { type: 'statement', id: reference },
          { action, reason },
        ),
      )
    } catch (cause) {
      console.error(`the denial of ${action} on ${reference} was not recorded`, cause)
    }
  })
}
