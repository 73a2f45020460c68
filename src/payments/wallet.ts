// A customer's saldo as it is shown: what there is, what of it is reserved, what can be paid out, and its newest entries.
import type { CustomerId, Rupiah, ShopId } from '../lib/brand.ts'
import type { MoneyKind } from '../model/order.ts'
import type { NumberedEntry, Store } from '../store/store.ts'
import { freeOf, withdrawable } from '../store/wallet.ts'

export type WalletView = {
  balance: Rupiah
  /** Reserved for open bills and withdrawals. */
  held: Rupiah
  free: Rupiah
  withdrawable: Rupiah
  /** Newest first. */
  entries: NumberedEntry[]
}

export const walletEntries = async (
  deps: { store: Pick<Store, 'wallets' | 'shops'> },
  input: { shop: ShopId; customer: CustomerId; money: MoneyKind; before?: number; limit: number },
): Promise<WalletView> => {
  const { shop, customer, money, before, limit } = input
  const { wallets, shops } = deps.store
  const [wallet, entries, settings] = await Promise.all([
    wallets.get(shop, customer, money),
    wallets.entries(shop, customer, money, { limit, ...(before === undefined ? {} : { before }) }),
    shops.get(shop).then((found) => found?.settings),
  ])
  const free = freeOf(wallet)
  return {
    balance: wallet.balance,
    held: wallet.balance - free,
    free,
    withdrawable: withdrawable(wallet, settings?.topupsOut ?? false),
    entries,
  }
}
