// Shops as documents, for tests that need one and not its making.
import type { Shop } from '../../src/model/shop.ts'

type Wanted = { id: string; owner: string; bot?: boolean }

export const liveShop = ({ id, owner, bot = false }: Wanted): Shop => ({
  id,
  owner,
  mode: 'live',
  v: 1,
  createdAt: 1,
  settings: {
    name: 'Toko Ani',
    language: 'id',
    voice: 'akrab',
    fee: 0,
    leastProfit: 0,
    step: 100,
    leastBill: 1000,
    billMinutes: 30,
    lossLimit: 0,
    chatDays: 90,
    blocked: [],
    timezone: 'Asia/Jakarta',
  },
  ...(bot
    ? {
        bot: {
          id: 4242,
          username: 'toko_bot',
          name: 'Toko',
          token: 'sealed-token',
          endsIn: 'wxyz',
          mode: 'polling',
          secret: 'sealed-secret',
          at: 1,
        },
      }
    : {}),
  keySets: [],
  bound: [],
  window: {},
  nextMid: 1,
  midBlocks: {},
  exchange: {},
})

export const practiceShop = (wanted: Wanted): Shop => ({ ...liveShop(wanted), mode: 'practice' })
