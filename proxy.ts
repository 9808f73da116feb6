import { NextRequest, type NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from '#app/_i18n/routing.ts'

const route = createMiddleware(routing)
// Inlined when building, not a setting: React evaluates code for its development tools alone.
const isDevelopment = process.env.NODE_ENV === 'development'

/** Every page: its language by address, and headers that keep other sites, frames and caches out. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)

  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  // Where to come back to after signing in.
  headers.set('x-govah-path', pathWithoutLocale(request))

  const response = route(new NextRequest(request, { headers }))
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'private, no-store')
  // Nothing to other sites. Not `no-referrer`: browsers then send forms without an origin, and Next refuses those.
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('cross-origin-resource-policy', 'same-origin')
  response.headers.set(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  )
  return response
}

function pathWithoutLocale({ nextUrl }: NextRequest): string {
  return `${nextUrl.pathname.replace(/^\/fa(?=\/|$)/, '') || '/'}${nextUrl.search}`
}

/** Style attributes are allowed, because widths and positions are set by them; style elements need the nonce. */
function contentSecurityPolicy(nonce: string): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Not the API (uploads would be cut at 10 MB here) and not built files. A dot in a path means nothing special. */
export const config = {
  matcher: '/((?!api(?:/|$)|_next/|icon\\.svg$).*)',
}
