// Runs `bun test` and ends with one line, `N passed, N failed`, also when a file fails to load or a test calls exit. Without arguments the
// whole suite is run, then the stories again on MongoDB's driver, and what is killed on a server; with them, as `bun test` has it.
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Pass = { store: string; where: string[]; needsServer?: true }

/** `STORE`: see `test/support/store-under-test.ts`. A server has other guests, and is slow now and then. */
const ON_DRIVER = ['--timeout', '60000']
const PASSES: Pass[] = [
  { store: 'sqlite', where: [] },
  { store: 'mongodb-memory', where: [...ON_DRIVER, 'test/flow', 'test/fulfilment/killed.test.ts'] },
  {
    store: 'mongodb',
    needsServer: true,
    where: [
      ...ON_DRIVER,
      'test/app/killed.test.ts',
      'test/flow/paying.test.ts',
      'test/flow/choosing.test.ts',
    ],
  },
]

type Counts = { passed: number; failed: number; skipped: number; code: number }

const run = async ({ store, where }: Pass): Promise<Counts> => {
  const path = join(tmpdir(), `junit-${process.pid}-${store}.xml`)
  const command = [process.execPath, 'test', ...where, '--reporter=junit', `--reporter-outfile=${path}`]
  const env = { ...process.env, STORE: store }
  const code = await Bun.spawn(command, { env, stdio: ['inherit', 'inherit', 'inherit'] }).exited
  const report = Bun.file(path)
  const written = await report.exists()
  const totals = written ? (/<testsuites[^>]*>/.exec(await report.text())?.[0] ?? '') : ''
  if (written) await report.delete()
  const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(totals)?.[1] ?? 0)
  const broken = code !== 0 || !written ? 1 : 0
  return {
    passed: count('tests') - count('failures') - count('skipped'),
    failed: Math.max(count('failures') + count('errors'), broken),
    skipped: count('skipped'),
    code,
  }
}

/** Where a server is expected (`REQUIRE_MONGODB`, as in CI) its absence fails. */
const withoutServer = (): Counts => {
  const isExpected = Boolean(process.env['REQUIRE_MONGODB'])
  const remedy = 'set TEST_MONGODB_URL to the address of a MongoDB that tests may write to'
  console.warn(
    isExpected ? `no MongoDB: ${remedy}` : `SKIPPED: kills and stories on MongoDB. To run them, ${remedy}.`,
  )
  return { passed: 0, failed: isExpected ? 1 : 0, skipped: isExpected ? 0 : 1, code: 0 }
}

const given = process.argv.slice(2)
const passes = given.length > 0 ? [{ store: process.env['STORE'] ?? 'sqlite', where: given }] : PASSES
const all: Counts = { passed: 0, failed: 0, skipped: 0, code: 0 }
for (const pass of passes) {
  if (passes.length > 1)
    console.log(`\n${pass.store}: ${pass.where.at(-1) ? 'part of the suite' : 'the whole suite'}`)
  const isPossible = !pass.needsServer || process.env['TEST_MONGODB_URL']
  const { passed, failed, skipped, code } = isPossible ? await run(pass) : withoutServer()
  all.passed += passed
  all.failed += failed
  all.skipped += skipped
  all.code ||= code
}
console.log(`${all.passed} passed, ${all.failed} failed${all.skipped ? `, ${all.skipped} skipped` : ''}`)
process.exit(all.failed ? all.code || 1 : 0)
