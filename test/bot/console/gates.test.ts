// Who may press: bound to this shop now, by an account that is not shut out. Everybody else gets nothing, and no hint that there is something.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import type { Update } from 'grammy/types'
import { randomIds } from '../../../src/lib/ids.ts'
import { markOf, type OnOrder, writeDesk } from '../../../src/model/desk-action.ts'
import { update } from '../../support/live.ts'
import { bind, openSeat, pressOf, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())
beforeEach(async () => {
  await at.later()
  await bind(at, SARI, TONO)
})

const DECISIONS: OnOrder[] = ['approve', 'giveBack', 'taken', 'sendAgain', 'notTaken', 'other']

/** The order with what stands outside of its own document. */
const whole = async (id: string) => {
  const { v, state, refunds, submissions } = await at.order(id)
  return { v, state, refunds, submissions, saldo: await at.saldo(id), adds: at.adds() }
}

const everyPayload = async (id: string): Promise<string[]> => [
  ...(await Promise.all(DECISIONS.map((desk) => at.payload(id, desk)))),
  writeDesk({ desk: 'order', order: id }),
  writeDesk({ desk: 'route', order: id, mark: markOf('held:1'), service: randomIds.id('sv') }),
  ...(['desk', 'report', 'mute', 'open', 'until', 'failed'] as const).map((desk) => writeDesk({ desk })),
]

const COMMANDS = ['/meja', '/laporan', '/tutup', '/tutup 3 jam', '/buka', '/senyap', '/konsol']

/** Nothing is said, nothing moves, though all is tried. */
const getsNothing = async (id: string, who: { id: number; name: string }) => {
  const before = await whole(id)
  const { settings } = await at.shop()
  const shown = at.telegram.texts(who.id).length
  for (const payload of await everyPayload(id)) expect(await at.forge(payload, who)).toBe('')
  expect(at.telegram.texts(who.id).length).toBe(shown)
  expect(await whole(id)).toEqual(before)
  expect((await at.shop()).settings).toEqual(settings)
}

describe('nobody else', () => {
  test('a customer with every payload, on an order of their own', async () => {
    const who = at.customer()
    await getsNothing(await at.held(who), who)
  })

  test('a customer’s command is a word like any other', async () => {
    const who = at.customer()
    await at.say('/start', who)
    const { settings } = await at.shop()
    for (const command of COMMANDS) {
      const said = await at.say(command, who)
      expect(said).not.toMatch(/Meja|Omzet|ditutup|konsol|Kabar/i)
    }
    expect((await at.shop()).settings).toEqual(settings)
  })

  test('an account unbound meanwhile, whose card still has its buttons', async () => {
    const id = await at.held()
    const card = at.card((await at.order(id)).number, TONO)
    await bind(at, SARI)
    await getsNothing(id, TONO)
    expect(card?.buttons.flat()).toHaveLength(3)
    await at.press((await at.order(id)).number, /Kembalikan/)
    expect((await at.order(id)).state).toBe('closed')
  })

  test('an account that the admin has shut out', async () => {
    const id = await at.held()
    const { owner } = await at.shop()
    const { accounts } = at.app.store
    await accounts.change(owner, (account) => ({ ...account, disabled: true }))
    await getsNothing(id, SARI)
    await accounts.change(owner, ({ disabled: _, ...account }) => account)
    await at.forge(await at.payload(id, 'giveBack'), SARI)
    expect((await at.order(id)).state).toBe('closed')
  })

  test('a question that was open when the account was unbound is answered by nobody', async () => {
    const id = await at.unknown()
    await at.press((await at.order(id)).number, /isi ID/, TONO)
    await bind(at, SARI)
    await at.say(at.panel.orders.at(-1)?.id ?? '', TONO)
    expect((await at.order(id)).state).toBe('unknown')
  })

  test('in a group, and from a bot', async () => {
    const id = await at.held()
    const press = pressOf(SARI, await at.payload(id, 'giveBack'), 1)
    const group = structuredClone(press)
    Object.assign(group.callback_query?.message?.chat ?? {}, { id: -55, type: 'group' })
    Object.assign(group, { update_id: group.update_id + 500_000 })
    await update(at, group)
    const robot = structuredClone(press)
    Object.assign(robot.callback_query?.from ?? {}, { is_bot: true })
    await update(at, robot)
    await at.app.drain()
    expect((await at.order(id)).state).toBe('held')
    expect(at.telegram.texts(-55)).toEqual([])
  })
})

describe('another shop', () => {
  const token = '7777:BBBB-a-token-of-another-bot-0123456789'
  const RINA = { id: 950, name: 'Rina' }

  /** A second seller with a shop and a bot of their own. */
  const open = async (): Promise<string> => {
    at.telegram.addBot(token, { id: 7777, username: 'lain_bot' })
    const { link } = await at.browser.post<{ link: string }>('/invitations', { email: 'rina@toko.example' })
    const rina = at.newBrowser()
    const { shops } = await rina.post<{ shops: { id: string; mode: string }[] }>('/invitations/take', {
      token: new URLSearchParams(link.split('?')[1]).get('token'),
      password: 'soto lamongan enak sekali',
    })
    const id = shops.find(({ mode }) => mode === 'live')?.id ?? ''
    await rina.post(`/shops/${id}/bot`, { token })
    await at.app.store.shops.change(id, (shop) => ({
      ...shop,
      bound: [{ user: RINA.id, name: 'Rina', at: 1 }],
    }))
    return id
  }

  const pressThere = async (payload: string, who: { id: number; name: string }) => {
    const before = at.telegram.texts(who.id).length
    await at.post('/hooks/telegram/7777', JSON.stringify(pressOf(who, payload, 1)), {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': at.telegram.bot(token).secret,
    })
    await at.app.drain()
    return at.telegram.texts(who.id).slice(before).join('\n')
  }

  test('its seller reaches nothing of this one, at either bot; this one’s seller nothing there', async () => {
    const id = await at.held()
    const theirs = await open()
    await getsNothing(id, RINA)
    const before = await whole(id)
    for (const payload of await everyPayload(id)) {
      const said = await pressThere(payload, RINA)
      expect(said).not.toContain(before.state)
      if (payload.includes(id)) expect(said).toContain('tidak ada')
      expect(await pressThere(payload, SARI)).toBe('')
    }
    expect(await whole(id)).toEqual(before)
    // What concerns the shop as such was done to hers alone.
    expect((await at.app.store.shops.get(theirs))?.settings.salesMuted).toBe(true)
    expect((await at.shop()).settings.salesMuted).toBeUndefined()
  })
})

describe('what nobody wrote', () => {
  const strange = [
    '!',
    '!zz',
    '!a',
    '!a:o_1',
    '!a:o_1:zzzzzzzz',
    '!__proto__',
    '!m:1',
    '!p:o_1:abcdef01:x',
    `!${'x'.repeat(62)}`,
    '!a:o_1:abcdef01:extra',
  ]
  test('is answered with nothing, and holds up nobody', async () => {
    for (const payload of strange) expect(await at.forge(payload, SARI)).toBe('')
    expect(at.faults()).toEqual([])
    expect(await at.say('/konsol')).toContain('Konsol penjual')
  })

  test('a mark that names nothing decides nothing', async () => {
    const id = await at.held()
    const payload = writeDesk({ desk: 'giveBack', order: id, mark: 'abcdef01' })
    expect(await at.forge(payload, SARI)).toContain('berubah')
    expect((await at.order(id)).state).toBe('held')
  })
})

describe('beside another bot', () => {
  /** What the site that forwards the update is told. */
  const forwarded = async (body: Update): Promise<boolean | undefined> => {
    const answer = await at.post('/hooks/telegram/4242', JSON.stringify(body), {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': at.telegram.bot().secret,
    })
    await at.app.drain()
    return ((await answer.json().catch(() => ({}))) as { handled?: boolean }).handled
  }
  const mode = (to: 'beside' | 'webhook') =>
    at.app.store.shops.change(at.shops.live, (shop) =>
      shop.bot ? { ...shop, bot: { ...shop.bot, mode: to } } : null,
    )
  const text = (who: { id: number; name: string }, words: string) => at.telegram.message(who, { text: words })

  test('the seller’s commands, buttons and answers are ours; everybody else’s are left to the other bot', async () => {
    const id = await at.unknown()
    await mode('beside')
    // Long enough after the sale's own talk.
    at.clock.advance(5 * 60_000)
    const who = at.customer()
    expect(await forwarded(text(SARI, '/meja'))).toBe(true)
    expect(await forwarded(text(who, '/meja'))).toBe(false)
    expect(await forwarded(pressOf(SARI, await at.payload(id, 'taken'), 1))).toBe(true)
    expect(await forwarded(text(SARI, 'bukan id'))).toBe(true)
    expect(await forwarded(pressOf(who, await at.payload(id, 'taken'), 1))).not.toBe(true)
    at.clock.advance(16 * 60_000)
    expect(await forwarded(text(SARI, 'selamat pagi'))).toBe(false)
    await bind(at, TONO)
    expect(await forwarded(text(SARI, '/meja'))).toBe(false)
    await mode('webhook')
    expect((await at.order(id)).state).toBe('unknown')
  })
})
