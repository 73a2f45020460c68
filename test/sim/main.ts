// `bun run simulate --seeds N [--from S]`: runs so many seeds and prints the first that breaks a rule, with its last lines.
// `--driver mongodb` plays on that driver. `--seed S --trace` replays one, line by line; `--all` goes on after a failure, `--walked` counts the arrows that orders took.
import { simulate } from './simulate.ts'

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : (process.argv[at + 1] ?? '')
}

/** A world in which nobody has anything to do any more ends the process without a word: that is a fault too. */
let finished = false
process.on('exit', () => {
  if (finished) return
  console.error('a seed came to a standstill: something waits for what never happens')
  process.exitCode = 1
})

const driver = argument('driver') === 'mongodb' ? 'mongodb' : 'sqlite'
const one = argument('seed')
const from = Number(one ?? argument('from') ?? 1)
const seeds = one === undefined ? Number(argument('seeds') ?? 300) : 1
const started = performance.now()
const totals = { steps: 0, orders: 0, panelOrders: 0, kills: 0, slowest: 0 }
const walked: Record<string, number> = {}
let failed = 0
for (let seed = from; seed < from + seeds; seed++) {
  const before = performance.now()
  const result = await simulate(seed, { print: process.argv.includes('--trace'), driver })
  totals.steps += result.steps
  totals.orders += result.orders
  totals.panelOrders += result.panelOrders
  totals.kills += result.kills
  totals.slowest = Math.max(totals.slowest, performance.now() - before)
  if (one !== undefined) console.log(`seed ${seed}: ${result.steps} steps, trace ${result.hash}`)
  for (const [step, times] of Object.entries(result.walked)) walked[step] = (walked[step] ?? 0) + times
  if (result.broken.length === 0) continue
  failed++
  for (const { rule, text } of result.broken) console.error(`seed ${seed}: rule ${rule}: ${text}`)
  if (process.argv.includes('--all')) continue
  for (const line of result.last) console.error(`  ${line}`)
  console.error(`replay: bun run simulate --driver ${driver} --seed ${seed} --trace`)
  break
}
const each = (performance.now() - started) / seeds
const { user, system } = process.cpuUsage()
const busy = (user + system) / 1000 / seeds
console.log(
  `${seeds} seeds, ${failed} failed · ${totals.orders} orders, ${totals.panelOrders} at panels, ${totals.kills} kills, ` +
    `${totals.steps} steps · ${each.toFixed(1)} ms each (${busy.toFixed(1)} ms of processor), the slowest ${totals.slowest.toFixed(0)} ms`,
)
if (process.argv.includes('--walked'))
  for (const [step, times] of Object.entries(walked).toSorted(([, a], [, b]) => b - a))
    console.log(`${times} ${step}`)
finished = true
process.exit(failed > 0 ? 1 : 0)
