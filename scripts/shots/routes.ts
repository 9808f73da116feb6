import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_PATH } from '#scripts/project.ts'

const LOCALE = '/[locale]'

/** Every page of the build's own list, as it is addressed in English: `/statements/[reference]`. */
export function readPageRoutes(): string[] {
  const path = join(PROJECT_PATH, '.next', 'app-path-routes-manifest.json')
  const manifest: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(manifest)
    .filter(([entry, route]) => entry.endsWith('/page') && route.startsWith(LOCALE))
    .map(([, route]) => route.slice(LOCALE.length) || '/')
    .sort()
}

/** A name for files: `statements.reference` for `/statements/[reference]`. */
export function nameOf(route: string): string {
  return (
    route.replaceAll(/[[\]]/g, '').replaceAll('...', '').split('/').filter(Boolean).join('.') ||
    'home'
  )
}
