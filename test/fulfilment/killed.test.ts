// The process is killed before and after every write and outside call on the way to a panel, and what the seller then decides goes on:
// one panel order at most, whatever the moment, on whichever of two panels; nothing stays undecided, no lane stays closed.
import { describe, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { acceptedSubmission, type Order } from '../../src/model/order.ts'
import type { OrderState } from '../../src/model/state.ts'
import { service } from '../store/contract/support.ts'
import type { Death } from '../support/sale/mortal.ts'
import { makePanel } from '../support/sale/panel.ts'
import { billed, faults, makeWorld, openShop, pay, type Shop, type World } from '../support/sale.ts'

type Story = {
  title: string
  before?(world: World): void
  tell(shop: Shop): Promise<void>
  end: { states: OrderState[]; saldo: number; taken: number }
}

const refuse = (reason: 'service' | 'activeOrder') => () => ({
  kind: 'refused' as const,
  reason,
  message: 'no',
})
const noAnswer = (take: () => string) => {
  take()
  return { kind: 'unknown' as const, detail: 'TIMEOUT' }
}
const panelsOf = ({ panel, rules }: World) => [panel, ...Object.values(rules.others)]
const orders = (shop: Shop): Promise<Order[]> => shop.world.store.orders.list('s_1', {})

/** The seller looks at the panel that it was sent to, and tells the truth. */
const decide = async (shop: Shop): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    for (const order of await orders(shop)) {
      if (order.state === 'held') await shop.act((now) => now.otherService(order.id, 'sv_2'))
      const missing = order.state === 'submitted' && !acceptedSubmission(order)?.panelId
      if (order.state !== 'unknown' && !missing) continue
      await shop.pass(2 * MINUTE)
      const asked = order.state === 'unknown' ? order.submissions : {}
      const at = Object.values(asked).at(-1)?.provider ?? acceptedSubmission(order)?.provider ?? ''
      const panel = shop.world.rules.others[at] ?? shop.world.panel
      const found = panel.taken.find((one) => one.order.link === order.quote.link)
      if (found) await shop.act((now) => now.taken(order.id, found.id))
      else await shop.act((now) => now.sendAgain(order.id))
    }
    await shop.pass(2 * MINUTE)
  }
}

const delivered = async (shop: Shop): Promise<void> => {
  await decide(shop)
  for (const panel of panelsOf(shop.world))
    for (const { id } of panel.taken) panel.tell(id, { state: 'completed', word: 'Completed' })
  await shop.pass(2 * MINUTE)
}

const STORIES: Story[] = [
  {
    title: 'refused, and taken by the panel that stands in',
    before: ({ panel }) => void panel.scripts.add.push(refuse('service')),
    tell: async (shop) => pay(shop, await billed(shop)),
    end: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'refused, and no answer of the panel that stands in',
    before: ({ panel, rules }) => {
      panel.scripts.add.push(refuse('service'))
      rules.others['p_2']?.scripts.add.push(noAnswer)
    },
    tell: async (shop) => pay(shop, await billed(shop)),
    end: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'no answer, sent again by mistake, called a duplicate',
    before: ({ panel }) => {
      panel.scripts.add.push(noAnswer)
      // Never a second one on a link: as panels do.
      panel.watch.onAdd = async (order) => {
        if (panel.taken.some((one) => one.order.link === order.link))
          panel.scripts.add.unshift(refuse('activeOrder'))
      }
    },
    tell: async (shop) => {
      const id = await billed(shop)
      await pay(shop, id)
      await shop.pass(2 * MINUTE)
      await shop.act((now) => now.sendAgain(id))
      await shop.pass(MINUTE)
    },
    end: { states: ['completed'], saldo: 0, taken: 1 },
  },
  {
    title: 'no answer and a balance that is not told for a while; another order behind it',
    before: ({ panel }) => {
      panel.scripts.add.push(noAnswer)
      panel.purse.silent = true
    },
    tell: async (shop) => {
      const cards = [await billed(shop), await billed(shop, { link: 'https://instagram.com/b' })]
      for (const id of cards) await pay(shop, id)
      await shop.pass(3 * MINUTE)
      shop.world.panel.purse.silent = false
      await shop.pass(6 * MINUTE)
    },
    end: { states: ['completed', 'completed'], saldo: 0, taken: 2 },
  },
  {
    title: 'a balance that covers neither of two, topped up after a while',
    tell: async (shop) => {
      const cards = [await billed(shop), await billed(shop, { link: 'https://instagram.com/b' })]
      shop.world.panel.purse.balance = 100
      await shop.pass(2 * MINUTE)
      for (const id of cards) await pay(shop, id)
      await shop.pass(MINUTE)
      shop.world.panel.purse.balance = 18_000
      await shop.pass(6 * MINUTE)
    },
    end: { states: ['completed', 'completed'], saldo: 0, taken: 2 },
  },
  {
    title: 'no answer, given back by the word that it did not go in',
    before: ({ panel }) => void panel.scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' })),
    tell: async (shop) => {
      const id = await billed(shop)
      await pay(shop, id)
      await shop.pass(2 * MINUTE)
      await shop.act((now) => now.notTakenGiveBack(id))
      await shop.pass(MINUTE)
    },
    end: { states: ['closed'], saldo: 12_000, taken: 0 },
  },
]

/** One whose outcome is known by now is settled by whoever comes next, without a question. */
const openDoubts = async ({ world: { store } }: Shop): Promise<string[]> => {
  const faults: string[] = []
  for (const id of ['a_1', 'a_2']) {
    const doubt = (await store.lanes.get(id))?.doubt
    const order = doubt && (await store.orders.find(doubt.order))
    const { outcome } = (doubt && order?.submissions[doubt.submission]) ?? { outcome: 'refused' }
    if (outcome === undefined || outcome === 'unknown') faults.push(`the lane ${id} is still in doubt`)
  }
  return faults
}

const live = async (story: Story, death?: Death) => {
  const world = await makeWorld()
  // With a webhook the gateway is asked seldom: fewer moments to die at where they are all alike.
  world.rules.hooked = true
  world.rules.others['p_2'] = makePanel()
  world.rules.accounts['s_1 p_2'] = 'a_2'
  await world.store.services.putLot('s_1', [service(2, { provider: 'p_2', service_id_api: '2002' })])
  await world.store.services.change('s_1', 'sv_1', (one) => ({ ...one, alternatives: ['sv_2'] }))
  story.before?.(world)
  const shop = openShop(world, death)
  try {
    await story.tell(shop)
    await delivered(shop)
    return {
      end: {
        states: (await orders(shop)).map(({ state }) => state),
        saldo: await shop.saldo(),
        taken: panelsOf(world).reduce((sum, { taken }) => sum + taken.length, 0),
      },
      faults: [...(await faults(world)), ...(await openDoubts(shop))],
      calls: shop.calls(),
    }
  } finally {
    await world.store.close()
  }
}

describe('killed at any moment', () => {
  for (const story of STORIES)
    test(story.title, async () => {
      const whole = await live(story)
      expect({ end: whole.end, faults: whole.faults }).toEqual({ end: story.end, faults: [] })
      const wrong: unknown[] = []
      for (let call = 1; call <= whole.calls; call++)
        for (const when of ['before', 'after'] as const) {
          const { end, faults: found } = await live(story, { call, when })
          if (!Bun.deepEquals(end, story.end) || found.length > 0) wrong.push({ call, when, end, found })
        }
      expect(wrong).toEqual([])
    }, 240_000)
})
