// The chat preview is the same bot through a transport of our own: what is typed in the browser takes the same way.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { previewChat } from '../../src/bot/preview.ts'
import { type House, LINK, openHouse, until } from './house.ts'
import { services } from './stall.ts'

let house: House
beforeEach(async () => {
  const rows = services().map((service) => ({ ...service, id: `sv_p${service.mid}`, shop: 's_practice' }))
  house = await openHouse({ phase: 'practice', rows })
  await house.store.services.putLot('s_practice', rows)
})
afterEach(() => house.close())

const CHAT = previewChat('s_practice', 'a_1')
const say = (text: string) => house.preview({ text })
const press = async (label: RegExp, account = 'a_1') => {
  const lines = await house.store.messages.list('s_practice', CHAT, { limit: 100 })
  const line = lines.findLast(({ buttons }) => buttons?.flat().some((one) => label.test(one.label)))
  const payload = line?.buttons?.flat().find((one) => label.test(one.label))?.payload ?? ''
  return house.preview({ press: { messageId: line?.id ?? 0, payload } }, account)
}

test('from /start to the yes, and nothing leaves the house', async () => {
  expect((await say('/start')).map(({ from }) => from)).toEqual(['customer', 'bot', 'bot'])
  await say('saya mau beli followers')
  const chosen = await press(/^2$/)
  expect(chosen[0]).toMatchObject({ from: 'customer', text: '2' })
  await say(LINK)
  const card = await say('1000')
  expect(card.at(-1)?.text).toContain('Cek dulu')
  expect((await press(/Bayar/)).at(-1)?.text).toContain('QRIS')
  expect(await house.store.orders.list('s_practice', { limit: 9 })).toMatchObject([
    { state: 'billing', chat: CHAT },
  ])
  expect(house.api.calls).toEqual([])
})

test('each account looks at a chat of its own; a message of another chat cannot be pressed', async () => {
  await say('saya mau beli followers')
  expect(await press(/^2$/, 'a_2')).toEqual([])
  expect(previewChat('s_practice', 'a_2')).not.toBe(CHAT)
})

test('a password is blanked in the transcript, and no message of the bot is deleted in its place', async () => {
  for (let i = 0; i < 6; i++) await say('/bantuan')
  const lines = await say('password saya: Kucing#99')
  expect(lines.map(({ text }) => text).join()).not.toContain('Kucing#99')
  expect(lines.at(-1)?.text).toContain('🔒')
  const all = await house.store.messages.list('s_practice', CHAT, { limit: 100 })
  expect(all.filter(({ deleted }) => deleted)).toEqual([])
})

test('a photo is answered', async () => {
  expect((await house.preview({ photo: true })).at(-1)?.text).toContain('tagihan')
})

test('a slow turn says a word in the browser, too', async () => {
  let think = () => {}
  house.hooks.thinking = () =>
    new Promise<void>((resolve) => {
      think = resolve
    })
  const before = house.now.asked.length
  const said = say('saya mau beli followers')
  await until(() => house.now.asked.length > before)
  await house.now.pass()
  await until(() => house.now.asked.length > 0)
  await house.now.pass()
  await until(async () => {
    const all = await house.store.messages.list('s_practice', CHAT, { limit: 100 })
    return all.some(({ text }) => text.includes('Sebentar'))
  })
  think()
  const texts = (await said).map(({ text }) => text)
  expect(texts[0]).toBe('saya mau beli followers')
  expect(texts[1]).toBe('Sebentar ya kak…')
  expect(texts[2]).toContain('IG Followers A')
})
