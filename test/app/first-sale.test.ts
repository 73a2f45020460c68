// The whole list of a new user: first run, import, sale, chat, payment, order, done; in the practice shop, through the API's doors.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { type Browser, chatIn, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

let at: Whole
let browser: Browser
beforeEach(async () => {
  at = await whole()
  browser = at.browser()
})
afterEach(() => at.stop())

const joined = (lines: { text: string }[]) => lines.map(({ text }) => text).join('\n')
type Detail = {
  state: string
  number: string
  events: { type: string; to?: string }[]
  submissions: { outcome?: string }[]
}

test('from the first-run link to a completed order', async () => {
  const shops = await setUp(at, browser)
  const stock = await stockUp(at, browser, shops.practice)
  expect(stock.report.state).toBe('done')
  expect(stock.report.counts['new']).toBeGreaterThanOrEqual(60)
  expect(stock.report.counts['invalid']).toBeGreaterThanOrEqual(3)
  expect(stock.proposal.length).toBeGreaterThan(9)
  expect(stock.proposal.length).toBeLessThanOrEqual(30)
  expect(stock.accepted.changed).toBe(stock.proposal.length)

  const chat = chatIn(at, browser, shops.practice)
  expect(joined(await chat.say('/start'))).toContain('Toko Ani')
  const list = joined(await chat.say('saya mau beli followers'))
  expect(list).toContain('Silakan pilih ID produk (mid)')
  const mid = /<b>(\d+)<\/b> · IG Followers/.exec(list)?.[1]
  expect(joined(await chat.say(`saya pilih ID ${mid}`))).toMatch(/link|username/i)
  expect(joined(await chat.say('instagram.com/warungkopi.senja'))).toMatch(/berapa/i)
  const card = await chat.say('1000')
  expect(joined(card)).toContain('instagram.com/warungkopi.senja')
  const bill = await chat.say('ya')
  const picture = bill.find((line) => line.picture)
  expect(joined(bill)).toContain('Tagihan')
  expect(picture?.picture?.length).toBeGreaterThan(1000)
  const pay = await chat.button(/latihan/i)
  const page = await browser.send('GET', `/${pay.found.url}`)
  expect(page.status).toBe(200)
  const paid = await browser.send('POST', `/${pay.found.url}`)
  expect(paid.status).toBe(303)
  await at.app.drain()
  expect(joined(await chat.lines())).toContain('sedang diproses')
  for (let i = 0; i < 12; i++) {
    at.clock.advance(30_000)
    await at.app.drain()
  }
  expect(joined(await chat.lines())).toContain('🎉')

  const { rows } = await browser.get<{ rows: { id: string; state: string }[] }>(
    `/shops/${shops.practice}/orders`,
  )
  expect(rows.map(({ state }) => state)).toEqual(['completed'])
  const detail = await browser.get<Detail>(`/shops/${shops.practice}/orders/${rows[0]?.id}`)
  expect(detail.events.flatMap(({ to }) => to ?? [])).toEqual([
    'quoted',
    'billing',
    'awaitingPayment',
    'paid',
    'submitting',
    'submitted',
    'completed',
  ])
  expect(detail.submissions.map(({ outcome }) => outcome)).toEqual(['accepted'])
  expect(at.logged).toEqual([])
})
