// What a new user does, in a browser of a telephone's size, against the shop as a process, under a base path.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { launch, mayRun } from '../support/chromium.ts'
import { type Running, scratch, serve } from '../support/process.ts'

const PHONE = { width: 390, height: 844 }
const PATIENCE = 20_000

const byId = (page: Page, id: string) => page.getByTestId(id)

describe.skipIf(!mayRun())('a new user', () => {
  const place = scratch()
  let shop: Running
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    shop = await serve(place.folder, { BASE_PATH: '/toko' })
    browser = await launch()
    page = await browser.newPage({ viewport: PHONE, locale: 'id-ID' })
    page.setDefaultTimeout(PATIENCE)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await shop?.stop()
    place.remove()
  })

  const bot = () => page.locator('[data-testid=chat-message][data-from=bot]')
  const say = async (text: string) => {
    const before = await bot().count()
    await byId(page, 'chat-input').fill(text)
    await byId(page, 'chat-send').click()
    await bot().nth(before).waitFor()
    return (await bot().last().textContent()) ?? ''
  }
  const fits = async () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

  test('sets up by the link that was printed', async () => {
    expect(shop.link).toStartWith(`${shop.url}#/setup?token=`)
    await page.goto(shop.link ?? '')
    const form = byId(page, 'setup-form')
    await form.locator('input[type=email]').fill('ani@toko.example')
    await form.locator('input[type=password]').fill('kopi-senja-dan-hujan')
    await form.locator('input:not([type=email]):not([type=password])').first().fill('Toko Ani')
    await form.locator('button[type=submit]').click()
    await byId(page, 'shop-name').waitFor()
    expect(await byId(page, 'shop-name').textContent()).toBe('Toko Ani')
    expect(page.url()).not.toContain('token')
  }, 60_000)

  test('imports the practice panel', async () => {
    await page.goto(`${shop.url}#/import`)
    await byId(page, 'import-start').click()
    await page.locator('[data-testid=import][data-state=planned]').waitFor()
    expect(Number(await byId(page, 'count-new').textContent())).toBeGreaterThanOrEqual(60)
    expect(Number(await byId(page, 'count-invalid').textContent())).toBeGreaterThan(0)
    await byId(page, 'import-apply').click()
    await page.locator('[data-testid=import][data-state=done]').waitFor()
    expect(await fits()).toBe(true)
  }, 60_000)

  test('chooses what is sold', async () => {
    await byId(page, 'import-choose').click()
    // The example is of this margin, and the button beneath it takes it.
    expect(await byId(page, 'margin-form').locator('input').first().inputValue()).toBe('25')
    await byId(page, 'margin-form').locator('input').first().fill('30')
    await byId(page, 'margin-form').locator('button[type=submit]').click()
    await byId(page, 'proposal').waitFor()
    expect(await fits()).toBe(true)
    await byId(page, 'accept').click()
    await byId(page, 'sale-done').waitFor()
  }, 60_000)

  test('buys in the chat preview and pays', async () => {
    await page.goto(`${shop.url}#/preview`)
    await say('/start')
    const list = await say('saya mau beli followers ig')
    expect(list).toContain('Silakan pilih ID produk (mid)')
    await say(`saya pilih ID ${/(\d+) · IG Followers/.exec(list)?.[1]}`)
    await say('instagram.com/warungkopi.senja')
    expect(await say('1000')).toContain('instagram.com/warungkopi.senja')
    await say('ya')
    await page.locator('[data-testid=chat-message] img').first().waitFor()
    const opened = page.context().waitForEvent('page')
    await byId(page, 'chat-button')
      .filter({ hasText: /latihan/i })
      .first()
      .click()
    const bank = await opened
    await bank.getByRole('button', { name: /bayar/i }).click()
    await bank
      .getByText(/lunas|dibayar/i)
      .first()
      .waitFor()
    await bank.close()
    await page.getByText('sedang diproses').first().waitFor()
    expect(await fits()).toBe(true)
  }, 90_000)

  test('finds the order with its history', async () => {
    await page.goto(`${shop.url}#/orders`)
    await byId(page, 'order-row').first().click()
    await byId(page, 'timeline').waitFor()
    expect(await byId(page, 'event').count()).toBeGreaterThanOrEqual(5)
    expect(await fits()).toBe(true)
  }, 60_000)

  test('no page had a fault of its own', () => {
    expect(faults).toEqual([])
  })
})
