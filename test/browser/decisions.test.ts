// A seller settles on a phone what only they can settle: called by the mark in the menu, told what happened, asked once more, and
// refused in words where the panel says otherwise. The page lives by the server's hints alone.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { MINUTE } from '../../src/lib/clock.ts'
import { launch, mayRun } from '../support/chromium.ts'
import { chatIn, PERSON, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }

describe.skipIf(!mayRun())('a decision on a phone', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let shop: string
  const api = () => seller
  let seller: ReturnType<Whole['browser']>
  const faults: string[] = []

  beforeAll(async () => {
    at = await whole()
    seller = at.browser()
    shop = (await setUp(at, seller)).practice
    await stockUp(at, seller, shop)
    server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      fetch: (request, bun) => at.app.fetch(request, bun),
    })
    browser = await launch()
    page = await browser.newPage({ viewport: PHONE, locale: 'id-ID' })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`http://localhost:${server.port}/`)
    await page.locator('input[type=email]').fill(PERSON.email)
    await page.locator('input[type=password]').fill(PERSON.password)
    await page.locator('button[type=submit]').click()
    await byId('shop-name').waitFor()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop(true)
    await at?.stop()
  })

  const byId = (id: string) => page.getByTestId(id)
  const fits = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

  /** Bought and paid in the chat of another window. */
  const bought = async (target: string) => {
    const chat = chatIn(at, api(), shop)
    await chat.say('/start')
    const list = (await chat.say('saya mau beli followers ig')).map(({ text }) => text).join('\n')
    await chat.say(`saya pilih ID ${/<b>(\d+)<\/b> · IG Followers/.exec(list)?.[1]}`)
    await chat.say(`instagram.com/${target}`)
    await chat.say('1000')
    await chat.say('ya')
    const pay = await chat.button(/latihan/i)
    await api().send('POST', `/${pay.found.url}`)
    await at.app.drain()
  }

  test('the mark appears by itself when the panel does not answer', async () => {
    expect(await byId('needing').count()).toBe(0)
    await bought('habis.waktu')
    await byId('foot-decisions').getByTestId('needing').waitFor()
    await byId('foot-decisions').click()
    const card = byId('decision')
    await card.waitFor()
    expect(await card.count()).toBe(1)
    expect(await card.textContent()).toContain('instagram.com/habis.waktu')
    expect(await byId('doubt').getAttribute('data-hint')).toBe('probablyNotTaken')
    expect(await fits()).toBe(true)
  }, 60_000)

  test('an id that the panel does not know is refused at its field, and nothing has moved', async () => {
    at.clock.advance(2 * MINUTE)
    await byId('action-taken').click()
    const form = byId('act-form')
    await form.locator('button[type=submit]').click()
    await form.getByText('Wajib diisi').waitFor()
    await form.locator('input[name=panelId]').fill('999999')
    await form.locator('button[type=submit]').click()
    await form.getByText('Panel tidak mengenal ID pesanan ini.').waitFor()
    expect(await fits()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await byId('decision').count()).toBe(1)
  }, 60_000)

  test('the money goes back after one more yes, and the mark goes', async () => {
    await byId('action-notTakenGiveBack').click()
    expect(await byId('act').textContent()).toContain('Rp')
    await byId('act-form').locator('button[type=submit]').click()
    await byId('decision').waitFor({ state: 'detached' })
    await byId('needing').first().waitFor({ state: 'detached' })
    await at.app.drain()
    const [customer] = await api().get<{ saldo: number }[]>(`/shops/${shop}/customers`)
    expect(customer?.saldo).toBeGreaterThan(0)
  }, 60_000)

  test('no page had a fault of its own', () => expect(faults).toEqual([]))
})
