// Saldo with its deps filled in: deposits, withdrawals, the seller's own entries, what a wallet shows.
import type { CustomerId, ShopId } from '../lib/brand.ts'
import { type Adjustment, adjust } from '../payments/adjust.ts'
import { creditDeposit, type DepositInput, deposit } from '../payments/deposit.ts'
import { walletEntries } from '../payments/wallet.ts'
import { type AskWithdrawal, askWithdrawal, withdrawalsOf } from '../payments/withdrawal.ts'
import {
  type Ending,
  payWithdrawal,
  rejectWithdrawal,
  revealDestination,
} from '../payments/withdrawal-end.ts'
import { workWithdrawal } from '../payments/withdrawal-work.ts'
import { moneyNow } from '../shops/phase.ts'
import type { Base } from './base.ts'

export const makeSaldo = (base: Base) => {
  const { store, clock } = base
  const money = (shop: ShopId, customer: CustomerId) => moneyNow({ store, clock }, { shop, customer })
  return {
    deposit: (input: DepositInput) => deposit({ ...base, moneyNow: money }, input),
    askWithdrawal: (input: AskWithdrawal) => askWithdrawal(base, input),
    withdrawals: (input: Parameters<typeof withdrawalsOf>[1]) => withdrawalsOf(base, input),
    payWithdrawal: (input: Ending & { proof?: string }) => payWithdrawal(base, input),
    rejectWithdrawal: (input: Ending & { reason: string }) => rejectWithdrawal(base, input),
    revealDestination: (input: Ending) => revealDestination(base, input),
    adjust: (input: Adjustment) => adjust(base, input),
    walletEntries: (input: Parameters<typeof walletEntries>[1]) => walletEntries(base, input),
    jobs: {
      'payments.deposit': (payload: Record<string, string>) => creditDeposit(base, payload),
      'payments.withdrawal': (payload: Record<string, string>) => workWithdrawal(base, payload),
    },
  }
}
export type Saldo = ReturnType<typeof makeSaldo>
