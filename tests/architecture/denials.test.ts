import { expect, it } from 'vitest'
import { readSources } from './sources.ts'

/**
 * Every public endpoint ships its denial. This checks that a test speaks of the endpoint and of a denial; that the
 * denial is the right one, only reading can tell.
 */
const tests = readSources(['tests/{unit,integration,e2e}/**/*.test.ts'])
const DENIAL =
  /\b(deni|refus|forbid|forbidden|not_found|unauthenticated|rate_limited|40[134]|429|cannot|may not|nobody|stranger|suspended)/i

const isDenied = (mention: (text: string) => boolean) =>
  tests.some(({ text }) => mention(text) && DENIAL.test(text))

/** The health page and the choice of a theme are open to everyone; there is nobody to deny. */
const OPEN_TO_ALL = ['/api/health', 'app/_shell/actions.ts', 'app/_server/sign-out.ts']

function addressOf(routeFile: string): string {
  const path = routeFile
    .replace(/^app/, '')
    .replace(/\/route\.ts$/, '')
    .replaceAll(/\/\([^)]+\)/g, '')
    .replace(/^\/\[locale\]/, '')
  return path.replace(/\/\[.*$/, '') || '/'
}

it('every route handler has a test of who is refused', () => {
  // Folders that begin with an underscore have no address.
  const addresses = readSources(['app/**/route.ts'])
    .filter(({ path }) => !path.includes('/_'))
    .map(({ path }) => addressOf(path))
  const untested = addresses.filter(
    (address) => !OPEN_TO_ALL.includes(address) && !isDenied((text) => text.includes(address)),
  )
  expect([...new Set(untested)]).toEqual([])
})

it('every action has a test of who is refused, of itself or of the command that it calls', () => {
  const actionFiles = readSources(['app/**/*.ts']).filter(({ text }) =>
    /^\s*['"]use server['"]/.test(text),
  )
  const untested = actionFiles.flatMap(({ path, text }) => {
    // Commands of lib that the file imports; an action is one call of one of them.
    const commands = [...text.matchAll(/import \{([^}]+)\} from '#lib\/[^']+'/g)].flatMap((match) =>
      match[1]!.split(',').map((name) => name.trim()),
    )
    const names = [...text.matchAll(/export (?:const|async function) (\w+)/g)].map(
      (match) => match[1]!,
    )
    const called = commands.filter((name) => /^[a-z]/.test(name) && text.includes(`${name}(`))
    const covered = [...names, ...called].some((name) =>
      isDenied((test) => new RegExp(`\\b${name}\\b`).test(test)),
    )
    return covered || OPEN_TO_ALL.includes(path) ? [] : [path]
  })
  expect(untested).toEqual([])
})
