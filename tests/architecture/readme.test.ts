import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SETTINGS } from '#lib/env.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

const readmePath = join(PROJECT_PATH, 'README.md')

/** Rows `| NAME | default | what |` of a Markdown text whose first cell is a setting's name in backticks; no default is an empty cell. */
function settingRows(markdown: string): { name: string; default: string; description: string }[] {
  return [...markdown.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`)? \| (.+?) \|$/gm)].map((row) => ({
    name: row[1]!,
    default: row[2] ?? '',
    description: row[3]!,
  }))
}

it('README lists every setting as the code has it', () => {
  expect(settingRows(readFileSync(readmePath, 'utf8'))).toEqual([...SETTINGS])
})
