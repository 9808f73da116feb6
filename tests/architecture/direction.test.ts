import { expect, it } from 'vitest'
import { findImports, readSources } from './sources.ts'

const isPackage = (imported: string, ...names: string[]) =>
  names.some((name) => imported === name || imported.startsWith(`${name}/`))
const isIn = (imported: string, ...folders: string[]) =>
  folders.some((folder) => imported.startsWith(`${folder}/`))

it('db knows nothing above it', () => {
  const files = readSources(['db/**/*.ts'])
  expect(
    findImports(files, (imported) => isIn(imported, 'lib', 'app', 'scripts', 'tests')),
  ).toEqual([])
})

it('lib runs without Next and React, and knows neither app nor scripts; lib/auth alone knows next-auth', () => {
  const files = readSources(['lib/**/*.ts'])
  expect(
    findImports(
      files,
      (imported, file) =>
        isIn(imported, 'app', 'scripts', 'tests') ||
        isPackage(imported, 'next', 'react', 'react-dom', 'next-intl') ||
        (isPackage(imported, 'next-auth') && !file.path.startsWith('lib/auth/')),
    ),
  ).toEqual([])
})

it('app reaches storage through lib alone', () => {
  const files = readSources(['app/**/*.{ts,tsx}', 'proxy.ts'])
  expect(
    findImports(
      files,
      (imported) =>
        isIn(imported, 'db', 'scripts', 'tests') ||
        isPackage(imported, 'drizzle-orm', 'better-sqlite3', 'meilisearch'),
    ),
  ).toEqual([])
})

it('nothing that ships imports from the tests', () => {
  const files = readSources(['{app,lib,db,scripts}/**/*.{ts,tsx}'])
  expect(findImports(files, (imported) => isIn(imported, 'tests'))).toEqual([])
})

it('what runs in the browser reaches only what is pure', () => {
  const byPath = new Map(
    readSources(['{app,lib,db}/**/*.{ts,tsx}'], { withTypes: false }).map((file) => [
      file.path,
      file,
    ]),
  )
  const isClient = (text: string) => /^\s*['"]use client['"]/.test(text)
  const isServerAction = (text: string) => /^\s*['"]use server['"]/.test(text)
  const impure: string[] = []

  for (const start of byPath.values()) {
    if (!isClient(start.text)) continue
    const seen = new Set([start.path])
    const queue = [start]
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      for (const imported of file.imports) {
        if (isPackage(imported, 'drizzle-orm', 'better-sqlite3', 'next-auth', '@node-rs/argon2')) {
          if (imported !== 'next-auth/react') {
            impure.push(`${start.path}: ${file.path} -> ${imported}`)
          }
        }
        if (imported.startsWith('node:')) impure.push(`${start.path}: ${file.path} -> ${imported}`)
        const next = byPath.get(imported)
        // An action is called over the network; its module does not reach the browser.
        if (next === undefined || seen.has(next.path) || isServerAction(next.text)) continue
        seen.add(next.path)
        queue.push(next)
      }
    }
  }
  expect(impure).toEqual([])
})

it('lib/env.ts alone reads process.env', () => {
  // Next replaces this one name by a constant when it builds.
  const read = /process\.env(?!\.NODE_ENV\b)/
  const files = readSources(['{app,lib,db,scripts}/**/*.{ts,tsx,js}', 'proxy.ts', 'next.config.js'])
  const readers = files.filter((file) => read.test(file.text)).map((file) => file.path)
  expect(readers.sort()).toEqual(['lib/env.ts', 'scripts/launch.js'])
})

it('imports name their file extension, so that Node runs them as they are', () => {
  const files = readSources(['{lib,db,scripts}/**/*.ts'])
  expect(
    findImports(
      files,
      (imported) =>
        isIn(imported, 'app', 'lib', 'db', 'scripts', 'tests') && !/\.[a-z]+$/.test(imported),
    ),
  ).toEqual([])
})
