import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * The only reader of `process.env`. Settings are parsed when first asked for, so that building needs none of them,
 * and all the bad ones are named at once.
 */

/** Every setting of the product, as README's table and `.env.example` list them. */
export const SETTINGS = [
  {
    name: 'GOVAH_DATA',
    default: './data',
    description: 'Folder of the archive: database, search index, secrets.',
  },
  { name: 'HOST', default: '127.0.0.1', description: 'Address that the server listens on.' },
  { name: 'PORT', default: '3000', description: 'Port that the server listens on, 1 to 65535.' },
  {
    name: 'GOVAH_URL',
    default: 'http://HOST:PORT',
    description: 'Public address of the archive, without a path.',
  },
  {
    name: 'GOVAH_TRUSTED_PROXIES',
    default: '0',
    description: 'Number of reverse proxies in front whose X-Forwarded-For entry is believed.',
  },
  {
    name: 'GOVAH_IMPORT_SECONDS',
    default: '60',
    description: 'Longest that reading one imported document may take, 1 to 3600.',
  },
  {
    name: 'GOVAH_IMPORT_MEMORY_MB',
    default: '512',
    description: 'Most memory that reading one imported document may take, in MB, 256 to 65535.',
  },
  {
    name: 'GOVAH_IMPORT_DOCUMENT_MB',
    default: '25',
    description: 'Largest document or record that an import takes, in MB, 1 to 2000.',
  },
  {
    name: 'MEILISEARCH_URL',
    default: '',
    description:
      'Address of a Meilisearch that answers searches; without one the embedded engine does.',
  },
  {
    name: 'MEILISEARCH_API_KEY',
    default: '',
    description:
      'Key for searching and writing its indexes; needed only where `npm run search:setup` has not put scoped keys into the data folder.',
  },
  {
    name: 'MEILISEARCH_PREFIX',
    default: 'govah',
    description:
      'Beginning of the names of its indexes; archives that share a server differ in it.',
  },
] as const

export interface Environment {
  /** Absolute path. */
  dataPath: string
  host: string
  port: number
  /** Origin without a trailing slash. */
  publicUrl: string
  /** How many reverse proxies stand in front; 0 believes only the socket. */
  trustedProxyCount: number
  /** For each document that an import reads. */
  importLimits: { seconds: number; memoryMegabytes: number; documentMegabytes: number }
  /** The search server beside the embedded engine, or null. */
  meilisearch: MeilisearchSettings | null
}

export interface MeilisearchSettings {
  /** Origin without a trailing slash. */
  url: string
  /** Null: the keys of the data folder are used. */
  apiKey: string | null
  indexPrefix: string
}

/** The settings cannot be used; the message has one line for each bad one. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly { name: string; expected: string; found: string }[]

  constructor(problems: readonly { name: string; expected: string; found: string }[]) {
    super(
      problems
        .map(({ name, expected, found }) => `${name}: expected ${expected}, found "${found}"`)
        .join('\n'),
    )
    this.problems = problems
  }
}

const isOrigin = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null
  return (
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    `${url.search}${url.hash}${url.username}` === ''
  )
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)

const expectations: Record<(typeof SETTINGS)[number]['name'], string> = {
  GOVAH_DATA: 'a folder path',
  HOST: 'a host name or IP address without a port',
  PORT: 'a whole number from 1 to 65535',
  GOVAH_URL: 'an http or https address without a path, such as https://archive.example',
  GOVAH_TRUSTED_PROXIES: 'a whole number from 0 to 20',
  GOVAH_IMPORT_SECONDS: 'a whole number from 1 to 3600',
  GOVAH_IMPORT_MEMORY_MB: 'a whole number from 256 to 65535',
  GOVAH_IMPORT_DOCUMENT_MB: 'a whole number from 1 to 2000',
  MEILISEARCH_URL: 'an http or https address without a path, such as http://127.0.0.1:7700',
  MEILISEARCH_API_KEY: 'a key of 16 to 500 printable ASCII characters without spaces',
  MEILISEARCH_PREFIX: 'one to forty Latin letters, digits and hyphens',
}

/** Their values are never told, not even when they are wrong. */
const SECRET_SETTINGS: readonly string[] = ['MEILISEARCH_API_KEY']

const schema = z.object({
  GOVAH_DATA: z.string().regex(/^[^\0]+$/),
  HOST: z.string().regex(/^([A-Za-z0-9.-]+|[0-9A-Fa-f:.]+)$/),
  PORT: wholeNumber(1, 65_535),
  GOVAH_URL: z.string().refine(isOrigin).optional(),
  GOVAH_TRUSTED_PROXIES: wholeNumber(0, 20),
  GOVAH_IMPORT_SECONDS: wholeNumber(1, 3_600),
  GOVAH_IMPORT_MEMORY_MB: wholeNumber(256, 65_535),
  GOVAH_IMPORT_DOCUMENT_MB: wholeNumber(1, 2_000),
  MEILISEARCH_URL: z.string().refine(isOrigin).optional(),
  MEILISEARCH_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{16,500}$/)
    .optional(),
  MEILISEARCH_PREFIX: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
})

type Source = Readonly<Record<string, string | undefined>>

/**
 * Settings from a record of variables; an empty variable counts as not set.
 * @throws SettingsError naming every bad setting and what is expected of it.
 */
export function parseEnvironment(source: Source): Environment {
  const given = Object.fromEntries(
    SETTINGS.map(({ name, default: fallback }) => [
      name,
      source[name]?.trim() || (name === 'GOVAH_URL' ? undefined : fallback || undefined),
    ]),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as string))
    throw new SettingsError(
      SETTINGS.filter(({ name }) => names.has(name)).map(({ name }) => ({
        name,
        expected: expectations[name],
        found: SECRET_SETTINGS.includes(name) ? '(not shown)' : (source[name] ?? ''),
      })),
    )
  }
  const { HOST, PORT, GOVAH_URL, MEILISEARCH_URL } = parsed.data
  return {
    dataPath: resolve(parsed.data.GOVAH_DATA),
    host: HOST,
    port: PORT,
    publicUrl: new URL(GOVAH_URL ?? `http://${reachableHost(HOST)}:${PORT}`).origin,
    trustedProxyCount: parsed.data.GOVAH_TRUSTED_PROXIES,
    importLimits: {
      seconds: parsed.data.GOVAH_IMPORT_SECONDS,
      memoryMegabytes: parsed.data.GOVAH_IMPORT_MEMORY_MB,
      documentMegabytes: parsed.data.GOVAH_IMPORT_DOCUMENT_MB,
    },
    meilisearch:
      MEILISEARCH_URL === undefined
        ? null
        : {
            url: new URL(MEILISEARCH_URL).origin,
            apiKey: parsed.data.MEILISEARCH_API_KEY ?? null,
            indexPrefix: parsed.data.MEILISEARCH_PREFIX,
          },
  }
}

/** "Every interface" is an address to listen on, not one to visit. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

let cached: { key: string; settings: Environment } | undefined

/**
 * The settings of this process, parsed once as long as the variables stay the same.
 * @throws SettingsError
 */
export function environment(): Environment {
  const key = JSON.stringify(SETTINGS.map(({ name }) => process.env[name]))
  if (cached?.key !== key) cached = { key, settings: parseEnvironment(process.env) }
  return cached.settings
}

/** Absolute path of a file or folder inside the data folder. */
export function dataFile(...parts: string[]): string {
  return resolve(environment().dataPath, ...parts)
}

/** The archive's database. */
export const databasePath = (): string => dataFile('govah.db')
/** The embedded search index; it can be deleted and is rebuilt from the database. */
export const searchIndexPath = (): string => dataFile('search.db')
/** Signs the sessions. */
export const authSecretPath = (): string => dataFile('secrets', 'auth-secret')
/** Seals the identities of witnesses: 32 bytes in base64. */
export const identityKeyPath = (): string => dataFile('secrets', 'identity.key')
export type MeilisearchKeyRole = 'search' | 'write' | 'version'
/** Scoped keys of the search server, as `npm run search:setup` wrote them. */
export const meilisearchKeyPath = (role: MeilisearchKeyRole): string =>
  dataFile('secrets', `meilisearch-${role}.key`)
/** Files that are being imported, sealed, until their import has ended. */
export const uploadsPath = (): string => dataFile('imports')
/** The demo archive's e-mail addresses and passwords. */
export const demoSignInsPath = (): string => dataFile('demo-sign-ins.txt')

/** Sets what next-auth and Next read from the environment by themselves; before either is loaded. */
export function setServerVariables(server: {
  publicUrl: string
  authSecret: string
  development: boolean
}): void {
  Object.assign(process.env, {
    NEXTAUTH_URL: server.publicUrl,
    NEXTAUTH_SECRET: server.authSecret,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: server.development ? 'development' : 'production',
  })
}

/** Uses another data folder from now on, in this process and those that it starts: for trials on data of their own. */
export function useDataFolder(path: string): void {
  process.env.GOVAH_DATA = path
}

/** Uses this search server from now on with the keys of the data folder, or none: for trials as above. */
export function useMeilisearch(url: string | null): void {
  Object.assign(process.env, {
    MEILISEARCH_URL: url ?? '',
    MEILISEARCH_API_KEY: '',
    MEILISEARCH_PREFIX: '',
  })
}

/** The search server's master key, for `npm run search:setup` alone; the product itself never asks for it. */
export function meilisearchMasterKey(): string | null {
  return process.env.MEILISEARCH_MASTER_KEY?.trim() || null
}

/** What the developers' commands look at beside the settings. */
export function toolEnvironment(): {
  ci: boolean
  chromiumPath: string | null
  variables: NodeJS.ProcessEnv
} {
  return {
    ci: ['true', '1'].includes(process.env.CI ?? ''),
    chromiumPath: process.env.CHROMIUM_PATH || null,
    variables: { ...process.env },
  }
}
