// The process is killed before and after every single write and outside call of a story, started anew, and the story goes on.
// Whatever the moment, the ten rules of the order's life hold and every rupiah is in one place (architecture §2).
import { describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { FAULT } from '../support/sale/bank.ts'
import type { Death } from '../support/sale/mortal.ts'
import {
  billed,
  decideUnknown,
  deliver,
  faults,
  makeWorld,
  openShop,
  pay,
  place,
  type Shop,
  type WorldOptions,
  yes,
} from '../support/sale.ts'

type Story = {
  title: string
  world?: WorldOptions
  /** With a webhook the gateway is asked seldom: fewer moments to die at where they are all alike. */
  hooked?: boolean
  /** Every step may be cut off and is then done again by the next process. */
  tell(shop: Shop): Promise<void>
  /** How it ends, whatever happened on the way. */
  end(shop: Shop): Promise<unknown>
  ends: unknown
}

const states = async (shop: Shop) =>
  (await shop.world.store.orders.list('s_1', {})).map(({ state }) => state).reverse()
const both = async (shop: Shop) => ({
  states: await states(shop),
  saldo: await shop.saldo(),
  taken: shop.world.panel.taken.length,
})

const refused = (reason: 'private' | 'funds') => () => ({ kind: 'refused' as const, reason, message: 'no' })

const STORIES: Story[] = [
  {
    title: 'saldo and QRIS, delivered',
    world: { saldo: 5000 },
    tell: async (shop) => {
      await pay(shop, await billed(shop))
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'saldo alone, stopped half way',
    world: { saldo: 12_000 },
    tell: async (shop) => {
      await billed(shop)
      await decideUnknown(shop)
      await decideUnknown(shop)
      for (const { id } of shop.world.panel.taken)
        shop.world.panel.tell(id, { state: 'partial', word: 'Partial', remains: 500 })
      await shop.pass(HOUR)
    },
    end: both,
    ends: { states: ['closed'], saldo: 6000, taken: 1 },
  },
  {
    title: 'the own cancel of an open bill',
    world: { saldo: 5000 },
    tell: async (shop) => {
      const id = await billed(shop)
      await shop.act((now) => now.withdraw(id))
      await shop.pass(HOUR)
    },
    end: async (shop) => ({ ...(await both(shop)), holds: await shop.holds() }),
    ends: { states: ['closed'], saldo: 5000, taken: 0, holds: {} },
  },
  {
    title: 'an own cancel that the gateway does not hear, and money all the same',
    world: { saldo: 5000 },
    tell: async (shop) => {
      const id = await billed(shop)
      shop.world.bank.spell.cancel = () => FAULT
      await shop.act((now) => now.withdraw(id))
      await pay(shop, id)
      shop.world.bank.spell.cancel = undefined
      await shop.pass(HOUR)
      await deliver(shop)
    },
    end: async (shop) => ({ ...(await both(shop)), holds: await shop.holds() }),
    ends: { states: ['closed'], saldo: 12_000, taken: 0, holds: {} },
  },
  {
    title: 'expired, and nothing came',
    hooked: true,
    world: { saldo: 5000 },
    tell: async (shop) => {
      await billed(shop)
      await shop.pass(2 * HOUR)
    },
    end: async (shop) => ({ ...(await both(shop)), holds: await shop.holds() }),
    ends: { states: ['closed'], saldo: 5000, taken: 0, holds: {} },
  },
  {
    title: 'late money that revives',
    hooked: true,
    world: { saldo: 5000 },
    tell: async (shop) => {
      const id = await billed(shop)
      shop.world.bank.spell.status = () => FAULT
      await shop.pass(40 * MINUTE)
      shop.world.bank.spell.status = undefined
      await pay(shop, id, { late: true })
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'late money that no longer covers the cost',
    hooked: true,
    world: { saldo: 5000 },
    tell: async (shop) => {
      const id = await billed(shop)
      shop.world.bank.spell.status = () => FAULT
      await shop.pass(40 * MINUTE)
      shop.world.bank.spell.status = undefined
      shop.world.rules.costOfOne = 13
      await pay(shop, id, { late: true })
      await shop.pass(HOUR)
    },
    end: async (shop) => ({ ...(await both(shop)), holds: await shop.holds() }),
    ends: { states: ['closed'], saldo: 12_000, taken: 0, holds: {} },
  },
  {
    title: 'another sum, held, and back to saldo after the deadline',
    world: { saldo: 5000 },
    tell: async (shop) => {
      await pay(shop, await billed(shop), { amount: 6543 })
      await shop.pass(2 * DAY)
    },
    end: async (shop) => ({ ...(await both(shop)), holds: await shop.holds() }),
    ends: { states: ['closed'], saldo: 5000 + 6543, taken: 0, holds: {} },
  },
  {
    title: 'a charge whose answer is lost, after a refused one',
    world: { saldo: 5000 },
    tell: async (shop) => {
      const { scripts } = shop.world.bank
      scripts.charge.push(
        () => ({ kind: 'rejected', code: '402', message: 'off', alarm: true }),
        (honest) => {
          honest()
          return { kind: 'unknown', detail: 'timeout' }
        },
      )
      const id = await billed(shop)
      // A kill at the refusal's own moment has used it up: then the bill is there already.
      if ((await shop.state(id)) === 'quoted') await yes(shop, id)
      await shop.pass(MINUTE)
      await pay(shop, id)
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'a refusal of the panel, and the customer takes the money',
    world: { saldo: 5000 },
    tell: async (shop) => {
      shop.world.panel.scripts.add.push(refused('private'))
      const id = await billed(shop)
      await pay(shop, id)
      // Cut off at the panel's refusal itself: nobody has heard it, the seller looks and finds nothing.
      if ((await shop.state(id)) === 'unknown') {
        await shop.pass(2 * MINUTE)
        await shop.act((now) => now.notTaken(id))
      }
      await shop.act((now) => now.choose(id, 'toSaldo'))
      await shop.pass(HOUR)
    },
    end: both,
    ends: { states: ['closed'], saldo: 12_000, taken: 0 },
  },
  {
    title: 'nothing left the house, then no funds, then an answer that was lost',
    tell: async (shop) => {
      shop.world.panel.scripts.add.push(
        () => ({ kind: 'neverLeft', code: 'ECONNREFUSED' }),
        refused('funds'),
        (take) => {
          take()
          return { kind: 'unknown', detail: 'TIMEOUT' }
        },
      )
      await pay(shop, await billed(shop))
      for (let i = 0; i < 3; i++) {
        await shop.pass(6 * MINUTE)
        await decideUnknown(shop)
      }
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'play money before a real panel, sent for real',
    world: { money: 'play', panel: 'real', saldo: 2000 },
    tell: async (shop) => {
      const id = await billed(shop)
      await pay(shop, id)
      await shop.act((now) => now.approve(id))
      await shop.work()
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'two orders for one link, one after the other',
    world: { saldo: 30_000 },
    tell: async (shop) => {
      await billed(shop)
      await billed(shop, { quantity: 1500 })
      await deliver(shop)
      await deliver(shop)
    },
    end: both,
    ends: { states: ['completed', 'completed'], saldo: 0, taken: 2 },
  },
  {
    title: 'a card that nobody answers, and one that is taken back',
    world: { saldo: 5000 },
    tell: async (shop) => {
      await place(shop)
      const other = await place(shop, { quantity: 200 })
      await shop.act((now) => now.withdraw(other))
      await shop.pass(HOUR)
    },
    end: both,
    ends: { states: ['closed', 'closed'], saldo: 5000, taken: 0 },
  },
]

const live = async (story: Story, death?: Death) => {
  const world = await makeWorld(story.world)
  world.rules.hooked = story.hooked ?? false
  const shop = openShop(world, death)
  try {
    await story.tell(shop)
    return {
      end: await story.end(shop),
      faults: await faults(world),
      calls: shop.calls(),
      deaths: shop.deaths(),
    }
  } finally {
    await world.store.close()
  }
}

describe('killed at any moment', () => {
  for (const story of STORIES)
    test(story.title, async () => {
      const whole = await live(story)
      expect([whole.end, whole.faults]).toEqual([story.ends, []])
      const wrong: unknown[] = []
      for (let call = 1; call <= whole.calls; call++)
        for (const when of ['before', 'after'] as const) {
          const { end, faults: found } = await live(story, { call, when })
          const same = Bun.deepEquals(end, story.ends)
          if (!same || found.length > 0) wrong.push({ call, when, end, found })
        }
      expect(wrong).toEqual([])
    }, 120_000)
})
