// A customer asks for a person in the preview; the seller answers on a phone: called by the mark, words that arrive once, back to the bot,
// a complaint ended by one tap; and the hours that every promise uses.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { launch, mayRun } from '../support/chromium.ts'
import { chatIn, PERSON, setUp, stockUp, type Whole, whole } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1280, height: 800 }
/** Where pictures go, when asked for. */
const SHOTS = process.env['SCREENSHOTS']

describe.skipIf(!mayRun())('chats', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let shop: string
  let chat: ReturnType<typeof chatIn>
  const faults: string[] = []
  const byId = (id: string) => page.getByTestId(id)
  const shot = async (name: string) => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }
  const wide = async () => {
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(over).toBeLessThanOrEqual(0)
  }

  beforeAll(async () => {
    at = await whole()
    const seller = at.browser()
    shop = (await setUp(at, seller)).practice
    await stockUp(at, seller, shop)
    chat = chatIn(at, seller, shop)
    server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      fetch: (request, bun) => at.app.fetch(request, bun),
    })
    browser = await launch()
    const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID' })
    page = await context.newPage()
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
    server?.stop(true)
    await at?.stop()
  })

  test('the call is marked in the menu and stands first in the list', async () => {
    const told = await chat.say('panggil admin dong kak')
    expect(told.map(({ text }) => text).join()).toMatch(/T-0001.*[\s\S]*Admin balas jam/)
    await page.goto(`http://localhost:${server.port}/#/more`)
    await byId('more-chats').getByTestId('needing').waitFor()
    await byId('more-chats').click()
    await byId('chat-row').first().waitFor()
    expect(await byId('chat-row').first().textContent()).toContain('menunggu admin')
    await wide()
    await shot('chats-phone')
  })

  test('words arrive once, as the shop’s, while the bot is silent', async () => {
    await byId('chat-row').first().click()
    await byId('transcript').waitFor()
    await byId('reply').fill('Halo kak, ada yang bisa dibantu?')
    await byId('reply-send').dblclick()
    await at.app.drain()
    await page.locator('[data-testid=line][data-from=seller]').waitFor()
    await wide()
    await shot('chat-phone')
    const lines = await chat.lines()
    expect(lines.filter(({ text }) => text.includes('Halo kak, ada'))).toEqual([
      expect.objectContaining({ from: 'seller' }),
    ])
    expect(await chat.say('saya mau beli followers ig')).toEqual([])
    await page.locator('[data-testid=line]', { hasText: 'saya mau beli followers ig' }).waitFor()
  })

  test('back to the bot, which says so and sells again', async () => {
    await byId('hand-back').click()
    await byId('hand-back').waitFor({ state: 'detached' })
    await at.app.drain()
    await page.locator('[data-testid=line]', { hasText: 'kembali' }).first().waitFor()
    expect((await chat.say('saya mau beli followers ig')).length).toBeGreaterThan(0)
  })

  test('a complaint stands on the first page and is ended by words, never without', async () => {
    await chat.say('/batal')
    const told = await chat.say('saya kecewa banget, pelayanannya parah, mau komplain')
    const number = /T-\d{4}/.exec(told.map(({ text }) => text).join())?.[0]
    expect(number).toBeDefined()
    await page.goto(`http://localhost:${server.port}/#/`)
    const item = page.locator(`[data-number="${number}"]`)
    await item.waitFor()
    await shot('items-phone')
    await item.getByTestId('item-own').click()
    await page.locator('dialog textarea, dialog input').first().fill('Sudah kami cek ya kak')
    await page.locator('dialog button[type=submit]').click()
    await item.waitFor({ state: 'detached' })
    await at.app.drain()
    expect((await chat.lines()).at(-1)).toMatchObject({
      from: 'seller',
      text: expect.stringContaining('Sudah kami cek'),
    })
  })

  test('the hours are set, refused when they are none, and used', async () => {
    await page.goto(`http://localhost:${server.port}/#/settings?part=hours`)
    await byId('hours-form').waitFor()
    await wide()
    await shot('hours-phone')
    await page.locator('input[name=from0]').fill('22:00')
    await byId('hours-form').locator('button[type=submit]').click()
    await page.getByRole('alert').first().waitFor()
    for (let day = 0; day < 7; day++) {
      await page.locator(`input[name=from${day}]`).fill('0')
      await page.locator(`input[name=to${day}]`).fill('24.00')
    }
    await byId('hours-form').locator('button[type=submit]').click()
    await page.getByText('Tersimpan').first().waitFor()
    const told = await chat.say('panggil admin dong kak')
    expect(told.map(({ text }) => text).join()).toContain('Admin balas 24 jam')
  })

  test('who sells has customers’ chats at the foot of the phone, who practises the chat to try', async () => {
    expect(await byId('foot-chats').count()).toBe(0)
    expect(await byId('foot-preview').isVisible()).toBe(true)
    await byId('mode-live').click()
    await byId('foot-chats').click()
    await page.waitForURL('**/#/chats')
    expect(await byId('foot-chats').getAttribute('aria-current')).toBe('page')
    await shot('live-foot')
    await wide()
    await byId('mode-practice').click()
    await byId('foot-preview').waitFor()
  })

  test('on a laptop the list stands beside the chat', async () => {
    await page.setViewportSize(LAPTOP)
    await page.goto(`http://localhost:${server.port}/#/chats`)
    await byId('chat-row').first().click()
    await byId('transcript').waitFor()
    expect(await byId('chat-row').first().isVisible()).toBe(true)
    await wide()
    await shot('chats-laptop')
    expect(faults).toEqual([])
  })
})
