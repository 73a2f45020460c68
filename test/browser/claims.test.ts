// A seller puts right on a phone what was read wrongly of a service, sees it as theirs, and gives it back to the row.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { launch, mayRun } from '../support/chromium.ts'
import { PERSON, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }

describe.skipIf(!mayRun())('what was read of a service', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let root: string
  const faults: string[] = []

  beforeAll(async () => {
    at = await whole()
    const seller = at.browser()
    const shop = (await setUp(at, seller)).practice
    await stockUp(at, seller, shop)
    server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      fetch: (request, bun) => at.app.fetch(request, bun),
    })
    root = `http://localhost:${server.port}`
    browser = await launch()
    page = await browser.newPage({ viewport: PHONE, locale: 'id-ID' })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${root}/`)
    await page.locator('input[type=email]').fill(PERSON.email)
    await page.locator('input[type=password]').fill(PERSON.password)
    await page.locator('button[type=submit]').click()
    await byId('shop-name').waitFor()
    await page.goto(`${root}/#/services?text=indonesia`)
    await byId('services').waitFor()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop(true)
    await at?.stop()
  })

  const byId = (id: string) => page.getByTestId(id)
  const row = () => byId('service-row').first()
  const fits = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
  const open = async () => {
    await row().getByTestId('service-edit').click()
    await byId('service-sheet').waitFor()
  }
  const field = (name: string) => byId('service-form').locator(`[name=${name}]`)
  const save = async () => {
    await byId('service-form').locator('button[type=submit]').click()
    await byId('service-sheet').waitFor({ state: 'detached' })
  }

  test('is put right once, shown as put right, and given back', async () => {
    await open()
    await byId('claims').locator('summary').click()
    expect(await field('country').locator('option').first().textContent()).toContain('Indonesia')
    expect(await fits()).toBe(true)
    await field('country').selectOption('MY')
    await field('guaranteeDays').fill('abc')
    await byId('service-form').locator('button[type=submit]').click()
    await byId('claims').locator('[role=alert]').waitFor()
    await field('guaranteeDays').fill('0')
    await save()
    const text = await row().textContent()
    expect(text).toContain('diperbaiki')
    expect(text).toContain('tanpa garansi')
    expect(text).toContain('MY')
    await open()
    expect(await field('country').inputValue()).toBe('MY')
    expect(await field('guaranteeDays').inputValue()).toBe('0')
    expect(await field('country').locator('option').first().textContent()).toContain('Indonesia')
    await field('country').selectOption('')
    await field('guaranteeDays').fill('')
    await save()
    const back = await row().textContent()
    expect(back).not.toContain('diperbaiki')
    expect(back).toContain('ID')
    expect(faults).toEqual([])
  }, 60_000)
})
