// What the reader hears nothing in may still stand in the seller's documents: then it is quoted, and the order under way goes on. What stands
// nowhere is said not to be understood, as before.
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openTalk, type Talk } from '../support/talk.ts'

let talk: Talk
beforeAll(async () => {
  talk = await openTalk()
  const { browser, path } = talk
  await browser.put(path('/knowledge'), {
    title: 'Kuitansi',
    text: 'Kuitansi dikirim lewat email dalam 2 hari kerja setelah diminta.',
  })
})
afterAll(() => talk.stop())

const joined = async (text: string): Promise<string> => (await talk.say(text)).join('\n\n')

test('is quoted, also in the middle of an order', async () => {
  expect(await joined('minta kuitansi dong')).toContain('Kuitansi dikirim lewat email')
  await talk.say('id 2')
  const told = await joined('boleh minta kuitansi dong')
  expect(told).toContain('Kuitansi dikirim lewat email')
  expect(told).toContain('Kirim link profil')
  expect(told).not.toContain('belum paham')
})

test('is not understood where nothing is written of it, and a word alone is no question', async () => {
  expect(await joined('minta zebra dong')).toContain('belum paham')
  expect(await joined('kuitansi')).not.toContain('Kuitansi dikirim')
})
