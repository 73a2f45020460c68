// The one suite that every driver of the store passes.
import { booksContract } from './books.ts'
import { catalogueContract } from './catalogue.ts'
import { chatsContract } from './chats.ts'
import { claimsContract } from './claims.ts'
import { handoffsContract } from './handoffs.ts'
import { inboxContract } from './inbox.ts'
import { jobsContract } from './jobs.ts'
import { knowledgeContract } from './knowledge.ts'
import { lanesContract } from './lanes.ts'
import { noticesContract } from './notices.ts'
import { ordersContract } from './orders.ts'
import { peopleContract } from './people.ts'
import { shopsContract } from './shops.ts'
import type { OpenStore } from './support.ts'
import { togetherContract } from './together.ts'
import { usageContract } from './usage.ts'
import { walletsContract } from './wallets.ts'
import { withdrawalsContract } from './withdrawals.ts'

const PARTS = [
  ordersContract,
  noticesContract,
  walletsContract,
  withdrawalsContract,
  booksContract,
  claimsContract,
  jobsContract,
  lanesContract,
  inboxContract,
  chatsContract,
  handoffsContract,
  catalogueContract,
  knowledgeContract,
  shopsContract,
  usageContract,
  togetherContract,
  peopleContract,
]

export const storeContract = (name: string, open: OpenStore): void => {
  for (const contract of PARTS) contract(name, open)
}
