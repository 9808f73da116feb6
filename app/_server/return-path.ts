/** Where to go after signing in: a path of ours as it was asked for, and the first page for anything else. */
export function readReturnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return '/'
  const base = 'http://archive.invalid'
  if (!URL.canParse(asked, base)) return '/'
  const url = new URL(asked, base)
  if (url.origin !== base || url.pathname.startsWith('/sign-in')) return '/'
  return `${url.pathname}${url.search}`
}
