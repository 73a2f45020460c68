// Rule 3 and 9 on a wallet: an append-only ledger, each entry with its cause once, never negative, and no rupiah in it that nothing
// outside explains.
import type { Wallet, WalletEntry } from '../../../src/store/ledger.ts'
import { sum } from '../truth.ts'
import { broke, type World } from '../world.ts'
import { checkOut } from './money.ts'

export const checkWallet = (world: World, wallet: Wallet): void => {
  const { truth } = world
  const wrong = (text: string, rule = 3) => broke(world, rule, `wallet of ${wallet.customer}: ${text}`)
  const known = truth.entries.get(wallet.id) ?? new Map<string, WalletEntry>()
  truth.entries.set(wallet.id, known)
  const fresh: WalletEntry[] = []
  for (const entry of wallet.entries) {
    const before = known.get(entry.cause)
    if (!before) fresh.push(entry)
    else if (before.amount !== entry.amount) wrong(`entry ${entry.cause} changed`)
    known.set(entry.cause, entry)
  }
  if (new Set(wallet.entries.map(({ cause }) => cause)).size !== wallet.entries.length) wrong('a cause twice')
  const total = sum([...known.values()].map(({ amount }) => amount))
  if (wallet.balance !== total) wrong(`balance ${wallet.balance}, entries ${total}`)
  const holds = sum(Object.values(wallet.holds))
  if (wallet.balance < 0 || holds > wallet.balance) wrong(`holds ${holds} of ${wallet.balance}`)
  truth.wallets.set(wallet.id, wallet)
  for (const entry of fresh) explain(world, wallet, entry)
}

/** An entry is an order's, or the outside allowed it by its cause. */
const explain = (world: World, wallet: Wallet, entry: WalletEntry): void => {
  const { truth } = world
  if (world.restored) return
  if (!entry.order) {
    if (truth.allowed.get(entry.cause) !== entry.amount)
      broke(world, 3, `${wallet.id}: ${entry.amount} for ${entry.cause}, which nothing explains`)
    return
  }
  const card = truth.cards.get(entry.order)
  if (card && (card.money !== wallet.money || card.customer !== wallet.customer))
    broke(
      world,
      9,
      `${entry.order}: ${card.money} of ${card.customer} in a wallet of ${wallet.money} of ${wallet.customer}`,
    )
  checkOut(world, entry.order)
}
