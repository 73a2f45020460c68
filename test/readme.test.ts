// The README says what is so: settings as the configuration reads them (`bun test/support/settings-table.ts` writes the table), dependencies, commands.
import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_TABLE } from '../src/config.ts'
import { settingsTable } from './support/settings-table.ts'

const README = readFileSync(join(import.meta.dir, '../README.md'), 'utf8')

test('names every setting with its meaning and standard', () => {
  const [, table = ''] = /<!-- settings:begin -->\n([\s\S]*?)<!-- settings:end -->/.exec(README) ?? []
  expect(table).toBe(settingsTable(CONFIG_TABLE))
})

test('names every dependency with what it is for', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dir, '../package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const [, section = ''] = README.split('### Dependencies')
  const bare = (name: string) => name.replace(/^@(types|biomejs|preact|tailwindcss)\//, '')
  const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !section.includes(name) && !section.includes(bare(name)),
  )
  expect(missing).toEqual([])
})

test('gives the commands that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dir, '../package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...README.matchAll(/(?:bun run|npm) (start|test|check|bench|build|format)\b/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !scripts[name ?? ''])).toEqual([])
})
