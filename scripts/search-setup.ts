import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { environment, meilisearchKeyPath, meilisearchMasterKey } from '#lib/env.ts'
import { setUpServer } from '#lib/search/meilisearch/setup.ts'
import { keepMeilisearchKey } from '#lib/secrets.ts'
import { BadUse, CommandFailure, defineCommand, printJson, runCommand } from './command.ts'

const command = defineCommand(
  'npm run search:setup --',
  'Makes the indexes and the scoped keys of this archive on the Meilisearch of MEILISEARCH_URL.\n' +
    'The master key is asked for once and kept nowhere: from MEILISEARCH_MASTER_KEY, standard input, or the keyboard.',
)
  .option(
    '--json',
    'print {url, version, indexes, keys} as JSON and nothing else; never a key itself',
  )
  .action(async (options: { json?: true }) => {
    const { meilisearch } = environment()
    if (meilisearch === null) {
      throw new CommandFailure('MEILISEARCH_URL: expected the address of a Meilisearch, found ""')
    }
    const masterKey = await readMasterKey()
    const { url, indexPrefix } = meilisearch
    const { version, indexes, keys } = await setUpServer(url, masterKey, indexPrefix)
    for (const { role, key } of keys) keepMeilisearchKey(role, key)
    const kept = keys.map(({ role, actions, indexes: limitedTo }) => ({
      role,
      path: meilisearchKeyPath(role),
      actions,
      indexes: limitedTo,
    }))
    if (options.json) return printJson({ url, version, indexes, keys: kept })
    process.stdout.write(`Meilisearch ${version} at ${url}: ${indexes.join(', ')}\n`)
    for (const { role, path } of kept) process.stdout.write(`key for ${role}: ${path}\n`)
    if (meilisearch.apiKey !== null) {
      process.stdout.write(
        'MEILISEARCH_API_KEY is set and goes before these: unset it to use them.\n',
      )
    }
  })

async function readMasterKey(): Promise<string> {
  const key =
    meilisearchMasterKey() ?? (process.stdin.isTTY ? await askUnseen() : await text(process.stdin))
  if (key.trim() === '') {
    throw new BadUse('the master key is needed: in MEILISEARCH_MASTER_KEY or on standard input')
  }
  return key.trim()
}

/** Asks at the keyboard without showing what is typed. */
async function askUnseen(): Promise<string> {
  process.stderr.write('Master key of the Meilisearch: ')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const keyboard = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await keyboard.question('')
  } finally {
    keyboard.close()
    process.stderr.write('\n')
  }
}

await runCommand(command)
