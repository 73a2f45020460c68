// A customer of nineteen in twenty turns and more: the wrong link, a picture, too little, another mind after the bill, "udah masuk belum",
// a delivery that stops half-way, saldo, money back, and a person at last. `bun test/support/twenty-turns.ts` prints it.
import { MINUTE } from '../../src/lib/clock.ts'
import type { FakeOrder } from './fake-panel.ts'
import { openTalk, type Talk } from './talk.ts'

const atPanel = (talk: Talk, patch: Partial<FakeOrder>): void =>
  talk.panel.setState(talk.panel.orders[0]?.id ?? '', patch)

const choosing = async ({ say, photo }: Talk): Promise<void> => {
  await say('/start')
  await say('bang mau nambah foll ig 1rb yg murah aja')
  await say('bedanya 1 sama 2 apa kak')
  await say('yg 1 aja')
  await say('https://www.instagram.com/reel/C8abCdEfGh1/?igsh=xyz')
  await photo()
  await say('@warungkopi.senja')
  await say('ubah jumlah jadi 20')
  await say('yaudah 2000 deh')
  await say('aman ga nih kak? akun gw ga kena banned kan')
}

const paying = async (talk: Talk): Promise<void> => {
  await talk.say('gas')
  await talk.say('eh salah, ganti jadi 3000 aja')
  await talk.say('oke lanjut')
  await talk.say('qr nya mana ya ilang')
  talk.pass(4 * MINUTE)
  await talk.say('udah masuk belum')
  await talk.event('Rina membayar, Midtrans memberi tahu', talk.pay)
}

const delivered = async (talk: Talk): Promise<void> => {
  talk.pass(10 * MINUTE)
  await talk.event('di server: jalan dari 1.204, sisa 2.100', () =>
    atPanel(talk, { status: 'In progress', start_count: '1204', remains: '2100' }),
  )
  await talk.say('udah nyampe berapa kak')
  await talk.event('di server: berhenti, sisa 1.500', () => {
    atPanel(talk, { status: 'Partial', remains: '1500' })
    talk.pass(10 * MINUTE)
  })
}

const moneyBack = async ({ say }: Talk): Promise<void> => {
  await say('saldo gw berapa sekarang')
  await say('mau dicairin aja semuanya')
  await say('dana 081234567890 an rina amelia')
  await say('ya')
  await say('admin mana')
}

export const twentyTurns = async (talk: Talk): Promise<string> => {
  await choosing(talk)
  await paying(talk)
  await delivered(talk)
  await moneyBack(talk)
  return talk.lines.join('\n').trim()
}

if (import.meta.main) {
  const talk = await openTalk()
  console.log(await twentyTurns(talk))
  await talk.stop()
  process.exit(0)
}
