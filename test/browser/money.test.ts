// The admin pays a shop what its customers paid into the platform's account, on a phone: asked once more above what is owed; seen on
// the seller's page and in the audit. And a shop that was put back from a copy says so above every page until it is opened.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { markRestored } from '../../src/reports/restored.ts'
import { sold } from '../reports/goods.ts'
import { launch, mayRun } from '../support/chromium.ts'
import { PERSON, setUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }

describe.skipIf(!mayRun())('money on a phone', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let live: string
  const faults: string[] = []
  const byId = (id: string) => page.getByTestId(id)
  const go = (to: string) => page.goto(`http://localhost:${server.port}/#/${to}`)
  const signIn = async () => {
    await page.locator('input[type=email]').fill(PERSON.email)
    await page.locator('input[type=password]').fill(PERSON.password)
    await page.locator('button[type=submit]').click()
    await byId('shop-name').waitFor()
  }
  const fits = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

  beforeAll(async () => {
    at = await whole()
    live = (await setUp(at, at.browser())).live
    const sale = { at: at.clock.now(), shop: live, bill: { platform: true, fee: '0.7' } }
    await sold(at.app.store, { ...sale, price: 100_000, state: 'completed' })
    await sold(at.app.store, { ...sale, price: 50_000, state: 'held' })
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
    await signIn()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop(true)
    await at?.stop()
  })

  const payOut = async (amount: string, proof: string) => {
    await page.locator('input[name=amount]').fill(amount)
    await page.locator('input[name=day]').fill('2026-11-24')
    await page.locator('input[name=proof]').fill(proof)
    await byId('payout-form').locator('button[type=submit]').click()
  }

  test('a payout is recorded; one above what is owed only when it is meant so', async () => {
    await go('admin?part=owed')
    await byId('owed-row').locator('button').click()
    await byId('owed-shop').waitFor()
    expect(await byId('owed-owed').textContent()).toBe('Rp148.950')
    await payOut('100.000', 'BCA 77')
    await byId('payouts').getByText('BCA 77').waitFor()
    expect(await byId('owed-owed').textContent()).toBe('Rp48.950')
    await payOut('60.000', 'BCA 78')
    await page.getByRole('dialog').getByText('Rp48.950').waitFor()
    expect(await at.app.store.payouts.list(live)).toHaveLength(1)
    await page.getByRole('dialog').locator('button').last().click()
    await byId('payouts').getByText('BCA 78').waitFor()
    expect(await byId('owed-owed').textContent()).toBe('−Rp11.050')
    expect(await fits()).toBe(true)
  }, 60_000)

  test('the seller sees the same account beside the figures', async () => {
    await go('money')
    await byId('figures').waitFor()
    expect(await byId('figures').textContent()).toContain('Rp150.000')
    await byId('owed').waitFor()
    expect(await byId('owed-owed').textContent()).toBe('−Rp11.050')
    expect(await byId('payout-form').count()).toBe(0)
    expect(await fits()).toBe(true)
  }, 60_000)

  test('both are in the audit, with their proof, and are found by it', async () => {
    await go('audit')
    const lines = byId('audit-line')
    await lines.first().waitFor()
    expect(await lines.count()).toBe(2)
    await byId('search').fill('BCA 78')
    await lines.nth(1).waitFor({ state: 'detached' })
    expect(await lines.textContent()).toContain(PERSON.email)
    expect(await fits()).toBe(true)
  }, 60_000)

  test('after a copy was put back a note stands above every page, until the shop is opened', async () => {
    expect(await byId('restored').count()).toBe(0)
    await at.app.store.shops.change(live, (shop) => ({
      ...shop,
      manualQris: { qr: 'x', merchantName: 'Toko', on: true, at: 0, by: 'x' },
    }))
    at.clock.advance(1000)
    await markRestored({ store: at.app.store, clock: at.clock })
    await page.reload()
    await signIn()
    await byId('restored').waitFor()
    expect(await byId('restored').textContent()).toContain('1 pesanan')
    await go('settings?part=open')
    await byId('shop-open-restored').click()
    await page.getByRole('dialog').locator('button').last().click()
    await byId('restored').waitFor({ state: 'detached' })
    expect((await at.app.store.shops.get(live))?.restored).toBeUndefined()
    expect(faults).toEqual([])
  }, 60_000)
})
