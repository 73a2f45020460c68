// What the seller hears that no order carries: once each and to each, later when Telegram is away, silent at night unless it needs them.
import { beforeEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { readDesk } from '../../src/model/desk-action.ts'
import type { DeskTold } from '../../src/model/desk-news.ts'
import { deskJob } from '../../src/model/desk-news.ts'
import type { ShopSettings } from '../../src/model/shop.ts'
import type { Channel } from '../../src/notices/channel.ts'
import { type DeskDeps, tellDesk, tellNightly } from '../../src/notices/desk.ts'
import { openStore } from '../../src/store/open.ts'
import type { Withdrawal } from '../../src/store/store.ts'
import type { ReportFigures } from '../../src/text/desk.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'
import { fakeChat } from './telling.ts'

const FIGURES: ReportFigures = {
  day: '2026-11-23',
  paid: 12,
  done: 9,
  partial: 1,
  stopped: 0,
  stuck: 2,
  turnover: 240_000,
  cost: 150_000,
  gatewayFee: 1680,
  profit: 88_320,
  saldoOwed: 13_320,
  notYetWithdrawable: 200_000,
  panels: [{ name: 'Panel <A>', currency: 'USD', balance: '12.5', daysLeft: 4 }, { name: 'Panel B' }],
}

const open = async (settings: Partial<ShopSettings> = {}, bound = [7, 8]) => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const shop = liveShop({ id: 's_1', owner: 'a_1', bot: true })
  await store.shops.create({
    ...shop,
    settings: { ...shop.settings, name: 'Warung', ...settings },
    bound: bound.map((user) => ({ user, name: `Penjual ${user}`, at: 1 })),
  })
  const chat = fakeChat()
  const days: string[] = []
  const house = { channel: chat.channel as Channel | null, figures: FIGURES as ReportFigures | null }
  const deps: DeskDeps = {
    store,
    clock,
    log: makeLog('warn', { write: () => undefined }),
    channelOf: async () => house.channel,
    report: async (_shop, day) => {
      days.push(day)
      return house.figures && { ...house.figures, day }
    },
  }
  const told = (news: DeskTold, job?: string) => {
    const draft = deskJob('s_1', news, clock.now())
    return tellDesk(deps, draft.payload, { job: job ?? draft.id })
  }
  return { ...chat, clock, store, deps, house, days, told }
}
type Desk = Awaited<ReturnType<typeof open>>

let at: Desk
beforeEach(async () => {
  at = await open()
})

const heardBy = (user: number) => at.heard.filter(({ chat }) => chat === `4242:${user}`)

describe('the nightly report', () => {
  const nightly = (job: string) => tellNightly(at.deps, { shop: 's_1' }, { job })

  test('the figures of the day that is over, once a day and account, though its job runs again', async () => {
    expect(await nightly('n:1')).toBe('done')
    expect(await nightly('n:1')).toBe('done')
    expect(at.heard.map(({ chat }) => chat)).toEqual(['4242:7', '4242:8'])
    expect(at.days[0]).toBe('2026-11-23')
    const { text } = at.heard[0]!
    for (const part of [
      'Warung · 23/11',
      'Terbayar 12 · selesai 9 · sebagian 1 · dihentikan 0',
      'Perlu kamu: 2',
      'Omzet Rp240.000',
      'Modal panel −Rp150.000',
      'Biaya gateway (0,7%) −Rp1.680',
      'Untung Rp88.320',
      'Saldo pelanggan Rp13.320',
      'Belum bisa dicairkan Rp200.000',
      'Panel <A>: 12.5 USD, cukup ± 4 hari',
      'Panel B: –',
    ])
      expect(text).toContain(part)
  })

  test('the day stays the same when it can only be brought after the next midnight', async () => {
    at.clock.set(Date.UTC(2026, 10, 24, 16, 55))
    at.next.push(
      ...Array.from({ length: 2 }, () => ({ kind: 'later' as const, ms: 10 * MINUTE, detail: 'x' })),
    )
    expect(await nightly('n:1')).toEqual({ again: at.clock.now() + 10 * MINUTE })
    at.clock.advance(10 * MINUTE)
    expect(await nightly('n:1')).toBe('done')
    expect(new Set(at.days)).toEqual(new Set(['2026-11-23']))
    expect(await nightly('n:2')).toBe('done')
    expect(at.days.at(-1)).toBe('2026-11-24')
    expect(heardBy(7).filter(({ text }) => text.includes('23/11'))).toHaveLength(2)
    expect(heardBy(7).filter(({ text }) => text.includes('24/11'))).toHaveLength(1)
  })

  test('counts the day in the shop’s own zone, with its own rate, in its language', async () => {
    at = await open({ timezone: 'Asia/Jayapura', gatewayFee: '0', language: 'en' })
    at.clock.set(Date.UTC(2026, 10, 24, 15, 5))
    await tellNightly(at.deps, { shop: 's_1' }, { job: 'n:1' })
    expect(at.days).toEqual(['2026-11-24'])
    expect(at.heard[0]?.text).toContain('Gateway fee (0%)')
  })

  test('makes no sound at night, and nobody is asked for it when nobody is bound', async () => {
    at.clock.set(Date.UTC(2026, 10, 24, 17, 10))
    await nightly('n:1')
    expect(at.heard[0]?.silent).toBe(true)
    at = await open({}, [])
    expect(await tellNightly(at.deps, { shop: 's_1' }, { job: 'n:1' })).toBe('done')
    expect(at.days).toEqual([])
  })

  test('is given up after a day without Telegram', async () => {
    const away = { kind: 'later' as const, ms: HOUR, detail: 'x' }
    at.next.push(away, away, away, away)
    expect(await nightly('n:1')).not.toBe('done')
    at.clock.advance(DAY)
    expect(await nightly('n:1')).toBe('done')
  })
})

describe('a panel’s balance', () => {
  const panel = () =>
    at.store.providers.create({
      id: 'p_1',
      shop: 's_1',
      name: 'Panel A',
      driver: 'smm-v2',
      endpoint: 'https://a.example',
      key: 'sealed',
      endsIn: '1234',
      currency: 'USD',
      balance: { amount: '1.25', at: 1 },
      createdAt: 1,
      v: 1,
    })
  const low = (mark: string) => at.told({ news: 'panelBalance', provider: 'p_1', mark })

  test('is told once a mark, with sound at night, and again when it falls anew', async () => {
    await panel()
    at.clock.set(Date.UTC(2026, 10, 24, 18))
    await low('1')
    await low('1')
    expect(heardBy(7).map(({ text, silent }) => [text.includes('tinggal 1.25 USD'), silent])).toEqual([
      [true, undefined],
    ])
    await low('2')
    expect(heardBy(7)).toHaveLength(2)
  })

  test('of a panel that is gone is no news', async () => {
    await low('1')
    expect(at.heard).toEqual([])
  })
})

describe('jobs that were given up', () => {
  const bury = async (id: string, payload: Record<string, string> = { shop: 's_1' }) => {
    await at.store.jobs.add([{ id, name: 'catalog.sync', at: at.clock.now(), payload }])
    const [job] = await at.store.jobs.claim(['catalog.sync'], 'w', at.clock.now(), MINUTE, 1)
    await at.store.jobs.bury(id, job?.token ?? 0, 'HTTP 503')
  }
  const look = () => at.told({ news: 'failedJobs', mark: String(at.clock.now()) })

  test('each is told once, all in one message, those of another shop never; given up anew it is news anew', async () => {
    await bury('sync:1')
    await bury('sync:2')
    await bury('sync:3', { shop: 's_2' })
    await bury('sync:4', {})
    await look()
    at.clock.advance(MINUTE)
    await look()
    expect(heardBy(7)).toHaveLength(1)
    expect(heardBy(7)[0]?.text).toContain('2 pekerjaan gagal')
    const payloads = heardBy(7)[0]
      ?.buttons?.flat()
      .flatMap((one) => ('payload' in one ? [one.payload] : []))
    expect(payloads?.map((payload) => readDesk(payload)?.desk)).toEqual(['retry', 'retry'])
    await at.store.jobs.revive('sync:1', at.clock.now())
    const [job] = await at.store.jobs.claim(['catalog.sync'], 'w', at.clock.now(), MINUTE, 1)
    await at.store.jobs.bury('sync:1', job?.token ?? 0, 'HTTP 500')
    at.clock.advance(MINUTE)
    await look()
    expect(heardBy(7)[1]?.text).toContain('1 pekerjaan gagal')
    expect(heardBy(8)).toHaveLength(2)
  })

  test('none is no message', async () => {
    expect(await look()).toBe('done')
    expect(at.heard).toEqual([])
  })
})

describe('a withdrawal', () => {
  const withdrawal: Withdrawal = {
    id: 'w_1',
    shop: 's_1',
    customer: 'cu_1',
    chat: '4242:77',
    money: 'real',
    amount: 50_000,
    masked: 'DANA ••••7890 (An…)',
    state: 'due',
    at: 1,
    dueAt: Date.UTC(2026, 10, 25, 3),
    seen: {},
    outbox: [],
    v: 1,
  }
  const mark = (name: string) => at.told({ news: 'withdrawal', withdrawal: 'w_1', mark: name }, `w:${name}`)

  test('once a mark and account; who could not be reached hears it later, the other not twice', async () => {
    await at.store.withdrawals.create(withdrawal)
    at.next.push({ kind: 'sent', messageId: 1 }, { kind: 'later', ms: 5000, detail: '429' })
    expect(await mark('asked')).toEqual({ again: at.clock.now() + 5000 })
    expect(await mark('asked')).toBe('done')
    expect(await mark('asked')).toBe('done')
    expect(at.heard.map(({ call, chat }) => `${call} ${chat}`)).toEqual([
      'send 4242:7',
      'send 4242:8',
      'send 4242:8',
    ])
  })

  test('ended meanwhile it is not told; the cards that stand say how it ended, once', async () => {
    await at.store.withdrawals.create(withdrawal)
    await mark('asked')
    at.clear()
    const ended = { state: 'done' as const, endedAt: at.clock.now(), by: 'seller:a_1:7' }
    await at.store.withdrawals.change('s_1', 'w_1', (current) => ({ ...current, ...ended }))
    await mark('remind:1')
    await mark('done')
    expect(at.heard.map(({ call }) => call)).toEqual(['edit', 'edit'])
    expect(at.heard[0]?.text).toContain('Sudah ditransfer · Penjual 7, 10.00 WIB')
    expect(at.heard[0]?.buttons).toBeUndefined()
  })

  test('of another shop is nowhere', async () => {
    await at.store.withdrawals.create({ ...withdrawal, shop: 's_2' })
    expect(await mark('asked')).toBe('done')
    expect(at.heard).toEqual([])
  })
})

test('a shop without a bot, a shop that is gone, news that nobody knows', async () => {
  await at.store.shops.change('s_1', ({ bot: _, ...shop }) => shop)
  expect(await at.told({ news: 'panelBalance', provider: 'p_1', mark: '1' })).toBe('done')
  expect(await tellDesk(at.deps, { shop: 's_9', news: 'failedJobs' }, { job: 'x' })).toBe('done')
  expect(await tellDesk(at.deps, { shop: 's_1', news: '__proto__' }, { job: 'x' })).toBe('done')
  expect(at.heard).toEqual([])
})
