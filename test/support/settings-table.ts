// The settings as a table in Markdown; run alone it writes it into the README.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_TABLE, type ConfigRow } from '../../src/config.ts'

export const settingsTable = (rows: readonly ConfigRow[]): string =>
  [
    '| variable | meaning | default |',
    '|---|---|---|',
    ...rows.map(({ name, meaning, standard }) => `| \`${name}\` | ${meaning} | \`${standard}\` |`),
    '',
  ].join('\n')

if (import.meta.main) {
  const file = join(import.meta.dir, '../../README.md')
  const readme = readFileSync(file, 'utf8')
  const table = settingsTable(CONFIG_TABLE)
  const marks = /(<!-- settings:begin -->\n)[\s\S]*?(<!-- settings:end -->)/
  writeFileSync(
    file,
    readme.replace(marks, (_, begin, end) => `${begin}${table}${end}`),
  )
}
