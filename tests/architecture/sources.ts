import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { PROJECT_PATH } from '#scripts/project.ts'

export interface SourceFile {
  /** From the project's folder, with slashes. */
  path: string
  text: string
  /** What it imports: paths from the project's folder for its own files, package names as written for the rest. */
  imports: string[]
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g
const TYPE_IMPORT = /\b(?:import|export)\s+type\s[^'"]*?from\s*'[^']+'/g

/** Every TypeScript file under these folders and files; type imports are no dependencies at run time and left out on wish. */
export function readSources(patterns: string[], options = { withTypes: true }): SourceFile[] {
  return globSync(patterns, { cwd: PROJECT_PATH, exclude: ['**/node_modules/**', '.next/**'] })
    .sort()
    .map((path) => {
      const text = readFileSync(join(PROJECT_PATH, path), 'utf8')
      const code = options.withTypes ? text : text.replaceAll(TYPE_IMPORT, '')
      const imports = [...code.matchAll(IMPORT)].map((match) => resolveImport(path, match[1]!))
      return { path, text, imports }
    })
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) {
    return relative(PROJECT_PATH, join(PROJECT_PATH, dirname(from), specifier))
  }
  return specifier
}

/** `file -> import` for each import that `isForbidden`. */
export function findImports(
  files: SourceFile[],
  isForbidden: (imported: string, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => isForbidden(imported, file))
      .map((imported) => `${file.path} -> ${imported}`),
  )
}
