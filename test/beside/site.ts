// An existing site with a bot of its own, as Lapak may be put beside: Express, its collections in the database that it shares, its own
// answers, Lapak below /toko by a proxy. Run as a process: `bun site.ts <mongodb url> <token> <Bot API root>`; it prints its address.
import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import type { Update } from 'grammy/types'
import { MongoClient } from 'mongodb'
import { makeForwarder, type Waiting } from './forward.ts'

const HOOK_SECRET = 'the-secret-of-the-site'

/** Where Lapak is and how it wants updates, as its owner has entered it. */
type Settings = { _id: 'lapak'; origin: string; forward?: string; secret?: string }
type User = { _id: number; name: string; said: number }

const [url = '', token = '', telegram = ''] = process.argv.slice(2)
const db = (await new MongoClient(url).connect()).db()
const settings = db.collection<Settings>('site_settings')
const users = db.collection<User>('site_users')

/** What this bot has always said. */
const answerOf = (text: string): string => {
  if (/^\/help\b/.test(text)) return 'Bantuan situs: tanya jam buka atau alamat.'
  if (/jam buka/i.test(text)) return 'Kami buka 09.00–17.00.'
  return 'Maaf, aku hanya tahu jam buka dan alamat.'
}

const say = async ({ message, callback_query }: Update): Promise<void> => {
  const chat = message?.chat ?? callback_query?.message?.chat
  await fetch(`${telegram}/bot${token}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: chat?.id, text: answerOf(message?.text ?? '') }),
  })
}

/** Lapak's word on an update; throws where there is none. */
const ask = async (update: Update): Promise<boolean> => {
  const lapak = await settings.findOne({ _id: 'lapak' })
  if (!lapak?.forward) return false
  const answer = await fetch(`${lapak.origin}${lapak.forward}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': lapak.secret ?? '',
    },
    body: JSON.stringify(update),
    signal: AbortSignal.timeout(20_000),
  })
  if (!answer.ok) throw new Error(`Lapak: ${answer.status}`)
  return ((await answer.json()) as { handled: boolean }).handled
}

const forwarder = makeForwarder({ waiting: db.collection<Waiting>('site_waiting'), ask, say })

const hear = async (req: Request, res: Response): Promise<void> => {
  if (req.header('x-telegram-bot-api-secret-token') !== HOOK_SECRET) return void res.sendStatus(401)
  const update = req.body as Update
  const from = update.message?.from ?? update.callback_query?.from
  if (from)
    await users.updateOne(
      { _id: from.id },
      { $set: { name: from.first_name }, $inc: { said: 1 } },
      { upsert: true },
    )
  await forwarder.take(update)
  res.sendStatus(200)
}

/** Everything below /toko is Lapak's, streams too. */
const proxy = async (req: Request, res: Response): Promise<void> => {
  const lapak = await settings.findOne({ _id: 'lapak' })
  const { hostname, port } = new URL(lapak?.origin ?? 'http://127.0.0.1:1')
  const headers = {
    ...req.headers,
    'x-forwarded-for': req.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': req.headers.host ?? '',
  }
  const onward = request(
    { hostname, port, method: req.method, path: req.originalUrl, headers },
    (answer: IncomingMessage) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    },
  )
  onward.on('error', () => (res.headersSent ? res.destroy() : res.status(502).send('Toko sedang istirahat.')))
  res.on('close', () => onward.destroy())
  req.pipe(onward)
}

const app = express()
app.use('/toko', proxy)
app.post('/bot', express.json(), hear)
app.get('/', (_, res) => void res.type('html').send('<h1>Situs kami</h1>'))
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`)
})
