// A seller pays saldo out on a phone: called by the mark in the menu, shown the number for the asking, done or refused once; and looks
// after a customer's saldo with entries of their own.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { sealer } from '../../src/lib/seal.ts'
import { askWithdrawal } from '../../src/payments/withdrawal.ts'
import { launch, mayRun } from '../support/chromium.ts'
import { PERSON, SECRET, setUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }

describe.skipIf(!mayRun())('withdrawals on a phone', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let shop: string
  const faults: string[] = []

  beforeAll(async () => {
    at = await whole()
    shop = (await setUp(at, at.browser())).practice
    const { store } = at.app
    const now = at.clock.now()
    const name = 'Ani Lestari Kusumaningrum'
    await store.customers.ensure({
      id: 'cu_1',
      shop,
      person: 'telegram:1',
      name,
      createdAt: now,
      seenAt: now,
      v: 1,
    })
    for (let i = 1; i <= 12; i++)
      await store.wallets.credit(shop, 'cu_1', 'play', {
        cause: `r${i}`,
        amount: 10_000,
        at: now,
        note: 'late',
      })
    server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      fetch: (request, bun) => at.app.fetch(request, bun),
    })
    browser = await launch()
    const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
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
  const asked = async (cause: string, amount: number) => {
    const { store } = at.app
    const destination = { method: 'DANA', number: '081234567890', name: 'Ani Lestari' }
    const input = { shop, customer: 'cu_1', chat: '1:1', amount, destination, cause }
    const made = await askWithdrawal({ store, clock: at.clock, box: sealer(SECRET) }, input)
    if (!made.ok) throw new Error(made.reason)
    await at.app.drain()
    return made.withdrawal.id
  }
  const stored = (id: string) => at.app.store.withdrawals.get(shop, id)

  test('one that is asked for shows in the menu by itself, masked', async () => {
    expect(await byId('foot-more').getByTestId('needing').count()).toBe(0)
    await asked('a', 40_000)
    await byId('foot-more').getByTestId('needing').waitFor()
    await byId('foot-more').click()
    await byId('more-withdrawals').click()
    await byId('withdrawal').waitFor()
    const text = await byId('withdrawal').textContent()
    expect(text).toContain('DANA ••••7890 (An…)')
    expect(await page.content()).not.toContain('081234567890')
    expect(await fits()).toBe(true)
  }, 60_000)

  test('the number is shown for the asking and copied; sent once, it is over', async () => {
    const id = (await at.app.store.withdrawals.list(shop, { limit: 1 }))[0]?.id ?? ''
    await byId('withdrawal-show').click()
    await byId('destination').waitFor()
    await byId('copy-Nomor').click()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('081234567890')
    expect(await fits()).toBe(true)
    await byId('withdrawal-sent').click()
    await byId('confirm-yes').click()
    await page.getByText('Tidak ada penarikan yang menunggu.').waitFor()
    expect(await stored(id)).toMatchObject({ state: 'done' })
    await byId('tab-ended').click()
    await page.locator('[data-testid=withdrawal] [data-state=done]').waitFor()
    expect(await byId('withdrawal-sent').count()).toBe(0)
  }, 60_000)

  test('refused with a reason; without one it is not', async () => {
    const id = await asked('b', 30_000)
    await byId('tab-due').click()
    await byId('withdrawal-refuse').click()
    await byId('confirm-yes').click()
    await byId('confirm').getByRole('alert').waitFor()
    expect(await stored(id)).toMatchObject({ state: 'due' })
    await byId('confirm').locator('textarea').fill('nomor tidak dikenal')
    await byId('confirm-yes').click()
    await page.getByText('Tidak ada penarikan yang menunggu.').waitFor()
    expect(await stored(id)).toMatchObject({ state: 'rejected', reason: 'nomor tidak dikenal' })
  }, 60_000)

  test('a customer’s saldo shows its entries, older ones on demand, and takes the seller’s own', async () => {
    await page.goto(`http://localhost:${server.port}/#/customers`)
    await byId('customer-wallet').click()
    await byId('wallet-entry').first().waitFor()
    expect(await byId('wallet-entry').count()).toBe(10)
    await page.getByText('Yang lebih lama').click()
    await byId('wallet-entry').nth(12).waitFor()
    expect(await byId('wallet-entry').count()).toBe(13)
    const form = byId('adjust-form')
    await form.locator('[name=direction]').selectOption('take')
    await form.locator('[name=amount]').fill('90.000')
    await form.locator('[name=reason]').fill('salah hitung')
    await form.locator('button[type=submit]').click()
    await form.getByText('Saldo yang bebas kurang dari itu.').waitFor()
    await form.locator('[name=amount]').fill('5.000')
    await form.locator('button[type=submit]').click()
    await page.getByText('salah hitung', { exact: true }).waitFor()
    expect((await at.app.store.wallets.get(shop, 'cu_1', 'play')).balance).toBe(75_000)
    expect(await fits()).toBe(true)
    // A refused request is an error to the browser's console, and nothing else was.
    expect(faults.filter((one) => !one.includes('409'))).toEqual([])
  }, 60_000)
})
