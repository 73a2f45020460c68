// Where practice bills are paid: a page of its own, standing for the customer's e-wallet. Plain HTML, one style sheet, one button.
// Addresses are relative, so it works under any BASE_PATH.
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Rupiah } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { formatMoney, moment } from '../text/format.ts'
import { fromOtherSite } from './auth.ts'
import type { AppEnv, HttpSettings } from './env.ts'
import { reject } from './errors.ts'

type State = 'pending' | 'paid' | 'expired' | 'cancelled'
type Bill = {
  attempt: string
  amount: Rupiah
  merchantName: string
  state: State
  expiresAt: number
  paidAmount?: Rupiah
}

export type PracticePageDeps = {
  /** The practice bank of `payments/drivers/sandbox.ts`. */
  bank: {
    look(attempt: string): Promise<Bill | null>
    pay(attempt: string): Promise<'paid' | 'already' | 'expired' | 'cancelled' | 'notFound'>
  }
  clock: Clock
  settings: HttpSettings
  /** Called when the bill is paid, on a repeat too: the one before may have died between the two. */
  onPaid(attempt: string): Promise<void>
}

const WORDS = {
  id: {
    title: 'QRIS latihan',
    notReal: 'Halaman ini berperan sebagai aplikasi e-wallet pembeli. Bukan uang sungguhan.',
    to: 'Penerima',
    until: 'Bayar sebelum',
    number: 'Tagihan',
    pay: 'Bayar sekarang',
    paid: (sum: string) => `✅ Lunas: ${sum} sudah dibayar. Kembali ke chat ya.`,
    expired: '⌛ Tagihan ini sudah kedaluwarsa.',
    cancelled: '✖️ Tagihan ini dibatalkan.',
    unknown: 'Tagihan ini tidak ada.',
  },
  en: {
    title: 'Practice QRIS',
    notReal: 'This page stands for the customer’s e-wallet. No real money moves.',
    to: 'Pays to',
    until: 'Pay before',
    number: 'Bill',
    pay: 'Pay now',
    paid: (sum: string) => `✅ Paid: ${sum}. Go back to the chat.`,
    expired: '⌛ This bill has expired.',
    cancelled: '✖️ This bill was cancelled.',
    unknown: 'There is no such bill.',
  },
} as const
type Language = keyof typeof WORDS

const STYLE = `:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;font:1.05rem/1.5 system-ui,sans-serif;background:#f1f5f9;color:#0f172a}
main{width:100%;max-width:24rem;background:#fff;border-radius:1rem;padding:1.5rem;box-shadow:0 1px 3px #0003}
h1{margin:0;font-size:1rem;font-weight:600;color:#475569}.sum{margin:.5rem 0 1rem;font-size:2.2rem;font-weight:700}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 1.25rem}dt{color:#475569}dd{margin:0;text-align:right;overflow-wrap:anywhere}
button{width:100%;min-height:3rem;border:0;border-radius:.75rem;background:#0f766e;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid #5eead4;outline-offset:2px}.state{font-weight:600}.note{margin:1.25rem 0 0;font-size:.9rem;color:#475569}
@media(prefers-color-scheme:dark){body{background:#0f172a;color:#e2e8f0}main{background:#1e293b}h1,dt,.note{color:#94a3b8}}
`

const languageOf = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'id'

const page = (language: Language, body: ReturnType<typeof html>) => html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${WORDS[language].title}</title>
<link rel="stylesheet" href="../pay.css">
</head>
<body><main>${body}</main></body>
</html>`

const outcome = (bill: Bill, language: Language) => {
  const words = WORDS[language]
  if (bill.state === 'pending')
    return html`<form method="post"><button type="submit">${words.pay}</button></form>`
  const said =
    bill.state === 'paid'
      ? words.paid(formatMoney(bill.paidAmount ?? bill.amount, language))
      : words[bill.state]
  return html`<p class="state" role="status">${said}</p>`
}

const billPage = (bill: Bill, language: Language, now: number) => {
  const words = WORDS[language]
  const until = moment(bill.expiresAt, { timezone: 'Asia/Jakarta', language, now })
  return page(
    language,
    html`<h1>${words.title}</h1>
<p class="sum">${formatMoney(bill.amount, language)}</p>
<dl><dt>${words.to}</dt><dd>${bill.merchantName}</dd>
<dt>${words.until}</dt><dd>${until}</dd>
<dt>${words.number}</dt><dd>${bill.attempt}</dd></dl>
<div data-state="${bill.state}">${outcome(bill, language)}</div>
<p class="note">${words.notReal}</p>`,
  )
}

const ATTEMPT = ':attempt{[\\w~.-]{1,50}}'

/** Mounted at the base path, before the dashboard. */
export const practicePages = ({ bank, clock, settings, onPaid }: PracticePageDeps) =>
  new Hono<AppEnv>()
    .get('/practice/pay.css', (c) =>
      c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
    )
    .get(`/practice/pay/${ATTEMPT}`, async (c) => {
      const language = languageOf(c.req.header('accept-language'))
      const bill = await bank.look(c.req.param('attempt'))
      c.header('Cache-Control', 'no-store')
      c.header('Vary', 'Accept-Language')
      const said = bill
        ? billPage(bill, language, clock.now())
        : page(
            language,
            html`<h1>${WORDS[language].title}</h1><p class="state">${WORDS[language].unknown}</p>`,
          )
      return c.html(said, bill ? 200 : 404)
    })
    .post(`/practice/pay/${ATTEMPT}`, async (c) => {
      if (fromOtherSite(c, settings))
        reject(403, { code: 'wrongOrigin', message: 'This request came from another site' })
      const attempt = c.req.param('attempt')
      const paid = await bank.pay(attempt)
      if (paid === 'paid' || paid === 'already') await onPaid(attempt)
      c.header('Cache-Control', 'no-store')
      // Whatever came of it, the page says it; loading it again pays nothing.
      return c.redirect(`./${encodeURIComponent(attempt)}`, 303)
    })
    .all('/practice/*', (c) => c.notFound())
