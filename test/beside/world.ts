// A site with a bot of its own and Lapak beside it: two processes on one database, a Telegram, a panel and Midtrans that are played.
import { join } from 'node:path'
import type { Update } from 'grammy/types'
import { MongoClient } from 'mongodb'
import { type Customer, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { startFakePanel } from '../support/fake-panel.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { ROWS, until } from '../support/shop-process.ts'
import { type Browser, makeBrowser, PERSON } from '../support/whole.ts'

export const BOT = TOKEN.split(':')[0] ?? ''
const HOOK_SECRET = 'the-secret-of-the-site'

const startSite = async (url: string, telegram: string) => {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'site.ts'), url, TOKEN, telegram], {
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const reader = child.stdout.getReader()
  const { value } = await reader.read()
  const stop = async () => {
    child.kill('SIGTERM')
    await child.exited
  }
  return { url: new TextDecoder().decode(value).trim(), stop }
}

export type Given = { url: string; database: string }

/** The address of a database of its own name, as one that a site has. */
export const siteDatabase = (server: string): Given => {
  const database = `site_${process.pid.toString(36)}${Date.now().toString(36)}`
  const at = new URL(server)
  at.pathname = `/${database}`
  return { url: at.href, database }
}

/** What the process prints is the public address: the site's. */
const freePort = async (): Promise<number> => {
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('') })
  const { port = 0 } = server
  await server.stop(true)
  return port
}

const direct = { fetch: (request: Request) => fetch(request, { proxy: '' }) }

/** A panel, its goods on sale, and keys. */
const stock = async (browser: Browser, shop: string, panel: string): Promise<void> => {
  const path = `/shops/${shop}`
  const provider = await browser.post<{ id: string }>(`${path}/providers`, {
    name: 'Panel',
    endpoint: panel,
    key: 'panel-key-1234',
  })
  const plan = await browser.post<{ id: string }>(`${path}/imports`, { provider: provider.id })
  const state = async () => (await browser.get<{ state: string }>(`${path}/imports/${plan.id}`)).state
  await until('a plan', async () => (await state()) === 'planned')
  await browser.post(`${path}/imports/${plan.id}/apply`)
  await until('the import', async () => (await state()) === 'done')
  await browser.put(`${path}/settings`, { margin: '40' })
  await browser.put(`${path}/exchange`, { currency: 'USD', rate: '16250' })
  const proposal = await browser.get<{ id: string }[]>(`${path}/services/proposal`)
  await browser.post(`${path}/services/proposal`, { ids: proposal.map(({ id }) => id) })
  await browser.post(`${path}/keysets`, {
    environment: 'production',
    serverKey: 'Mid-server-for-tests-0123456789',
  })
}

export const openBeside = async (server: string) => {
  const { url } = siteDatabase(server)
  const client = await new MongoClient(url).connect()
  const db = client.db()
  const telegram = startFakeBotApi()
  const panel = startFakePanel({ services: ROWS, currency: 'USD' })
  const site = await startSite(url, telegram.url)
  telegram.addBot(TOKEN, { id: Number(BOT), username: 'toko_bot', webhook: `${site.url}/bot` })
  const place = scratch()
  const settings = db.collection<{ _id: string; [field: string]: unknown }>('site_settings')
  const enter = (entered: Record<string, unknown>) =>
    settings.updateOne({ _id: 'lapak' }, { $set: entered }, { upsert: true })

  let lapak: Running | null = null
  const startLapak = async (): Promise<void> => {
    const port = await freePort()
    lapak = await serve(place.folder, {
      PORT: String(port),
      DATABASE_URL: url,
      APP_SECRET: 'a-secret-for-tests-of-at-least-32-characters',
      ADMIN_EMAIL: PERSON.email,
      ADMIN_PASSWORD: PERSON.password,
      ALLOW_PRIVATE_HOSTS: new URL(panel.url).host,
      MIDTRANS_BASE_URL: 'http://127.0.0.1:1',
      TELEGRAM_API_ROOT: telegram.url,
      PUBLIC_URL: site.url,
      BASE_PATH: '/toko',
      TRUSTED_PROXIES: '127.0.0.1',
    })
    await enter({ origin: `http://127.0.0.1:${port}` })
  }
  await startLapak()
  const anew = () => makeBrowser(direct, `${site.url}/toko`)
  const browser = anew()
  /** As Telegram would: to whatever address is the bot's webhook now. */
  const deliver = async (update: Update): Promise<void> => {
    const answer = await fetch(telegram.bot(TOKEN).webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': HOOK_SECRET },
      body: JSON.stringify(update),
      proxy: '',
    })
    if (!answer.ok) throw new Error(`the site answers ${answer.status}`)
  }
  return {
    db,
    telegram,
    site,
    browser,
    anew,
    enter,
    deliver,
    stock: (shop: string) => stock(browser, shop, panel.url),
    /** Says it, and waits for what comes next in this chat. */
    say: async (who: Customer, text: string): Promise<string> => {
      const before = telegram.texts(who.id).length
      await deliver(telegram.message(who, { text }))
      await until(`an answer to "${text}"`, () => telegram.texts(who.id).length > before)
      return telegram.texts(who.id).at(-1) ?? ''
    },
    heard: (who: Customer, what: RegExp) =>
      until(`${what}`, () => telegram.texts(who.id).find((text) => what.test(text))),
    startLapak,
    killLapak: async () => lapak?.kill(),
    close: async (): Promise<void> => {
      await Promise.all([site.stop(), lapak?.stop()])
      await Promise.all([telegram.stop(), panel.stop()])
      await db.dropDatabase()
      await client.close()
      place.remove()
    },
  }
}
export type Beside = Awaited<ReturnType<typeof openBeside>>
