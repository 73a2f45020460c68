// The AI's limits and what it was asked today, on a phone: a seller sets them and takes one away; the admin tells prices and sees the cost.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { launch, mayRun } from '../support/chromium.ts'
import { PERSON, setUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }
const TODAY = '2026-11-24'

describe.skipIf(!mayRun())('the AI on a phone', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let live: string
  const faults: string[] = []
  const byId = (id: string) => page.getByTestId(id)
  const go = (to: string) => page.goto(`http://localhost:${server.port}/#/${to}`)
  const fits = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
  const settings = async () => (await at.app.store.shops.get(live))?.settings

  beforeAll(async () => {
    at = await whole({ env: { OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' } })
    live = (await setUp(at, at.browser())).live
    await at.app.store.usage.change({ shop: live, day: TODAY }, (used) => ({
      ...used,
      calls: 143,
      faults: 3,
      tokensIn: 300_000,
      tokensOut: 20_000,
      micro: 2_320_000_000,
    }))
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
    await page.addInitScript("localStorage.setItem('lapak.mode', 'live')")
    await go('')
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

  const limit = (name: string) => page.locator(`input[name=${name}]`)
  const save = async (form: string) => {
    const done = page.waitForResponse((response) => response.request().method() === 'PUT')
    await byId(form).locator('button[type=submit]').click()
    expect((await done).status()).toBe(200)
  }

  test('a seller sees what was used, sets limits, and takes one away', async () => {
    await go('settings?part=ai')
    await byId('ai-today').waitFor()
    const told = await byId('ai-today').textContent()
    for (const word of ['AI siap', '143', '3 tanpa jawaban', '320.000 dari 2.000.000', 'Rp2.320'])
      expect(told).toContain(word)
    await limit('aiDayTokens').fill('50.000')
    await limit('aiChatCalls').fill('5')
    await save('ai-form')
    expect(await settings()).toMatchObject({ aiDayTokens: 50_000, aiChatCalls: 5 })
    await page.getByText('Jatah hari ini habis').waitFor()
    await limit('aiDayTokens').fill('')
    await save('ai-form')
    expect(await settings()).not.toHaveProperty('aiDayTokens')
    expect(await settings()).toMatchObject({ aiChatCalls: 5 })
    await limit('aiDayRupiah').fill('banyak')
    await byId('ai-form').locator('button[type=submit]').click()
    await page.getByRole('alert').first().waitFor()
    expect(await fits()).toBe(true)
  }, 60_000)

  test('the admin tells what a million tokens cost, both or neither', async () => {
    await go('admin?part=model')
    await byId('model-usage').waitFor()
    expect(await byId('model-usage').textContent()).toContain('143 pertanyaan, 320.000 token · Rp2.320')
    await limit('in').fill('6.500')
    await byId('model-prices').locator('button[type=submit]').click()
    await page.getByRole('alert').first().waitFor()
    await limit('out').fill('26000')
    await save('model-prices')
    expect((await at.app.store.platform.get()).modelPrices).toEqual({ in: 6500, out: 26_000 })
    expect(await fits()).toBe(true)
    expect(faults).toEqual([])
  }, 60_000)
})
