// Every sentence the bot says in English, typed against the Indonesian table.
import { browsing } from './en/browsing.ts'
import { buying } from './en/buying.ts'
import { desk } from './en/desk.ts'
import { handoff } from './en/handoff.ts'
import { news } from './en/news.ts'
import { orders } from './en/orders.ts'
import { saldo } from './en/saldo.ts'
import { seller } from './en/seller.ts'
import { shop } from './en/shop.ts'
import * as words from './en/words.ts'
import type { Wording } from './id.ts'

export const en: Wording = {
  words: { ...words },
  browsing,
  buying,
  desk,
  handoff,
  orders,
  news,
  saldo,
  shop,
  seller,
}
