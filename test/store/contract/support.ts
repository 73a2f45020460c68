// What the contract's parts share: an opened store of the driver under test, a clock, documents to begin with.
import { afterEach, beforeEach, describe } from 'bun:test'
import { born } from '../../../src/model/flow.ts'
import type { Order, Quote } from '../../../src/model/order.ts'
import type { Service } from '../../../src/model/service.ts'
import type { Chat } from '../../../src/store/documents.ts'
import type { WalletEntry } from '../../../src/store/ledger.ts'
import type { Store } from '../../../src/store/store.ts'
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts'

export type Opened = {
  store: Store
  clock: FakeClock
  /** The same data after the process was gone. */
  reopen(): Promise<Store>
  close(): Promise<void>
}
export type OpenStore = (clock: FakeClock) => Promise<Omit<Opened, 'clock'>>

export const opened = async (open: OpenStore): Promise<Opened> => {
  const clock = fakeClock()
  return { clock, ...(await open(clock)) }
}

/** A part of the contract: every test gets a store of its own, `at`. */
export const part = (title: string, open: OpenStore, tests: (at: Opened) => void): void =>
  describe(title, () => {
    const at = {} as Opened
    beforeEach(async () => void Object.assign(at, await opened(open)))
    afterEach(() => at.close())
    tests(at)
  })

export const SHOP = 's_1'
export const OTHER_SHOP = 's_2'

export const quote = (change: Partial<Quote> = {}): Quote => ({
  service: 'sv_1',
  provider: 'p_1',
  service_id_api: '7',
  mid: 1,
  displayName: 'IG Followers',
  type: 'default',
  link: 'https://instagram.com/warung',
  linkRaw: '@warung',
  quantity: 1000,
  cost: { amount: '9000', currency: 'IDR', exchange: '1', rupiah: 9000 },
  price: 12_000,
  saldo: 0,
  toPay: 12_000,
  money: 'real',
  world: 'real',
  quotedAt: 0,
  expiresAt: 9_999_999_999_999,
  ...change,
})

const LETTERS = 'ABCDEFGHJK'
export const newOrder = (n: number, change: Partial<Order> = {}): Order => ({
  ...born({
    id: `o_${n}`,
    shop: SHOP,
    number: `A${String(n)
      .padStart(4, '0')
      .replace(/\d/g, (digit) => LETTERS[Number(digit)] ?? 'A')}`,
    customer: 'cu_1',
    chat: '1:1',
    quote: quote(),
    now: 1000 + n,
  }),
  ...change,
})

export const service = (mid: number, change: Partial<Service> = {}): Service => ({
  id: `sv_${mid}`,
  shop: SHOP,
  provider: 'p_1',
  service_id_api: String(1000 + mid),
  name: `Instagram Followers S${mid}`,
  description: '',
  category: 'Instagram',
  rate: '0.9',
  min: 10,
  max: 10_000,
  type: 'default',
  refill: false,
  cancel: false,
  dripfeed: false,
  mid,
  facts: { tables: 1, platform: 'instagram', kind: 'followers', linkKind: 'profile', traits: [] },
  madeName: 'IG Followers',
  own: {},
  onSale: false,
  seenAt: 0,
  v: 1,
  ...change,
})

export const chat = (key: string, change: Partial<Chat> = {}): Chat => ({
  key,
  shop: SHOP,
  customer: 'cu_1',
  dialogue: { asked: 'idle' },
  lastUpdate: 0,
  createdAt: 0,
  seenAt: 0,
  v: 1,
  ...change,
})

export const entry = (cause: string, amount: number): WalletEntry => ({ cause, amount, at: 0, note: 'x' })

/** Runs `count` callers at once. */
export const together = <Result>(count: number, run: (i: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)))
