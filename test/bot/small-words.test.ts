// What is said between the questions of an order fits the moment: no second offer, no "that" for a link given long before, no proof where none
// was sent, no promise about what the accounts are.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { openBill } from './bills.ts'
import { ANI, type House, openHouse, toCard } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ builtin: true })
})
afterEach(() => house.close())

const joined = async (text: string) => (await house.say(text)).join('\n')

test('a word of assent offers products only where nothing is asked', async () => {
  expect(await joined('sip lah')).toContain('Ada yang mau dipesan?')
  await house.say('id 2')
  const said = await joined('sip lah')
  expect(said).toContain('Hehe siap kak.')
  expect(said).toContain('Kirim link profil')
  expect(said).not.toContain('Ada yang mau dipesan')
})

test('where something waits, that is named', async () => {
  await house.say('saya mau beli followers')
  expect(await joined('sip lah')).toContain('Tinggal pilih nomor produknya ya, contoh: 1')
  const { number } = await openBill(house)
  const said = await joined('sip lah')
  expect(said).toContain(`Tagihan <b>${number}</b> masih menunggu dibayar.`)
  expect(said).not.toContain('Ada yang mau dipesan')
})

test('a link that was given for another product is named', async () => {
  await toCard(house)
  expect(await joined('id 5')).toContain('instagram.com bukan link TikTok')
})

test('whether accounts are real is answered and not promised', async () => {
  await house.say('id 2')
  for (const question of ['real ga kak?', 'permanen kan?']) {
    const said = await joined(question)
    expect(said).toContain('nggak berani janji')
    expect(said).toContain('Kirim link profil')
  }
})

test('who only says to have paid has sent no proof', async () => {
  await openBill(house)
  const said = await joined('sudah bayar kak')
  expect(said).toContain('Kabar sudah bayar untuk')
  expect(said).not.toContain('Bukti')
})

test('who sends a picture has', async () => {
  await openBill(house)
  const photo = [{ file_id: 'a', file_unique_id: 'u', width: 9, height: 9 }]
  const told = await house.tell(house.api.message(ANI, { photo }), ANI.id)
  expect(told.join()).toContain('Bukti bayar untuk')
})
