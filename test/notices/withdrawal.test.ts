// What became of saldo that was to be paid out: told once for each end, and only what has really ended so.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { DAY, MINUTE } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { Channel } from '../../src/notices/channel.ts'
import { tellWithdrawal } from '../../src/notices/withdrawal.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store, Withdrawal } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'
import { CHAT, fakeChat, labels, SHOP } from './telling.ts'

let clock: ReturnType<typeof fakeClock>
let store: Store
let chat: ReturnType<typeof fakeChat>
let channel: Channel | null

beforeEach(async () => {
  clock = fakeClock()
  store = await openStore({ url: 'sqlite::memory:', clock })
  await store.shops.create(liveShop({ id: SHOP, owner: 'a_1', bot: true }))
  chat = fakeChat()
  channel = chat.channel
})
afterEach(() => store.close())

const ended = async (change: Partial<Withdrawal>) => {
  await store.withdrawals.create({
    id: 'w_1',
    shop: SHOP,
    customer: 'cu_1',
    chat: CHAT,
    money: 'real',
    amount: 20_000,
    to: 'v1.sealed',
    masked: 'DANA ••••7890 (Si…)',
    state: 'due',
    at: clock.now(),
    dueAt: clock.now() + DAY,
    seen: {},
    outbox: [],
    v: 1,
    ...change,
  })
  await store.wallets.credit(SHOP, 'cu_1', 'real', { cause: 'c', amount: 33_320, at: 1, note: 'partial' })
}
const tell = (mark: string, withdrawal = 'w_1', shop = SHOP) =>
  tellWithdrawal(
    { store, clock, log: makeLog('silent'), channelOf: async () => channel },
    { shop, withdrawal, mark },
  )
const texts = () => chat.heard.map(({ text }) => text)

describe('a withdrawal', () => {
  test('paid: told once, with its sum and masked destination, and a way to complain', async () => {
    await ended({ state: 'done', by: 'seller:a_1', endedAt: clock.now(), reason: 'ref BCA 991' })
    expect(await tell('done')).toBe('done')
    expect(await tell('done')).toBe('done')
    expect(texts()).toEqual([
      '💸 Penarikan Rp20.000 ke DANA ••••7890 (Si…) sudah ditransfer penjual kak. Kalau belum masuk, tekan 💬 Admin.',
    ])
    expect(labels(chat.heard[0])).toEqual(['💰 Saldo', '💬 Admin'])
    expect((await store.withdrawals.get(SHOP, 'w_1'))?.seen).toEqual({ 'told:done': clock.now() })
  })

  test('rejected: with the seller’s reason as mere words, and where the money is', async () => {
    await ended({ state: 'rejected', endedAt: clock.now(), reason: 'Nama <b>tidak</b> cocok' })
    await tell('rejected')
    expect(texts()).toEqual([
      'Penarikan Rp20.000 ke DANA ••••7890 (Si…) ditolak penjual: Nama <b>tidak</b> cocok. Uangnya kembali ke saldo kamu: Rp33.320.',
    ])
    expect(chat.heard[0]?.html).toContain('&lt;b&gt;')
  })

  test('nothing before its end, of another end, of another shop, or of none', async () => {
    await ended({})
    for (const mark of ['asked', 'done', 'rejected', 'due', '']) await tell(mark)
    await tell('done', 'w_2')
    await tell('done', 'w_1', 's_2')
    expect(chat.heard).toEqual([])
    await store.withdrawals.change(SHOP, 'w_1', (one) => ({ ...one, state: 'rejected', reason: 'x' }))
    await tell('done')
    expect(chat.heard).toEqual([])
  })

  test('Telegram’s faults are waited out; a customer who blocked the bot is not tried again', async () => {
    await ended({ state: 'done', endedAt: clock.now() })
    chat.next.push({ kind: 'later', ms: 5000, detail: '429' })
    expect(await tell('done')).toEqual({ again: clock.now() + 5000 })
    chat.next.push({ kind: 'refused', detail: 'bad markup' })
    expect(await tell('done')).toMatchObject({ retry: expect.stringContaining('bad markup') })
    chat.next.push({ kind: 'blocked' })
    expect(await tell('done')).toBe('done')
    await tell('done')
    expect(chat.heard).toHaveLength(3)
  })

  test('a shop without a bot: waited for, but not for ever', async () => {
    await ended({ state: 'done', endedAt: clock.now() })
    channel = null
    expect(await tell('done')).toEqual({ again: clock.now() + MINUTE })
    clock.advance(DAY)
    expect(await tell('done')).toBe('done')
  })

  test('in the language of the chat', async () => {
    await store.chats.ensure({
      key: CHAT,
      shop: SHOP,
      customer: 'cu_1',
      dialogue: { asked: 'idle' },
      language: 'en',
      lastUpdate: 0,
      createdAt: 1,
      seenAt: 1,
      v: 1,
    })
    await ended({ state: 'done', endedAt: clock.now() })
    await tell('done')
    expect(texts()[0]).toContain('The seller has transferred your withdrawal of Rp20,000')
  })
})
