// Everything that may settle one bill, all at the same moment and in two processes: one settlement, one panel order.
import { expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { drawFrom } from '../../src/lib/retry.ts'
import type { SellerSays } from '../../src/payments/manual.ts'
import { boot, type Process } from '../support/sale/process.ts'
import { billed, faults, openSale, pay, type Shop } from '../support/sale.ts'

/** Calls take their time, a different one each, so that others come in between. */
const slow = (shop: Shop, seed: number) => {
  let drawn = 0
  shop.world.manner.turns = () => Math.floor(drawFrom(`${seed}:${drawn++}`) * 4)
}

const atOnce = async (shop: Shop, work: (process: Process, i: number) => Promise<unknown>, times: number) => {
  const both = [boot(shop.world), boot(shop.world)] as const
  const one = (i: number) => work((i % 2 === 0 ? both[0] : both[1]) as Process, i)
  const done = await Promise.all([
    ...Array.from({ length: times }, (_, i) => one(i)),
    ...both.map((process) => process.drain()),
  ])
  await Promise.all(both.map((process) => process.drain()))
  await shop.work()
  return done.slice(0, times)
}

const settledOnce = async (shop: Shop, id: string) => {
  const { events, state } = await shop.order(id)
  expect([state, events.filter(({ to }) => to === 'paid').length]).toEqual(['submitted', 1])
  expect(shop.world.panel.taken).toHaveLength(1)
  expect([await shop.saldo(), await shop.items()]).toEqual([0, []])
  expect(await faults(shop.world)).toEqual([])
}

test('the same notice fifty times, and fifty more that tell the same in other words', async () => {
  for (let seed = 0; seed < 5; seed++) {
    const shop = await openSale()
    const id = await billed(shop)
    slow(shop, seed)
    await pay(shop, id, { quiet: true })
    await atOnce(shop, (now, i) => now.notice(`${id}-1`, i < 50 ? 'paid' : `paid ${i}`), 100)
    await settledOnce(shop, id)
  }
})

test('notices, polling, "check payment" and the customer’s cancel at once: paid once, or in saldo once', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const shop = await openSale()
    const id = await billed(shop)
    slow(shop, seed)
    await pay(shop, id, { quiet: true })
    shop.world.clock.advance(MINUTE)
    await atOnce(
      shop,
      (now, i) =>
        [
          () => now.notice(`${id}-1`, `n${i}`),
          () => now.check(id),
          () => now.again('payments.ask', { shop: 's_1', order: id }),
          () => now.again('payments.settle', { attempt: `${id}-1` }),
          () => (seed % 2 === 0 ? now.check(id) : now.withdraw(id)),
        ][i % 5]?.() ?? Promise.resolve(),
      50,
    )
    await settledOnce(shop, id)
  }
})

test('claims, words of all kinds and a cancel at once: the first word settles', async () => {
  const says: SellerSays[] = ['received', 'notYet', { sum: 12_000 }, 'received']
  for (let seed = 0; seed < 20; seed++) {
    const shop = await openSale()
    shop.world.rules.manual = true
    const id = await billed(shop)
    slow(shop, seed)
    shop.world.bank.transfer(await shop.attempt(id), 12_000)
    const done = await atOnce(
      shop,
      (now, i) => (i % 5 === 4 ? now.claim(id) : now.word(id, says[i % 5] ?? 'received')),
      50,
    )
    const spoken = (done as { ok: boolean }[]).filter(({ ok }, i) => ok && i % 5 !== 4 && i % 5 !== 1)
    expect(spoken).toHaveLength(1)
    await settledOnce(shop, id)
  }
})
