// What a seller does with the shop as such, by words in the chat; and that the dialogue of the same chat goes on as if nothing was said.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { markOf } from '../../../src/model/desk-action.ts'
import { bind, openSeat, SARI, type SeatHouse, TONO } from './seat.ts'

let at: SeatHouse
beforeAll(async () => {
  at = await openSeat()
})
afterAll(() => at.stop())
beforeEach(() => at.later())

const closed = async () => (await at.shop()).settings.closed
const buyer = { id: 6001, name: 'Ani' }

describe('closing and opening', () => {
  test('closed at once, open again by a word; a customer is told', async () => {
    expect(await at.say('/tutup')).toContain('ditutup sampai kamu tekan /buka')
    expect(await closed()).toEqual({})
    expect(await at.say('saya mau beli followers ig', buyer)).toMatch(/tutup|belum buka/i)
    expect(await at.say('/buka')).toContain('Toko buka')
    expect(await closed()).toBeUndefined()
    expect(await at.say('saya mau beli followers ig', buyer)).toContain('pilih ID produk')
  })

  test('open again by time, without a word', async () => {
    expect(await at.say('/tutup 3 jam')).toMatch(/ditutup sampai \d\d\.\d\d WIB/)
    expect((await closed())?.until).toBe(at.clock.now() + 3 * HOUR)
    expect(await at.say('saya mau beli followers ig', buyer)).toMatch(/tutup/i)
    await at.later(3 * HOUR + 1)
    expect(await at.say('saya mau beli followers ig', buyer)).toContain('pilih ID produk')
    expect(await at.say('/buka')).toContain('Toko buka')
  })

  for (const text of ['nanti', 'abc', '25.99', '-3 jam', '0 jam', '<b>22.00</b>', '٣ jam', '9'.repeat(300)])
    test(`/tutup ${text.slice(0, 20)} closes nothing and asks`, async () => {
      expect(await at.say(`/tutup ${text}`)).toContain('Waktunya belum terbaca')
      expect(await closed()).toBeUndefined()
      expect(await at.say('masih bukan waktu')).toContain('Waktunya belum terbaca')
      expect(await at.say('2 jam')).toContain('ditutup sampai')
      expect((await closed())?.until).toBe(at.clock.now() + 2 * HOUR)
      await at.say('/buka')
    })

  test('from the button: until when is asked, and left again', async () => {
    await at.say('/tutup')
    expect(await at.press('ditutup sampai', /Sampai kapan/)).toContain('Tutup sampai kapan?')
    expect(await at.say('/batal')).toContain('tidak jadi')
    expect(await closed()).toEqual({})
    await at.press('ditutup sampai', /Buka/)
    expect(await closed()).toBeUndefined()
  })

  test('a shop put back from a copy is not opened by a word', async () => {
    await at.app.store.shops.change(at.shops.live, (shop) => ({ ...shop, restored: 1 }))
    expect(await at.say('/buka')).toContain('dipulihkan dari salinan')
    expect((await at.shop()).restored).toBe(1)
    await at.app.store.shops.change(at.shops.live, ({ restored: _, ...shop }) => shop)
  })

  test('each is a line of the audit with who it was', async () => {
    await at.say('/tutup 22.00')
    await at.later()
    await at.say('/buka')
    const [opened, shut] = await at.app.store.audit.list({ shop: at.shops.live, limit: 2 })
    expect([shut?.what, opened?.what]).toEqual(['shop.closed', 'shop.opened'])
    expect(opened?.by).toMatch(/^seller:.+:901$/)
    expect(shut?.data?.['until']).toMatch(/^\d{4}-/)
    const { rows } = await at.browser.get<{ rows: { by: string }[] }>(at.path('/audit'))
    expect(rows[0]?.by).toBe('ani@toko.example · Telegram 901')
  })
})

describe('the desk', () => {
  test('empty, with the panel’s balance', async () => {
    expect(await at.say('/meja')).toContain('Tidak ada yang perlu keputusanmu')
  })

  test('what waits, longest first, and a card for each by its button', async () => {
    const unknown = await at.order(await at.unknown())
    const held = await at.order(await at.held())
    const list = await at.say('/pesanan')
    expect(list).toContain('2 perlu keputusanmu')
    expect(list.indexOf(unknown.number)).toBeLessThan(list.indexOf(held.number))
    await at.press('📋 Meja', new RegExp(held.number))
    const card = at.telegram.screen(SARI.id).findLast(({ deleted }) => !deleted)
    expect(card?.text).toContain(`${held.number}</b> ditahan`)
    await at.press(`${held.number} ditahan`, /Kembalikan/)
    await at.press('📋 Meja', new RegExp(held.number))
    expect(at.card(held.number)?.text).toContain('Uang dikembalikan · Sari')
    expect(await at.say('/meja')).toContain('1 perlu keputusanmu')
  })

  test('an item is read and ticked off once', async () => {
    const { store } = at.app
    const item = {
      id: 'it_1',
      shop: at.shops.live,
      kind: 'complaint' as const,
      text: 'kok <b>lama</b>?',
      at: 1,
    }
    await store.items.create(item)
    expect(await at.say('/meja')).toContain('Keluhan: kok <b>lama</b>?')
    await at.press('📋 Meja', /Keluhan/)
    await at.press('kok', /Selesai/)
    expect(at.card('kok <b>lama')?.text).toContain('Selesai · Sari')
    expect(await at.forge(`!id:${markOf('it_1')}`, TONO)).toContain('Selesai · Sari')
    expect((await store.items.list(at.shops.live, true, 10)).map(({ id }) => id)).not.toContain('it_1')
  })

  test('a job that was given up is tried again by its button; one of another shop is nowhere', async () => {
    const { store } = at.app
    const bury = async (id: string, shop: string) => {
      await store.jobs.add([
        { id, name: 'catalog.sync', at: at.clock.now(), payload: { shop, provider: 'gone' } },
      ])
      const [job] = await store.jobs.claim(['catalog.sync'], 'w', at.clock.now(), 1000, 1)
      await store.jobs.bury(id, job?.token ?? 0, 'HTTP 503 <html>')
    }
    await bury('catalog.sync:mine', at.shops.live)
    await bury('catalog.sync:theirs', at.shops.practice)
    expect(await at.say('/meja')).toContain('1 pekerjaan gagal')
    await at.press('📋 Meja', /🔧/)
    expect(at.card('Katalog')?.text).toContain('HTTP 503 &lt;html&gt;')
    expect(await at.forge(`!j:${markOf('catalog.sync:theirs')}`, SARI)).toContain('tidak ada')
    expect(await at.press('Katalog', /Coba lagi 1/)).toContain('Dicoba lagi')
    expect((await store.jobs.dead(10)).map(({ id }) => id)).toEqual(['catalog.sync:theirs'])
  })
})

test('the report of today so far, in figures', async () => {
  const id = await at.bill()
  await at.pay(id)
  const { quote } = await at.order(id)
  const said = await at.say('/laporan')
  expect(said).toMatch(/📊 Toko Ani · \d\d\/\d\d, sampai \d\d\.\d\d WIB/)
  expect(said).toContain('Biaya gateway (0,7%)')
  expect(said).toMatch(/Terbayar \d+ · selesai \d+/)
  expect(said).toContain('Saldo pelanggan')
  expect(said).toContain('Belum bisa dicairkan')
  expect(said).toContain('Panel: ')
  expect(quote.price).toBeGreaterThan(0)
})

test('a shop that speaks English is run in English', async () => {
  const language = (to: 'en' | 'id') =>
    at.app.store.shops.change(at.shops.live, (shop) => ({
      ...shop,
      settings: { ...shop.settings, language: to },
    }))
  await language('en')
  expect(await at.say('/desk')).toMatch(/need your decision|Nothing needs/)
  expect(await at.say('/report')).toContain('Turnover')
  expect(await at.say('/close 10pm')).toContain('The shop is closed until')
  expect(await at.say('/open')).toContain('The shop is open')
  expect(await at.say('/mute')).toContain('No line for every sale')
  expect(await at.say('/unmute')).toContain('A line for every sale')
  const { number } = await at.order(await at.held())
  expect(
    at
      .card(`${number} is on hold`)
      ?.buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['🔁 Send again', '🔀 Other service', '↩️ Give back'])
  await language('id')
})

describe('a seller who orders in their own shop', () => {
  test('the console stands beside the dialogue and changes nothing of it', async () => {
    const list = await at.say('saya mau beli followers ig')
    await at.say(`saya pilih ID ${/(\d+) · IG/.exec(list)?.[1]}`)
    const before = await at.app.store.chats.get(at.shops.live, `4242:${SARI.id}`)
    await at.say('/meja')
    await at.say('/laporan')
    await at.say('/tutup kapan')
    await at.say('/batal')
    const after = await at.app.store.chats.get(at.shops.live, `4242:${SARI.id}`)
    expect(after?.dialogue).toEqual(before?.dialogue as never)
    expect(await at.say('warung.sari')).toContain('berapa')
    expect(await at.say('1000')).toContain('warung.sari')
  })

  test('shop talk ends a question, and so does a quarter of an hour', async () => {
    await at.say('/tutup kapan')
    const list = await at.say('/produk')
    expect(list).toContain('IG')
    expect(await at.say('3 jam')).not.toContain('ditutup')
    await at.say('/tutup kapan')
    await at.later(16 * MINUTE)
    expect(await at.say('3 jam')).not.toContain('ditutup')
    expect(await closed()).toBeUndefined()
  })

  test('a message that looks like a password is no answer, and is deleted', async () => {
    await at.say('/tutup kapan')
    expect(await at.say('password: Kopi123!')).toContain('mirip password')
    expect(await at.say('3 jam')).toContain('ditutup')
    await at.say('/buka')
  })

  test('bound a minute ago: the console is there at once, and gone with the binding', async () => {
    const rudi = { id: 960, name: 'Rudi' }
    expect(await at.say('/konsol', rudi)).not.toContain('Konsol')
    await bind(at, SARI, TONO, rudi)
    expect(await at.say('/konsol', rudi)).toContain('Konsol penjual')
    await bind(at, SARI, TONO)
    expect(await at.say('/konsol', rudi)).not.toContain('Konsol')
  })
})
