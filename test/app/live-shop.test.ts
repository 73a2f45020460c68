// The live shop as a process on a laptop: a real driver to a panel, Midtrans and Telegram, each played on loopback; long polling, no
// public address. What is money and what is play. What a killed process leaves behind is in `killed.test.ts`.
import { afterEach, describe, expect, test } from 'bun:test'
import { openShopProcess, type ShopProcess, until } from '../support/shop-process.ts'

const LINK = 'https://instagram.com/warungkopi.senja'
const ANI = { id: 71, name: 'Ani' }

let at: ShopProcess
afterEach(() => at.close())

/** No notice reaches a laptop: the customer asks. */
const pay = async (id: string) => {
  expect(await at.midtrans.pay(`${id}-1`)).toBe('paid')
  at.telegram.press(ANI, /Cek pembayaran/)
}

describe('a live shop on a laptop', () => {
  test('sells for money: asked for at Midtrans, ordered once at the panel, told to the customer', async () => {
    at = await openShopProcess('production')
    const id = await at.order(ANI, 'warungkopi.senja')
    expect(at.panel.orders).toEqual([])
    expect((await at.look(id)).money).toBe('real')
    await pay(id)
    await at.inState(id, 'submitted')
    await until('the news', () => at.telegram.texts(ANI.id).some((text) => /sedang diproses/.test(text)))
    expect(at.panel.orders.map(({ service, link, quantity }) => [service, link, quantity])).toEqual([
      ['11', LINK, '1000'],
    ])
    const said = at.telegram.texts(ANI.id).join('\n')
    expect(said).not.toContain('23501')
    expect(said).not.toContain('127.0.0.1')
  }, 90_000)

  test('testing: a stranger can not order; a bound account pays play money, which waits for "send for real"', async () => {
    at = await openShopProcess('sandbox')
    await at.say({ id: 72, name: 'Budi' }, 'saya mau beli followers ig', /diuji|coba|testing/i)
    expect(at.midtrans.bills).toEqual([])
    const { link } = await at.browser().post<{ link: string }>(at.path('/bot/bind'))
    await at.say(ANI, `/start ${new URL(link).searchParams.get('start')}`, /./)
    const id = await at.order(ANI, 'warungkopi.senja')
    await pay(id)
    const waiting = await at.inState(id, 'waiting')
    expect([waiting.why, waiting.money]).toEqual(['play', 'play'])
    await Bun.sleep(1500)
    expect(at.panel.orders).toEqual([])
    await at.act(id, { action: 'sendForReal' })
    await at.inState(id, 'submitted')
    expect(at.panel.addsOf(LINK)).toBe(1)
  }, 90_000)
})
