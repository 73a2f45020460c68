// Questions about products in the customer's own words, without a model: what is answered is what the card then says, limits are said,
// products are compared by facts alone, times are those measured here, and the order under way goes on as it was.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { HOUR } from '../../src/lib/clock.ts'
import { acceptedSubmission } from '../../src/model/order.ts'
import { openTalk, type Talk } from '../support/talk.ts'

let talk: Talk
beforeAll(async () => {
  talk = await openTalk()
})
afterAll(() => talk.stop())

const joined = async (text: string): Promise<string> => (await talk.say(text)).join('\n\n')
/** As a new customer would begin. */
const anew = () => talk.say('/start')

describe('a price', () => {
  test('of a quantity is that of the card, whatever is asked', async () => {
    const mids = [1, 2, 5]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...mids),
        fc.integer({ min: 100, max: 19_999 }),
        async (mid, quantity) => {
          await anew()
          const told = await joined(`id ${mid} harganya berapa kalau ${quantity}?`)
          const price = /Harga [\d.]+: (Rp[\d.]+)/.exec(told)?.[1]
          expect(price).toBeDefined()
          const link = mid === 5 ? 'tiktok.com/@warungkopi' : 'instagram.com/warungkopi'
          const card = await joined(`id ${mid} ${quantity} ${link}`)
          expect(card).toContain(`Bayar  : ${price}\n`)
          await talk.say('batal')
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)

  test('below the least and above the most names what can be ordered, at its price', async () => {
    await anew()
    await talk.say('id 2')
    expect(await joined('kalo 30 berapa?')).toContain('30 masih di bawah minimal. Minimal 100: Rp4.700')
    expect(await joined('kalau 50rb berapa?')).toContain(
      '50.000 melewati batas sekali pesan. Maksimal 20.000: Rp924.000',
    )
  })

  test('above what one QRIS takes names the most that fits', async () => {
    await anew()
    await talk.say('id 7')
    const told = await joined('kalau 50rb berapa?')
    expect(told).toMatch(/paling banyak [\d.]+ \(Rp(?:9\.\d{3}\.\d{3}|10\.000\.000)\)/)
  })

  test('of a budget is what it buys, in a list too', async () => {
    await anew()
    expect(await joined('followers ig 100rb dapet berapa')).toContain('Rp100.000 dapat 5.952')
    await talk.say('id 1')
    const asked = await talk.say('@warungkopi')
    expect(asked.join()).toContain('[5.952 · Rp100.000]')
    await talk.say('batal')
  })
})

describe('in the middle of an order', () => {
  test('what is asked about is not what is ordered; its question follows', async () => {
    await anew()
    await talk.say('id 2 1000')
    const [answer, open] = await talk.say('kalau 5000 berapa?')
    expect(answer).toContain('Harga 5.000: Rp231.000\n[5.000 · Rp231.000]')
    expect(open).toBe('Kirim link profil IG-nya ya kak, buat 1.000 IG Followers Indonesia.')
    const [card] = await talk.say('@warungkopi')
    expect(card).toContain('Jumlah : 1.000\n')
    const [more, stands] = await talk.say('kalau 3000 berapa?')
    expect(more).toContain('Harga 3.000: Rp138.600')
    expect(stands).toContain('masih menunggu')
    expect((await talk.press(/^3\.000/)).join()).toContain('Jumlah : 3.000\n')
    await talk.say('batal')
  })

  test('another product on the answer can be taken by its number', async () => {
    await anew()
    await talk.say('id 2')
    await talk.say('bedanya 1 sama 2 apa')
    expect(await joined('yg 1 aja')).toContain('buat IG Followers.')
    await talk.say('batal')
  })
})

describe('facts', () => {
  test.each([
    ['minimal order id 3 berapa?', 'Minimal: 50 (Rp1.000)'],
    ['maksimal order id 3 berapa?', 'Maksimal: 50.000 sekali pesan'],
    ['id 1 ada garansinya?', 'Garansi: 30 hari (klaim lewat tombol)'],
    ['id 3 ada garansi ga?', 'Garansi: tidak ada'],
    ['id 1 bisa dripfeed?', 'Kirim bertahap (dripfeed): belum bisa'],
    ['id 1 prosesnya berapa lama?', 'belum cukup banyak untuk jadi patokan'],
  ])('%s', async (asked, told) => {
    await anew()
    expect(await joined(asked)).toContain(told)
  })

  test('the cheapest of a list is the one with the least price', async () => {
    await talk.say('followers ig')
    expect(await joined('paling murah yang mana kak?')).toMatch(/murah:\n+1 · IG Followers/)
  })

  test('two are compared for the same quantity, and none is recommended', async () => {
    await anew()
    expect((await talk.say('bandingin id 1 sama id 2 buat 2000 dong'))[0]).toBe(
      `Perbandingan untuk 2.000:

1 · IG Followers
    Rp33.600
    min 50, maks 100.000
    garansi 30 hari (klaim lewat tombol)
    waktu: belum cukup data
2 · IG Followers Indonesia
    Rp92.400
    min 100, maks 20.000
    garansi 30 hari (klaim lewat tombol)
    waktu: belum cukup data

Dari harganya, 1 lebih murah (selisih Rp58.800).

Silakan pilih ID produk (mid) yang kamu mau, contoh: 1
[1] [2]`,
    )
  })

  test('a time is said once ten orders have ended here', async () => {
    for (let i = 0; i < 10; i++) {
      await talk.say(`id 1 100 @akun.nomor${'abcdefghij'[i]}`)
      await talk.say('ya')
      await talk.event('bayar', talk.pay)
      const order = await talk.order()
      const panelId = (order && acceptedSubmission(order)?.panelId) ?? ''
      await talk.event('selesai', () => {
        talk.pass(2 * HOUR)
        talk.panel.setState(panelId, { status: 'Completed', remains: '0' })
      })
      expect((await talk.order())?.state).toBe('completed')
    }
    talk.pass(HOUR)
    await anew()
    expect(await joined('id 1 prosesnya berapa lama?')).toMatch(
      /Waktu: biasanya sekitar \d jam \(dari 10 pesanan terakhir di sini\)/,
    )
    expect(await joined('bandingin id 1 sama id 2')).toMatch(
      /biasanya sekitar \d jam \(10 pesanan\)[\s\S]*waktu: belum cukup data/,
    )
  }, 120_000)
})
