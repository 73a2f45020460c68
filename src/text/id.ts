// Every sentence the bot says in Indonesian. English is typed against this table.
import { browsing } from './id/browsing.ts'
import { buying } from './id/buying.ts'
import { desk } from './id/desk.ts'
import { handoff } from './id/handoff.ts'
import { news } from './id/news.ts'
import { orders } from './id/orders.ts'
import { saldo } from './id/saldo.ts'
import { seller } from './id/seller.ts'
import { shop } from './id/shop.ts'
import * as words from './id/words.ts'

export const id = { words: { ...words }, browsing, buying, desk, handoff, orders, news, saldo, shop, seller }

export type Wording = typeof id
