import type { Failure } from '#app/_server/failure.ts'

export type ApiResult<T> = { ok: true; data: T } | { ok: false; error: Failure | null }

/** Asks one of the desk's own routes; an `error` of null means that no answer came. */
export async function askDesk<T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  locale: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<ApiResult<T>> {
  try {
    const response = await fetch(`/api/desk/${path}`, {
      method,
      headers: { 'accept-language': locale, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    const answer = await response.json()
    return response.ok ? { ok: true, data: answer as T } : { ok: false, error: answer.error }
  } catch {
    return { ok: false, error: null }
  }
}
