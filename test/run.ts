// Runs `bun test` and ends with one line, `N passed, N failed`, also when a file fails to load or a test calls exit.
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const path = join(tmpdir(), `junit-${process.pid}.xml`)
const command = [
  process.execPath,
  'test',
  ...process.argv.slice(2),
  '--reporter=junit',
  `--reporter-outfile=${path}`,
]
const code = await Bun.spawn(command, { stdio: ['inherit', 'inherit', 'inherit'] }).exited
const report = Bun.file(path)
const written = await report.exists()
const totals = written ? (/<testsuites[^>]*>/.exec(await report.text())?.[0] ?? '') : ''
const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(totals)?.[1] ?? 0)

const skipped = count('skipped')
const passed = count('tests') - count('failures') - skipped
const broken = code !== 0 || !written ? 1 : 0
const failed = Math.max(count('failures') + count('errors'), broken)
if (written) await report.delete()
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? code || 1 : 0)
