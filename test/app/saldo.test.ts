// Saldo from the first top-up to the last transfer, in the practice shop, through the preview's and the API's doors; and what of a bank
// account is left in the database afterwards.
import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealer } from '../../src/lib/seal.ts'
import { payWithdrawal } from '../../src/payments/withdrawal-end.ts'
import { visible } from '../../src/text/html.ts'
import {
  type Browser,
  chatIn,
  type Line,
  SECRET,
  setUp,
  stockUp,
  type Whole,
  whole,
} from '../support/whole.ts'

let folder: string
let at: Whole
let browser: Browser
let shop: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-'))
  at = await whole({ env: { DATABASE_URL: `sqlite:${join(folder, 'lapak.db')}` } })
  browser = at.browser()
  shop = (await setUp(at, browser)).practice
  await stockUp(at, browser, shop)
})
afterEach(async () => {
  await at.stop()
  rmSync(folder, { recursive: true, force: true })
})

const NUMBER = '081234567890'
const joined = (lines: Line[]) => lines.map(({ text }) => visible(text)).join('\n')

type Chat = ReturnType<typeof chatIn>

/** Pays the open bill on the practice page; answers what the chat then says. */
const pay = async (chat: Chat): Promise<string> => {
  const { found } = await chat.button(/latihan/i)
  const before = (await chat.lines()).at(-1)?.id ?? 0
  await browser.send('POST', `/${found.url}`)
  await at.app.drain()
  return joined((await chat.lines()).filter(({ id }) => id > before))
}

/** Half an hour of the panel's work. */
const wait = async (chat: Chat): Promise<string> => {
  const before = (await chat.lines()).at(-1)?.id ?? 0
  for (let i = 0; i < 30; i++) {
    at.clock.advance(60_000)
    await at.app.drain()
  }
  return joined((await chat.lines()).filter(({ id }) => id > before))
}

const withdrawals = () => at.app.store.withdrawals.list(shop, { limit: 9 })

/** Every text of every table. */
const everyWord = (): string => {
  const db = new Database(join(folder, 'lapak.db'), { readonly: true })
  const tables = db
    .query<{ name: string }, []>(
      "select name from sqlite_master where type = 'table' and name not like '%fts%'",
    )
    .all()
  const all = tables.map(({ name }) => JSON.stringify(db.query(`select * from "${name}"`).all()))
  db.close()
  return all.join('\n')
}

test('topped up, spent, partly given back, asked for, transferred', async () => {
  const chat = chatIn(at, browser, shop)
  await chat.say('/start')
  expect(joined(await chat.say('mau isi saldo 100rb'))).toContain('Isi saldo Rp100.000')
  expect(await pay(chat)).toContain('Saldo bertambah Rp100.000. Saldo kamu sekarang Rp100.000.')
  expect(joined(await chat.say('/tarik'))).toContain('berasal dari isi saldo')

  const list = joined(await chat.say('mau followers ig indonesia'))
  const mid = /^(\d+) · IG Followers Indonesia/m.exec(list)?.[1]
  await chat.say(`id ${mid}`)
  await chat.say('instagram.com/sebagian.senja')
  const card = joined(await chat.say('2000'))
  expect(card).toContain('Bayar  : Rp0')
  const price = Number(/= Rp([\d.]+)/.exec(card)?.[1]?.replace(/\./g, ''))
  expect(joined(await chat.say('ya'))).toContain('bayar pakai saldo')
  const ended = await wait(chat)
  expect(ended).toContain('sudah kembali ke saldo kamu')
  const back = Number(/jadi Rp([\d.]+) sudah/.exec(ended)?.[1]?.replace(/\./g, ''))
  expect(back).toBeGreaterThan(0)
  expect(back).toBeLessThan(price)

  expect(joined(await chat.press(/Minta ke e-wallet/))).toContain('dikirim ke mana')
  expect(joined(await chat.say(`gopay ${NUMBER} a.n. Siti Aminah`))).toContain('GoPay ••••7890')
  expect(joined(await chat.press(/Ya, tarik/))).toContain('sudah dicatat')
  const [made] = await withdrawals()
  expect(made).toMatchObject({ amount: back, state: 'due', money: 'play' })
  const wallet = await at.app.store.wallets.get(shop, made?.customer ?? '', 'play')
  expect(wallet.balance).toBe(100_000 - price + back)
  expect(Object.values(wallet.holds)).toEqual([back])
  // Topped-up money was spent first: nothing else can be taken out.
  expect(joined(await chat.say('/tarik'))).toMatch(/berasal dari isi saldo|sedang ditahan/)

  const before = (await chat.lines()).at(-1)?.id ?? 0
  const { store } = at.app
  const deps = { store, clock: at.clock, box: sealer(SECRET) }
  const paid = await payWithdrawal(deps, { shop, id: made?.id ?? '', by: 'seller:a_1' })
  expect(paid.ok).toBe(true)
  await at.app.drain()
  expect(joined((await chat.lines()).filter(({ id }) => id > before))).toContain('sudah ditransfer penjual')
  const after = joined(await chat.say('/saldo'))
  expect(after).toContain(`Saldo kamu: Rp${(100_000 - price).toLocaleString('id-ID')}`)
  expect(after).toContain('· ditarik')
  expect(at.logged).toEqual([])
})

test('the number of an account is in no table in words, from the first message to the last', async () => {
  const chat = chatIn(at, browser, shop)
  await chat.say('/start')
  await chat.say('isi saldo 50rb')
  await pay(chat)
  await browser.put(`/shops/${shop}/settings`, { topupsOut: true })
  await chat.say(`tarik 20rb ke dana ${NUMBER} a.n. Siti`)
  await chat.say('batal')
  await chat.say('/tarik 20000')
  await chat.say('dana')
  await chat.say('0812 3456 7890')
  await chat.say('Siti Aminah')
  await chat.say('ya')
  await chat.say(`dana ${NUMBER} udah bener kan?`)
  expect(await withdrawals()).toHaveLength(1)
  const kept = everyWord()
  expect(kept).toContain('••••7890')
  expect(kept.replace(/[\s-]/g, '')).not.toContain(NUMBER)
  expect(at.logged.join()).not.toContain(NUMBER)
})
