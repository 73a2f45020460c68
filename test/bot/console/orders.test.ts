// The seller's decisions on orders, in Telegram: each button once and again, fifty at once, and what the cards say afterwards.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { press, update } from '../../support/live.ts'
import { openSeat, pressOf, ROWS, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())
beforeEach(() => at.later())

const numberOf = async (id: string) => (await at.order(id)).number
const stateOf = async (id: string) => (await at.order(id)).state
const buttons = (words: string, who = SARI) =>
  at
    .card(words, who)
    ?.buttons.flat()
    .map(({ text }) => text)

describe('an order whose sending was not answered', () => {
  test('the card tells it to everybody bound, with three decisions', async () => {
    const number = await numberOf(await at.unknown())
    for (const who of [SARI, TONO])
      expect(buttons(`${number}: panel tidak menjawab`, who)).toEqual([
        '✅ Masuk: isi ID',
        '🔁 Tidak masuk: kirim ulang',
        '↩️ Tidak masuk: kembalikan',
      ])
  })

  test('it went in: the id is asked for, checked, and the order runs; all cards say who decided', async () => {
    const id = await at.unknown()
    const number = await numberOf(id)
    expect(await at.press(number, /isi ID/)).toContain(`Kirim ID pesanan ${number}`)
    expect(await at.say('bukan id')).toContain('bukan ID pesanan')
    expect(await at.say('99999999')).toContain('Panel tidak mengenal ID itu')
    expect(await stateOf(id)).toBe('unknown')
    expect(await at.say(at.panel.orders.at(-1)?.id ?? '')).toContain('Ada di panel · Sari')
    expect(await stateOf(id)).toBe('submitted')
    for (const who of [SARI, TONO]) {
      expect(at.card(`${number} ·`, who)?.text).toContain('Ada di panel · Sari')
      expect(buttons(`${number} ·`, who)).toEqual([])
    }
    expect(await at.say('saya mau beli followers ig')).toContain('pilih ID produk')
  })

  test('it did not: sent again once; a second press says who did it and when', async () => {
    const id = await at.unknown(false)
    const number = await numberOf(id)
    const before = at.adds()
    const again = await at.payload(id, 'sendAgain')
    await at.later(2 * MINUTE)
    expect(await at.press(number, /kirim ulang/)).toBe('')
    expect([await stateOf(id), at.adds()]).toEqual(['submitted', before + 1])
    expect(buttons(`${number} ·`, TONO)).toEqual([])
    expect(await at.forge(again, TONO)).toMatch(
      new RegExp(`${number} sudah diputuskan: .*Sari, \\d\\d\\.\\d\\d`),
    )
    expect(at.adds()).toBe(before + 1)
  })

  test('fifty presses at once by two sellers: one sending, and each hears at most one answer', async () => {
    const id = await at.unknown(false)
    const before = at.adds()
    await at.later(2 * MINUTE)
    const payload = await at.payload(id, 'sendAgain')
    const heard = [SARI, TONO].map(({ id: user }) => at.telegram.texts(user).length)
    const presses = Array.from({ length: 50 }, (_, i) => pressOf(i % 2 ? SARI : TONO, payload, 1))
    await Promise.all(presses.map((one) => update(at, one)))
    await at.app.drain()
    expect([await stateOf(id), at.adds()]).toEqual(['submitted', before + 1])
    for (const [i, { id: user }] of [SARI, TONO].entries())
      expect(at.telegram.texts(user).length - (heard[i] ?? 0)).toBeLessThanOrEqual(2)
    expect(at.faults()).toEqual([])
  })

  test('the same press fifty times at once is one press', async () => {
    const id = await at.unknown(false)
    const before = at.adds()
    await at.later(2 * MINUTE)
    const one = pressOf(SARI, await at.payload(id, 'sendAgain'), 1)
    await Promise.all(Array.from({ length: 50 }, () => update(at, one)))
    await at.app.drain()
    expect([await stateOf(id), at.adds()]).toEqual(['submitted', before + 1])
  })

  test('it did not: given back once, to the customer’s saldo', async () => {
    const id = await at.unknown(false)
    const { quote, number } = await at.order(id)
    await at.later(2 * MINUTE)
    const payload = await at.payload(id, 'notTaken')
    await at.press(number, /kembalikan/)
    await at.forge(payload, TONO)
    expect([await stateOf(id), await at.saldo(id)]).toEqual(['closed', quote.price])
    expect(at.card(`${number} ·`)?.text).toContain('Sari')
  })

  test('reminders at 30 minutes, 2 and 12 hours say how long, in place of the older card', async () => {
    const number = await numberOf(await at.unknown())
    const first = at.card(`${number}: panel`)?.id
    for (const [ms, words] of [
      [30 * MINUTE, '30 menit'],
      [90 * MINUTE, '2 jam'],
      [10 * HOUR, '12 jam'],
    ] as const) {
      await at.later(ms)
      expect(at.card(number)?.text).toContain(words)
      expect(buttons(number)).toHaveLength(3)
    }
    const screen = at.telegram.screen(SARI.id).filter(({ text }) => text.includes(number))
    expect(screen.find(({ id }) => id === first)?.deleted).toBe(true)
    expect(screen.filter(({ deleted, buttons: rows }) => !deleted && rows.length > 0)).toHaveLength(1)
  })
})

describe('an order that the panel refused', () => {
  test('sent again by a press, with the seller’s name in its history', async () => {
    const id = await at.held()
    const number = await numberOf(id)
    const before = at.adds()
    expect(buttons(`${number} ditahan`)).toEqual(['🔁 Kirim ulang', '🔀 Produk lain', '↩️ Kembalikan'])
    await at.press(number, /Kirim ulang/)
    expect([await stateOf(id), at.adds()]).toEqual(['submitted', before + 1])
    const { events } = await at.order(id)
    expect(events.find(({ type }) => type === 'approved')?.by).toMatch(/^seller:.+:901$/)
    expect(at.card(`${number} ·`, TONO)?.text).toContain('Dikirim · Sari')
  })

  test('a button of an earlier standing decides nothing about the one that came after it', async () => {
    const id = await at.held()
    const number = await numberOf(id)
    const old = await at.payload(id, 'giveBack')
    at.panel.fault('refuse', 1, { action: 'add', text: 'Bad link' })
    await at.press(number, /Kirim ulang/)
    expect(await stateOf(id)).toBe('held')
    expect(await at.forge(old, SARI)).toContain(`${number} sudah diputuskan: ✔️ Dikirim · Sari`)
    expect(await stateOf(id)).toBe('held')
    expect(buttons(`${number} ditahan`)).toHaveLength(3)
    await at.press(`${number} ditahan`, /Kembalikan/)
    expect(await stateOf(id)).toBe('closed')
  })

  test('given back twice at once by two sellers is given back once', async () => {
    const id = await at.held()
    const payload = await at.payload(id, 'giveBack')
    await Promise.all([SARI, TONO].map((who) => update(at, pressOf(who, payload, 1))))
    await at.app.drain()
    const { quote } = await at.order(id)
    expect([await stateOf(id), await at.saldo(id)]).toEqual(['closed', quote.price])
  })

  test('another product is chosen from a list with its cost, and is what is sent', async () => {
    const id = await at.held()
    const number = await numberOf(id)
    expect(await at.press(number, /Produk lain/)).toContain(`Pilih pengganti untuk ${number}`)
    const services = at.panel.calls.length
    await at.press('Pilih pengganti', /^1$/)
    expect(await stateOf(id)).toBe('submitted')
    const sent = at.panel.calls.slice(services).find(({ action }) => action === 'add')
    expect(sent?.params['service']).toBe('12')
    expect(at.card(`${number} ·`, TONO)?.text).toContain('Sari')
  })

  test('decided on the dashboard: the card in Telegram says so and loses its buttons', async () => {
    const id = await at.held()
    const number = await numberOf(id)
    await at.browser.post(at.path(`/orders/${id}/actions`), { action: 'giveBack' })
    await at.app.drain()
    expect(at.card(`${number} ·`)?.text).toContain('Uang dikembalikan · di dasbor')
    expect(buttons(`${number} ·`)).toEqual([])
  })

  test('decided by the customer: the card says that it was them', async () => {
    const who = at.customer()
    const id = await at.held(who)
    const number = await numberOf(id)
    await press(at, /Kembalikan ke saldo/, who)
    expect(await stateOf(id)).toBe('closed')
    expect(at.card(`${number} ·`)?.text).toContain('Uang dikembalikan · pelanggan')
  })
})

test('money of another sum can only go back', async () => {
  const who = at.customer()
  const id = await at.bill(who)
  await at.pay(id, 9000)
  const number = await numberOf(id)
  expect(buttons(`${number}: jumlah yang dibayar`)).toEqual(['↩️ Kembalikan'])
  await at.press(number, /Kembalikan/)
  expect([await stateOf(id), await at.saldo(id)]).toEqual(['closed', 9000])
})

test('a line for each sale, none while it is muted', async () => {
  const sell = async () => {
    const id = await at.bill()
    await at.pay(id)
    return numberOf(id)
  }
  const line = (number: string) =>
    at.telegram.texts(SARI.id).filter((text) => text.startsWith(`💸 <b>${number}</b>`)).length
  expect(line(await sell())).toBe(1)
  expect(await at.say('/senyap')).toContain('dimatikan')
  await at.later()
  expect(line(await sell())).toBe(0)
  expect(await at.say('/bunyi')).toContain('dinyalakan')
  await at.later()
  expect(line(await sell())).toBe(1)
})

describe('an order that waits', () => {
  /** Billed on a fresh catalogue, paid once it has to be read anew: with another rate by then. */
  const risen = async (): Promise<string> => {
    at.panel.setServices(ROWS)
    await at.later(31 * MINUTE)
    const id = await at.bill()
    await at.later(20 * MINUTE)
    at.panel.setServices(ROWS.map((row) => ({ ...row, rate: '90000' })))
    await at.app.store.providers.change(at.shops.live, (await at.order(id)).quote.provider, (panel) =>
      panel.catalogue ? { ...panel, catalogue: { ...panel.catalogue, at: 1 } } : null,
    )
    await at.pay(id)
    return id
  }

  test('for a risen rate: sent anyway by a press', async () => {
    const id = await risen()
    const number = await numberOf(id)
    expect([await stateOf(id), (await at.order(id)).why]).toEqual(['waiting', 'price'])
    expect(buttons(`${number} menunggu: harga panel naik`)).toEqual([
      '🚀 Kirim saja',
      '🔀 Produk lain',
      '↩️ Kembalikan',
    ])
    expect(at.card(`${number} menunggu`)?.text).toContain('modal sekarang Rp90.000 · sisa −Rp77.400')
    await at.press(`${number} menunggu`, /Kirim saja/)
    expect(await stateOf(id)).toBe('submitted')
    expect(at.card(`${number} ·`, TONO)?.text).toContain('Dikirim · Sari')
    at.panel.setServices(ROWS)
    await at.later(31 * MINUTE)
  })

  test('for panel balance: told once, marked on the desk, given back by a press', async () => {
    at.panel.setServices(ROWS)
    const id = await at.bill()
    at.panel.fault('refuse', 1, { action: 'add', text: 'Not enough funds on balance' })
    await at.pay(id)
    const number = await numberOf(id)
    expect([await stateOf(id), (await at.order(id)).why]).toEqual(['waiting', 'funds'])
    expect(buttons(`${number} menunggu saldo panel`)).toEqual([
      '🚀 Kirim sekarang',
      '🔀 Produk lain',
      '↩️ Kembalikan',
    ])
    expect(at.card('Saldo panel Panel tinggal')?.buttons).toEqual([])
    expect(await at.say('/meja')).toContain('(tidak cukup: isi saldo panel)')
    await at.press(`${number} menunggu saldo`, /Kembalikan/)
    const { quote } = await at.order(id)
    expect([await stateOf(id), await at.saldo(id)]).toEqual(['closed', quote.price])
  })
})
