// A panel of which everything that it can say carries a mark of its own, and the search for such marks in what went out.
import type { Live } from './live.ts'
import { panelRow } from './live.ts'

/** One mark for each thing that a panel tells; none is a word of any language, so that nothing is read from them. */
export const MARKS = {
  provider: 'Qzxprovider',
  key: 'qzxkey-7731',
  id: 'QZXID',
  order: 'QZXORDER',
  name: 'Qzxname',
  category: 'Qzxcategory',
  description: 'Qzxdescription',
  host: 'qzxhost.example',
  handle: 'qzxhandle',
  type: 'Qzxtype',
  rate: '9137.31',
  charge: '77431.5',
  balance: '8812345',
  status: 'Qzxstatus',
  start: 'Qzxstart',
  refused: 'Qzxrefused',
  funds: 'Qzxfunds',
  down: 'Qzxmaintenance',
  unheard: 'Qzxunheard',
  page: 'Qzxpage',
  refill: 'Qzxrefill',
  extra: 'Qzxextra',
} as const

const row = (n: number, name: string, more: Record<string, unknown>) =>
  panelRow(n, '', {
    service: `${MARKS.id}${n}`,
    name: `${name} ${MARKS.name}${n} ⚡ t.me/${MARKS.handle}`,
    description: `${MARKS.description}${n}. Order at https://${MARKS.host}/${n}, link: profile`,
    rate: MARKS.rate,
    [MARKS.extra]: MARKS.extra,
    ...more,
  })

export const ROWS = [
  row(1, 'Instagram Followers', { category: `Instagram Followers ${MARKS.category}` }),
  row(2, 'Instagram Followers Indonesia [R30]', {
    category: `Instagram Followers ${MARKS.category}`,
    rate: '19137.31',
    average_time: MARKS.extra,
  }),
  row(3, 'Instagram Likes', { category: `Instagram Likes ${MARKS.category}` }),
  row(4, 'TikTok Views', { category: `TikTok ${MARKS.category}` }),
  row(5, 'Instagram Custom Comments', {
    category: `Instagram Comments ${MARKS.category}`,
    type: 'Custom Comments',
    min: '2',
    max: '100',
  }),
  row(6, 'Instagram Package', { category: `Paket ${MARKS.category}`, type: 'Package', min: '1', max: '1' }),
  // Nothing is known of these but what the panel calls them.
  row(7, '', { category: MARKS.category }),
  row(8, 'Super', { category: `${MARKS.category} Boost` }),
  row(9, 'Instagram Followers', { category: MARKS.category, type: MARKS.type }),
  row(10, 'Instagram Saves', { category: MARKS.category, rate: MARKS.unheard }),
]

const digitsOf = (mark: string): string[] => {
  const whole = mark.split('.')[0] ?? ''
  return [
    mark,
    mark.replace('.', ','),
    whole,
    whole.replace(/(\d)(?=(\d{3})+$)/g, '$1.'),
    whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,'),
  ]
}

const COST = [MARKS.rate, MARKS.charge, MARKS.balance].flatMap(digitsOf)

/** Marks in a text, however it was cased, and cost figures however they are grouped. */
export const marksIn = (text: string, more: readonly string[] = []): string[] => {
  const low = text.toLowerCase()
  return [
    ...new Set(
      [...Object.values(MARKS), ...COST, ...more].filter((mark) => low.includes(mark.toLowerCase())),
    ),
  ]
}

export type Door = 'text' | 'label' | 'payload' | 'caption' | 'model' | 'gateway' | 'page'
export type Leak = `${Door}: ${string}`

type Markup = { inline_keyboard?: { text: string; callback_data?: string; url?: string }[][] }

/** What a customer wrote goes to the model; in the chat nothing of it is said back. */
const without = (text: string, said: readonly string[]): string =>
  said.reduce((rest, one) => rest.replaceAll(one, ''), text)

/** Everything that left by Telegram, to the gateway and to the model, by its door. Pictures are drawn of the caption's own facts, and
 *  their pixels are not read here. */
export const leaksOf = (at: Live, model: string, said: readonly string[] = []): Leak[] => {
  const host = new URL(at.panel.url).host
  const found = (door: Door, text: unknown): Leak[] =>
    marksIn(typeof text === 'string' ? text : JSON.stringify(text ?? ''), [host]).map(
      (mark): Leak => `${door}: ${mark}`,
    )
  const telegram = at.telegram.calls.flatMap(({ params, method }) => {
    const { text, caption, reply_markup, media, ...rest } = params
    const buttons = ((reply_markup as Markup | undefined)?.inline_keyboard ?? []).flat()
    return [
      ...found('text', text),
      ...found('caption', caption),
      ...found('caption', media),
      ...(method === 'setWebhook' ? [] : found('text', rest)),
      ...buttons.flatMap((button) => [
        ...found('label', button.text),
        ...found('payload', button.callback_data ?? button.url),
      ]),
    ]
  })
  return [
    ...new Set([
      ...telegram,
      ...at.midtrans.calls.flatMap(({ body }) => found('gateway', body)),
      ...found('model', without(model, said)),
    ]),
  ]
}
