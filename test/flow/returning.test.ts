// Who comes back: greeted by name with the last order at today's price, the same again by button and in words, what became of the price
// and of the product is said, and only a yes to the new card buys. And words about orders, bills and saldo that lose nothing under way.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { acceptedSubmission } from '../../src/model/order.ts'
import { openTalk, type Talk } from '../support/talk.ts'

let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(async () => {
  expect(talk.logged).toEqual([])
  await talk.stop()
})

const bought = async (): Promise<void> => {
  await talk.say('id 1 2000 @warungkopi')
  await talk.say('ya')
  await talk.event('bayar', talk.pay)
  const order = await talk.order()
  const panelId = (order && acceptedSubmission(order)?.panelId) ?? ''
  await talk.event('selesai', () => {
    talk.pass(600_000)
    talk.panel.setState(panelId, { status: 'Completed', remains: '0' })
  })
  expect((await talk.order())?.state).toBe('completed')
}

const margin = (percent: string) => talk.browser.put(talk.path('/settings'), { margin: percent })

const offSale = async (mid: number): Promise<void> => {
  const { rows } = await talk.browser.get<{ rows: { id: string; mid: number }[] }>(
    talk.path('/services?limit=100'),
  )
  const ids = rows.filter((row) => row.mid === mid).map(({ id }) => id)
  await talk.browser.post(talk.path('/services/sale'), { ids, on: false })
}

describe('/start', () => {
  test('greets by name with the shop’s own greeting and the window', async () => {
    await talk.browser.put(talk.path('/settings'), { greeting: 'Warung buka 24 jam, gaspol!' })
    const [hello, window] = await talk.say('/start')
    expect(hello).toBe('Halo Rina! 👋 Selamat datang di Warung Sosmed.\nWarung buka 24 jam, gaspol!')
    expect(window).toContain('1 · IG Followers')
  })

  test('offers the last order again, at what it costs today', async () => {
    await bought()
    expect((await talk.say('/start'))[0]).toEndWith(
      'Pesanan terakhir kamu: K7Q2A · IG Followers · selesai\n[🔁 Pesan lagi · Rp33.600]',
    )
    await margin('60')
    expect((await talk.say('halo'))[0]).toEndWith(
      'Harga hari ini Rp38.400 (waktu itu Rp33.600)\n[🔁 Pesan lagi · Rp38.400]',
    )
    await offSale(1)
    expect((await talk.say('/start'))[0]).toEndWith('[🔁 Pesan yang mirip]')
  })
})

describe('the same again', () => {
  test('is a card of its own with the link, which waits for its yes', async () => {
    await bought()
    const [as, card] = await talk.say('pesan lagi dong')
    expect(as).toBe('Sama seperti K7Q2A, harganya masih sama.')
    expect(card).toContain('Target : instagram.com/warungkopi\nJumlah : 2.000')
    expect(talk.midtrans.bills).toHaveLength(1)
    await talk.say('ya')
    expect(talk.midtrans.bills).toHaveLength(2)
  })

  test('by button, with a price that has changed', async () => {
    await bought()
    await talk.say('/start')
    await margin('60')
    const [as, card] = await talk.press(/Pesan lagi ·/)
    expect(as).toBe('Sama seperti K7Q2A, tapi harganya hari ini Rp38.400 (waktu itu Rp33.600).')
    expect(card).toContain('Bayar  : Rp38.400')
  })

  test('of a product that is gone is what comes nearest, with the link kept', async () => {
    await bought()
    await offSale(1)
    const [out, list] = await talk.say('pesan lagi')
    expect(out).toBe(
      'Maaf kak, IG Followers sedang kosong, jadi belum ada tagihan yang dibuat. Ini pilihan lainnya:',
    )
    expect(list).toStartWith('Buat 2.000 followers IG:\n\n2 · IG Followers Indonesia')
    const [card] = await talk.say('2')
    expect(card).toContain('Target : instagram.com/warungkopi\nJumlah : 2.000')
  })

  test('of nothing is said so', async () => {
    expect((await talk.say('pesan lagi')).join()).toContain('Belum ada pesanan kak')
  })
})

describe('beside an open order', () => {
  const QUESTION = 'Kirim link profil IG-nya ya kak, buat 2.000 IG Followers.'
  const open = async () => {
    await talk.say('id 1 2000')
    expect((await talk.say('saldo saya berapa'))[1]).toBe(QUESTION)
  }
  const goesOn = async () => {
    expect((await talk.say('@warungkopi'))[0]).toContain('Jumlah : 2.000\n')
    await talk.say('batal')
  }

  test.each([
    ['riwayat pesanan saya', 'Belum ada pesanan kak'],
    ['cek saldo', 'Saldo kamu: Rp0'],
    ['udah masuk belum', 'Belum ada pesanan kak'],
    ['mana qr nya', 'Nggak ada tagihan'],
    ['tarik saldo', 'belum ada yang bisa ditarik'],
  ])('"%s" is answered and the order goes on', async (words, answer) => {
    await open()
    expect((await talk.say(words)).join('\n')).toContain(answer)
    await goesOn()
  })

  test('a top-up: by its sum, after a question, or not at all after all', async () => {
    await open()
    expect(await talk.say('topup 50rb')).toContain(QUESTION)
    await talk.say('isi saldo')
    expect((await talk.say('20000')).slice(0, 2)).toEqual([
      'Bentar, aku siapin QRIS isi saldo Rp20.000…',
      QUESTION,
    ])
    await talk.say('isi saldo')
    expect((await talk.say('gajadi')).at(-1)).toBe(QUESTION)
    await goesOn()
  })

  test('a card stays what a yes means, whatever is asked between', async () => {
    await open()
    await talk.say('@warungkopi')
    await talk.say('isi saldo')
    await talk.say('gajadi')
    await talk.say('riwayat')
    await talk.say('ya')
    expect((await talk.order())?.quote).toMatchObject({ quantity: 2000 })
    expect(talk.midtrans.bills).toHaveLength(1)
  })

  test('"batalin pesanan" takes back the open bill, never a top-up beside a paid order', async () => {
    await talk.say('topup 50rb')
    await bought()
    expect((await talk.say('batalin pesanan saya')).join()).not.toContain('dibatalkan')
    expect(talk.midtrans.bills.map(({ state }) => state)).toEqual(['pending', 'settlement'])
    await talk.say('id 3 100 instagram.com/p/C8abCdEfGh1')
    await talk.say('ya')
    expect((await talk.say('batalin pesanan saya')).join()).toContain('Oke kak, dibatalkan')
    expect(talk.midtrans.bills.map(({ state }) => state)).toEqual(['pending', 'settlement', 'cancel'])
  })
})
