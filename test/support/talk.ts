// A customer talks to a live shop over its webhooks, and every line of both is kept as it stood on the screen: for dialogues that are
// compared word for word. Order numbers are drawn at random; in the transcript they read K7Q2A, K7Q2B …
import { visible } from '../../src/text/html.ts'
import type { Shown } from './fake-bot-api.ts'
import { TOKEN } from './fake-bot-api.ts'
import { importAll, KEY, type Live, openLive, panelRow, update } from './live.ts'

/** Tuesday, 24 November 2026, 10.00 WIB. */
export const MORNING = Date.UTC(2026, 10, 24, 3)

const post = { category: 'Instagram Likes' }
const tiktok = { category: 'TikTok Views', refill: false }

/** A reseller's stall: what is on sale here stands in the window under the numbers 1 to 10. */
export const STALL = [
  panelRow(11, 'Instagram Followers [R30] [Max 100K]', { rate: '12000', max: '100000' }),
  panelRow(12, 'Instagram Followers Indonesia [R30]', { rate: '33000', min: '100', max: '20000' }),
  panelRow(13, 'Instagram Likes [No Refill]', { ...post, rate: '4000', max: '50000', refill: false }),
  panelRow(14, 'Instagram Reels Views', {
    category: 'Instagram Views',
    rate: '900',
    min: '100',
    max: '1000000',
    refill: false,
  }),
  panelRow(15, 'TikTok Followers [R30]', {
    category: 'TikTok Followers',
    rate: '21000',
    min: '100',
    max: '50000',
  }),
  panelRow(16, 'TikTok Video Views', { ...tiktok, rate: '500', min: '100', max: '10000000' }),
  panelRow(17, 'YouTube Subscribers [R30]', {
    category: 'YouTube Subscribers',
    rate: '210000',
    min: '100',
    max: '50000',
  }),
]

export type Talk = Awaited<ReturnType<typeof openTalk>>
type Options = { voice?: 'akrab' | 'resmi'; rows?: unknown[]; env?: Record<string, string> }

export const openTalk = async ({ voice = 'akrab', rows = STALL, env = {} }: Options = {}) => {
  const live = await openLive(rows, { now: MORNING, env, completeAfter: 0 })
  await sell(live, voice)
  return talkIn(live)
}

/** Everything of the panel is put on sale, in its order. */
const sell = async (at: Live, voice: 'akrab' | 'resmi') => {
  await importAll(at)
  await at.browser.put(at.path('/settings'), { margin: '40', voice, name: 'Warung Sosmed' })
  const { rows } = await at.browser.get<{ rows: { id: string }[] }>(at.path('/services?limit=100'))
  await at.browser.post(at.path('/services/sale'), { ids: rows.map(({ id }) => id), on: true })
  await at.browser.post(at.path('/keysets'), { environment: 'production', serverKey: KEY })
  await at.browser.post(at.path('/bot'), { token: TOKEN })
}

/** How long a customer takes for a message. */
const TYPING = 5000

const WHO = { id: 71, name: 'Rina' }

const talkIn = (at: Live) => {
  const lines: string[] = []
  const numbers: string[] = []
  const plain = (text: string) => {
    for (const [i, number] of numbers.entries())
      text = text.replaceAll(number, `K7Q2${String.fromCharCode(65 + i)}`)
    return text
  }
  const learn = async () => {
    const orders = await at.app.store.orders.list(at.shops.live, { deposits: 'all', limit: 50 })
    for (const { number } of orders.reverse()) if (!numbers.includes(number)) numbers.push(number)
  }
  const labels = ({ buttons }: Shown) =>
    buttons.map((row) => row.map(({ text }) => `[${text}]`).join(' ')).join('\n')
  const written = (shown: Shown) =>
    plain(
      [
        ...(shown.photo ? ['(gambar QRIS)'] : []),
        visible(shown.text).replaceAll('\r', ''),
        ...(labels(shown) ? [labels(shown)] : []),
      ].join('\n'),
    )
  /** What is new on the screen, or reads otherwise than before: an edit stands in place. */
  const seen = new Map<number, string>()
  const changes = async (): Promise<string[]> => {
    await learn()
    const said: string[] = []
    for (const shown of at.telegram.screen(WHO.id)) {
      if (shown.from === 'customer' || shown.deleted) continue
      const now = written(shown)
      const before = seen.get(shown.id)
      if (before === now) continue
      seen.set(shown.id, now)
      said.push(before === undefined ? now : `(diubah)\n${now}`)
    }
    lines.push(...said.map((text) => `BOT: ${text.replaceAll('\n', '\n     ')}`))
    return said
  }
  const told = async (line: string, body: unknown) => {
    at.clock.advance(TYPING)
    lines.push('', `RINA: ${line}`)
    await update(at, body)
    await at.app.drain()
    return changes()
  }
  const order = async () => (await at.app.store.orders.list(at.shops.live, { deposits: 'all', limit: 1 }))[0]
  return {
    ...at,
    lines,
    order,
    say: (text: string) => told(plain(text), at.telegram.message(WHO, { text })),
    press: (label: RegExp) => {
      const body = at.telegram.pressed(WHO, label)
      return told(`[tekan ${label.source}]`, body)
    },
    photo: () =>
      told(
        '(foto)',
        at.telegram.message(WHO, {
          photo: [{ file_id: 'file-1', file_unique_id: 'u', width: 9, height: 9 }],
        }),
      ),
    /** Something outside happens; what the bot then tells by itself. */
    event: async (what: string, work: () => unknown) => {
      lines.push('', `(${what})`)
      await work()
      await at.app.drain()
      at.clock.advance(3000)
      await at.app.drain()
      return changes()
    },
    pass: (ms: number) => at.clock.advance(ms),
    /** The customer pays the newest bill in their own app, and Midtrans tells. */
    pay: async () => {
      const id = (await order())?.id ?? ''
      const attempt = at.midtrans.bills.findLast((bill) => JSON.stringify(bill).includes(id))
      const body = attempt && (await at.midtrans.pay(`${id}-1`, { notify: false }))
      if (body !== 'paid') throw new Error(`the bill of ${id} could not be paid: ${body}`)
      await at.post('/hooks/midtrans', JSON.stringify(at.midtrans.notice(`${id}-1`)), {
        'content-type': 'application/json',
      })
    },
  }
}
