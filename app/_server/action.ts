import { cookies, headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { readViewer } from '#lib/auth/session.ts'
import type { Viewer } from '#lib/viewer.ts'
import { describeFailure, type Failure } from './failure.ts'
import { type FormValues, readForm, typedValues } from './form-input.ts'

export type ActionFailure = Failure & {
  /** What was typed, to fill the form in again; never passwords or tokens. */
  values: FormValues
}

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFailure }

/** The state that `useActionState` holds: null before the first answer. */
export type ActionState<T> = ActionResult<T> | null

export interface Action<T> {
  (input: FormData | object): Promise<ActionResult<T>>
  /** As `useActionState` calls it. */
  (state: ActionState<T>, input: FormData): Promise<ActionResult<T>>
}

/**
 * A server action: viewer read afresh, input parsed once, one command, and a failure told in the reader's language.
 * `export const rename = defineAction(schema, async (viewer, input) => renameIt(viewer, input))` in a file that
 * begins with 'use server'. Redirects thrown by the handler pass through.
 */
export function defineAction<S extends z.ZodType, T>(
  schema: S,
  handler: (viewer: Viewer, input: z.output<S>) => Promise<T> | T,
): Action<T> {
  return async (
    ...args: [FormData | object] | [ActionState<T>, FormData]
  ): Promise<ActionResult<T>> => {
    const given = args.length === 2 ? args[1] : args[0]
    try {
      const viewer = await readViewer({ headers: await headers(), cookies: await cookies() })
      const input = schema.parse(given instanceof FormData ? readForm(given) : given)
      return { ok: true, data: await handler(viewer, input) }
    } catch (error) {
      unstable_rethrow(error)
      const values = given instanceof FormData ? typedValues(given) : {}
      const failure = describeFailure(error, await getTranslations('errors'))
      return { ok: false, error: { ...failure, values } }
    }
  }
}
