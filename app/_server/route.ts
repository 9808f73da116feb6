import { cookies } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type AppLocale, routing } from '#app/_i18n/routing.ts'
import { readViewer } from '#lib/auth/session.ts'
import { environment } from '#lib/env.ts'
import { AppError, HTTP_STATUS } from '#lib/errors.ts'
import type { Viewer } from '#lib/viewer.ts'
import { describeFailure } from './failure.ts'

const nothing = z.unknown()
type Out<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : unknown

export interface RouteInput<P, Q, B> {
  params: P
  query: Q
  /** Parsed JSON; only where the route declares a `body`, otherwise read `request` itself (uploads). */
  body: B
  request: Request
  /** The language for labels and messages, from Accept-Language; `en` unless Persian is asked for first. */
  locale: AppLocale
}

/**
 * A route handler: same-origin check for writes, viewer read afresh, path, query and JSON parsed once; answers JSON
 * (or the handler's own `Response`), never cached. Failures are `{error: {code, message, fields, data}}`.
 */
export function defineRoute<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(route: {
  params?: P
  query?: Q
  body?: B
  /** Status of a successful answer; 200 unless told. */
  status?: number
  handle: (viewer: Viewer, input: RouteInput<Out<P>, Out<Q>, Out<B>>) => unknown
}) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    const locale = preferredLocale(request.headers.get('accept-language'))
    try {
      requireSameOrigin(request)
      const viewer = await readViewer({ headers: request.headers, cookies: await cookies() })
      const answer = await route.handle(viewer, {
        params: (route.params ?? nothing).parse(await context.params) as Out<P>,
        query: (route.query ?? nothing).parse(readQuery(new URL(request.url))) as Out<Q>,
        body: (route.body ? route.body.parse(await readJson(request)) : undefined) as Out<B>,
        request,
        locale,
      })
      if (!(answer instanceof Response)) return respond(answer ?? null, route.status ?? 200)
      answer.headers.set('cache-control', 'private, no-store')
      return answer
    } catch (error) {
      unstable_rethrow(error)
      const t = await getTranslations({ locale, namespace: 'errors' })
      const failure = describeFailure(error, t)
      const status = failure.code === 'unexpected' ? 500 : HTTP_STATUS[failure.code]
      return respond({ error: failure }, status)
    }
  }
}

function respond(body: unknown, status: number): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}

/** A name given several times is a list. */
function readQuery(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(url.searchParams.keys())) {
    const all = url.searchParams.getAll(name)
    query[name] = all.length > 1 ? all : all[0]!
  }
  return query
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json')) throw new AppError('invalid', 'invalidInput')
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', 'invalidInput', { cause, detail: 'the body is not JSON' })
  }
}

/**
 * Writes must come from a page of ours: cookies alone would let any site write in a signed-in person's name.
 * A request that says nothing of where it comes from is refused as well.
 */
export function requireSameOrigin(request: Request): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site === 'same-origin') return
  if (site === null && origin !== null && isOurs(origin, request.headers.get('host'))) return
  throw new AppError('forbidden', 'crossSite')
}

function isOurs(origin: string, host: string | null): boolean {
  if (origin === environment().publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function preferredLocale(header: string | null): AppLocale {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first === 'fa' || first.startsWith('fa-') ? 'fa' : routing.defaultLocale
}
