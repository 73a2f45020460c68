// The machine: a copy of the database is made, later the machine dies and the copy is put back as `lapak restore` does it. What happened
// in between is known to the outside alone: no order may be sent twice for it.
import { Database } from 'bun:sqlite'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Millis } from '../../../src/lib/brand.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
import type { JobDraft, JobName } from '../../../src/model/job.ts'
import { markRestored } from '../../../src/reports/restored.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { boot } from '../process.ts'
import { makeTruth } from '../truth.ts'
import { SHOP, type World } from '../world.ts'

/** A file that no disk has to be waited for. */
const MEMORY = '/dev/shm'

const copies: Deed = async (world) => {
  if (!world.traits.restores || world.copy) return false
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'lapak-copy-'))
  const file = join(folder, 'copy.db')
  await world.store.copyTo(file)
  world.copy = { folder, file }
  world.trace.note('a copy is made')
  return true
}

type Row = { id: string; name: JobName; run_at: Millis; state: string }

/** What is to be done, as rows and in outboxes. */
const openJobs = (file: string): Row[] => {
  const db = new Database(file)
  const rows = db.query<Row, []>('select id, name, run_at, state from job').all()
  const boxed = ['orders', 'notice', 'withdrawal'].flatMap((table) =>
    db
      .query<{ body: string }, []>(`select body from ${table} where pending = 1`)
      .all()
      .flatMap(({ body }) => (JSON.parse(body) as { outbox: JobDraft[] }).outbox)
      .map(({ id, name, at }): Row => ({ id, name, run_at: at, state: 'ready' })),
  )
  db.close()
  return [...rows, ...boxed]
}

/** What the books of the house say is what the copy says; what the outside knows it keeps. */
const forget = async (world: World): Promise<void> => {
  const { truth, store, customers, traits } = world
  const { cards, byQuantity, sendings, told, allowed } = truth
  const fresh = { ...makeTruth(), cards, byQuantity, sendings, told, allowed }
  for (const order of await store.orders.list(SHOP, { limit: 1000, deposits: 'all' }))
    fresh.orders.set(order.id, order)
  // A cancel that the copy does not know of is lost with it.
  for (const card of cards.values()) {
    const state = fresh.orders.get(card.id)?.state
    if (state !== 'withdrawn' && state !== 'closed') delete card.left
  }
  for (const one of await store.withdrawals.list(SHOP, { limit: 1000 })) fresh.withdrawals.set(one.id, one)
  for (const { id } of customers) {
    const wallet = await store.wallets.get(SHOP, id, traits.money)
    fresh.wallets.set(wallet.id, wallet)
    fresh.entries.set(wallet.id, new Map(wallet.entries.map((entry) => [entry.cause, entry])))
  }
  world.truth = fresh
}

const putsBack: Deed = async (world) => {
  const { copy } = world
  if (!copy || world.restored) return false
  world.trace.note('the machine dies, the copy is put back')
  for (const process of world.processes) process.dead = true
  // What was on its way has arrived, or never will, before there is a database again.
  for (const one of [...world.scheduler.all()]) {
    const left = one.name === 'panel.takesLate' || (one.name === 'panel.add' && world.chance.may(0.5))
    if (left) await world.scheduler.perform(one)
    else world.scheduler.drop(one)
  }
  world.underWay = []
  world.redeliver = []
  await world.store.close()
  world.clock.advance(10 * MINUTE)
  world.store = await openStore({ url: `sqlite:${copy.file}`, clock: world.clock })
  if (!world.defect.unmarked) await markRestored(world)
  world.restored = true
  await forget(world)
  world.due.reset(openJobs(copy.file))
  world.processes = [boot(world), boot(world)]
  return true
}

/** The seller has looked. */
const opens: Deed = async (world) => {
  if (!world.restored) return false
  world.trace.note('the shop opens again')
  await world.store.shops.change(SHOP, ({ restored: _, ...shop }) => shop)
  return true
}

export const removeCopy = ({ copy }: World): void => {
  if (copy) rmSync(copy.folder, { recursive: true, force: true })
}

export const machineDeeds: Weighed[] = [
  [1, copies],
  [0.7, putsBack],
  [0.5, opens],
]
