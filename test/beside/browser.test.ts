// The seller of a shop beside a site, in a browser of a telephone's size and through the site's proxy: signs in, pastes the token of the
// bot that works already, chooses to go beside, and gets what the site's programmer needs. Needs a MongoDB: see `test/support/mongo.ts`.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { launch, mayRun } from '../support/chromium.ts'
import { TOKEN } from '../support/fake-bot-api.ts'
import { MONGO_URL, whereMongo } from '../support/mongo.ts'
import { PERSON } from '../support/whole.ts'
import { type Beside, BOT, openBeside } from './world.ts'

// A server that has other guests is slow now and then.
setDefaultTimeout(120_000)

whereMongo(() => {
  describe.skipIf(!mayRun())('in a browser', () => {
    let at: Beside
    let browser: Browser
    let page: Page
    const faults: string[] = []
    const byId = (id: string) => page.getByTestId(id)

    beforeAll(async () => {
      at = await openBeside(MONGO_URL ?? '')
      browser = await launch()
      page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'id-ID' })
      page.setDefaultTimeout(60_000)
      page.on('pageerror', (error) => faults.push(error.message))
    })
    afterAll(async () => {
      await browser?.close()
      await at?.close()
    })

    test('signs in below the path of the site, and stays so', async () => {
      await page.goto(`${at.site.url}/toko/`)
      await page.locator('input[type=email]').fill(PERSON.email)
      await page.locator('input[type=password]').fill(PERSON.password)
      await page.locator('button[type=submit]').click()
      await byId('shop-name').waitFor()
      await page.reload()
      await byId('shop-name').waitFor()
      const cookies = await page.context().cookies()
      expect(cookies.map(({ path }) => path)).toEqual(['/toko'])
    })

    test('puts the bot beside the one that works, and gets the address and the secret that open the door', async () => {
      await byId('mode-live').first().click()
      await page.goto(`${at.site.url}/toko/#/bot`)
      await page.locator('input[type=password]').fill(TOKEN)
      await page.locator('button[type=submit]').click()
      await byId('webhook-elsewhere').waitFor()
      expect(await byId('webhook-elsewhere').textContent()).toContain(`${at.site.url}/bot`)
      await byId('bot-beside').click()
      await byId('bot-forward').waitFor()
      await byId('bot-status').waitFor()
      const [address = '', header = ''] = await byId('bot-forward').locator('.font-mono').allTextContents()
      expect(address).toBe(`${at.site.url}/toko/hooks/telegram/${BOT}`)
      const [name = '', secret = ''] = header.split(': ')
      const update = at.telegram.message({ id: 501 }, { text: 'halo' })
      const forward = (given: string) =>
        fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [name]: given },
          body: JSON.stringify(update),
        })
      expect(await (await forward(secret)).json()).toEqual({ handled: false })
      expect((await forward('another')).status).toBe(401)
      const shots = process.env['SCREENSHOTS']
      if (shots) await page.screenshot({ path: `${shots}/beside.png`, fullPage: true })
      await page.reload()
      await byId('bot-status').waitFor()
      expect(await page.locator('body').textContent()).not.toContain(secret)
      expect(faults).toEqual([])
    })
  })
})
