// What people do to the replicas: each writes all of an order in one breath, without waiting for an answer, pays the bill, and the
// gateway tells of it, sometimes twice. Whoever delivers an update or a notice repeats it until it is taken, as Telegram and Midtrans do.
import { type Place, until } from './place.ts'

export type Sale = { chat: number; name: string; link: string; said: string[] }

const AGAIN = 300

const post = async (url: string, body: unknown, headers: Record<string, string> = {}): Promise<void> => {
  for (;;) {
    const sent = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
      proxy: '',
    }).catch(() => null)
    if (sent?.status === 200) return
    if (sent && sent.status !== 502 && sent.status !== 503) throw new Error(`${url} answered ${sent.status}`)
    await Bun.sleep(AGAIN)
  }
}

/** `count` sales: one a chat at a time, the chats beside each other. */
export const salesOf = (place: Place, { chats, rounds }: { chats: number; rounds: number }): Sale[][] =>
  Array.from({ length: chats }, (_, i) =>
    Array.from({ length: rounds }, (_, round) => {
      const chat = 5000 + i
      const link = `warung.k${chat}.${round}`
      const mid = place.mids[(i + round) % place.mids.length]
      const said = ['saya mau beli followers ig', `saya pilih ID ${mid}`, link, String(1000 + i), 'ya']
      return { chat, name: `Ani ${i}`, link: `https://instagram.com/${link}`, said }
    }),
  )

/** Milliseconds from the last word to the bill, and from the payment to "sedang diproses". */
export type Waited = { bill: number; taken: number }

const billIn = (place: Place, chat: number, from: number): string | undefined =>
  place.telegram
    .screen(chat)
    .filter(({ from: who }) => who === 'bot')
    .slice(from)
    .map(({ text }) => /Tagihan <b>(\w+)<\/b>/.exec(text)?.[1])
    .find(Boolean)

const attemptOf = async (place: Place, number: string): Promise<string> => {
  const store = await place.look()
  return until(`the order ${number}`, async () => {
    const [order] = await store.orders.list(place.shop, { text: number, limit: 5 })
    const [attempt] = Object.keys(order?.bills ?? {})
    return attempt && place.midtrans.bills.find((bill) => bill.order_id.startsWith(`${order?.id}-`))?.order_id
  })
}

/** From the first word until the customer hears what became of the paid order: taken, done, or in doubt after a killed sending. */
export const sell = async (place: Place, { chat, name, said }: Sale): Promise<Waited> => {
  const { telegram, midtrans, bell, hook } = place
  const secret = { 'x-telegram-bot-api-secret-token': telegram.bot().secret }
  const before = telegram.texts(chat).length
  for (const text of said) await post(bell, telegram.message({ id: chat, name }, { text }), secret)
  const spoken = performance.now()
  const number = await until(`a bill for ${chat}`, () => billIn(place, chat, before))
  const billed = performance.now()
  const attempt = await attemptOf(place, number)
  await midtrans.pay(attempt, { notify: false })
  const notice = midtrans.notice(attempt)
  const paid = performance.now()
  await Promise.all([post(hook, notice), ...(chat % 3 === 0 ? [post(hook, notice)] : [])])
  // Whose news was held up by a kill until the panel had finished hears of the end alone.
  const told = /sedang diproses|belum menjawab|Selesai/
  await until(`news for ${chat}`, () =>
    telegram
      .texts(chat)
      .slice(before)
      .some((text) => told.test(text)),
  )
  return { bill: billed - spoken, taken: performance.now() - paid }
}

export const sellAll = async (place: Place, sales: Sale[][]): Promise<{ waited: Waited[]; ms: number }> => {
  const begun = performance.now()
  const each = sales.map(async (ofChat) => {
    const waited: Waited[] = []
    for (const sale of ofChat) waited.push(await sell(place, sale))
    return waited
  })
  const waited = (await Promise.all(each)).flat()
  return { waited, ms: performance.now() - begun }
}
