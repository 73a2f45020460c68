// The long form, with figures, by hand: TEST_MONGODB_URL=… bun test/replicas/main.ts [--chats 20] [--rounds 2] [--seed 1] [--every 4000]
//   [--older HEAD~1] [--only throughput|chaos]
// First one, two and three replicas at the same load without a fault, each on a database of its own; then three of this version and one of
// the earlier commit while replicas are killed, stopped and started. It ends with 1 and says why when a rule does not hold.
import { cpus, loadavg } from 'node:os'
import { startChaos } from './chaos.ts'
import { type Sale, salesOf, sellAll, type Waited } from './load.ts'
import { openPlace, type Place } from './place.ts'
import { atRest, lookAtRest } from './rules.ts'

const argument = (name: string, standard: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? standard : (process.argv[at + 1] ?? standard)
}

const url = process.env['TEST_MONGODB_URL']
if (!url) throw new Error('set TEST_MONGODB_URL to the address of a MongoDB that tests may write to')
const chats = Number(argument('chats', '20'))
const rounds = Number(argument('rounds', '2'))
const seed = Number(argument('seed', '1'))
const every = Number(argument('every', '4000'))
const only = argument('only', '')

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const at = (all: number[], share: number): number =>
  Math.round(all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0)
const spread = (waited: Waited[], of: keyof Waited): string => {
  const all = waited.map((one) => one[of])
  return `${at(all, 0.5)} ms (95 %: ${at(all, 0.95)} ms)`
}

let broken = 0
const judge = async (place: Place, sales: Sale[][]): Promise<void> => {
  await atRest(place, sales.flat())
  const { faults, repeated, states } = await lookAtRest(place, sales)
  broken += faults.length
  const ends = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  say(`  at rest: ${ends.join(', ')}; ${repeated} answers said twice; ${faults.length} faults`)
  for (const fault of faults) say(`  FAULT ${fault}`)
}

/** What stands still, for whoever looks for the cause. */
const tellWhy = async (place: Place): Promise<void> => {
  const store = await place.look()
  for (const { name, running, kills } of place.replicas)
    say(`  ${name}: ${running ? 'runs' : 'is away'}, killed ${kills} times`)
  for (const { id, error } of await store.jobs.dead(20)) say(`  dead job ${id}: ${error}`)
  for (const { chat, n, error } of await store.inbox.dead(20)) say(`  dead update ${n} of ${chat}: ${error}`)
  for (const { number, state, chat, outbox } of await store.orders.list(place.shop, { limit: 200 }))
    say(`  order ${number} of ${chat}: ${state}, ${outbox.length} in its outbox`)
  for (const { key, lastUpdate } of await store.chats.list(place.shop, 200))
    say(
      `  chat ${key}: answered up to ${lastUpdate}, last said: ${place.telegram
        .texts(Number(key.split(':')[1]))
        .at(-1)
        ?.slice(0, 60)}`,
    )
}

const load = async (place: Place, title: string, sales: Sale[][]): Promise<void> => {
  const { waited, ms } = await sellAll(place, sales).catch(async (cause) => {
    await tellWhy(place)
    throw cause
  })
  const [updates, sold] = [sales.flat().reduce((sum, { said }) => sum + said.length, 0), sales.flat().length]
  const per = (count: number) => (count / (ms / 1000)).toFixed(2)
  say(`${title}: ${chats} chats, ${sold} sales in ${Math.round(ms / 1000)} s:`)
  say(`  ${per(updates)} messages answered a second, ${per(sold)} sales a second`)
  say(
    `  from the yes to the bill ${spread(waited, 'bill')}, from the payment to the panel ${spread(waited, 'taken')}`,
  )
}

const [cpu] = cpus()
say(
  `${cpus().length} cores (${cpu?.model.trim()}), load before ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
)

if (only !== 'chaos')
  for (const replicas of [1, 2, 3]) {
    const place = await openPlace({ url, replicas })
    try {
      await load(place, `${replicas} replicas`, salesOf(place, { chats, rounds }))
      await judge(place, salesOf(place, { chats, rounds }))
    } finally {
      await place.close()
    }
  }

if (only !== 'throughput') {
  const place = await openPlace({ url, replicas: 3, older: argument('older', 'HEAD~1') })
  try {
    const sales = salesOf(place, { chats, rounds })
    const chaos = startChaos(place, { seed, every })
    await load(place, `3 replicas and one of ${place.older?.commit}, seed ${seed}`, sales)
    const { kills, stops } = await chaos.end()
    say(`  ${kills} killed, ${stops} stopped in order, each started again`)
    await judge(place, sales)
  } finally {
    await place.close()
  }
}
process.exit(broken > 0 ? 1 : 0)
