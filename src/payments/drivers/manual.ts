// The seller's own static QRIS behind the gateway's contract. Nobody can ask a bank about it: its books are the claims, which
// `payments/manual.ts` keeps by what customer and seller say. The seller's word is final; a bill that is claimed waits for it.
import type { Millis, ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import { MINUTE } from '../../lib/clock.ts'
import type { Claim } from '../../store/ledger.ts'
import type { Store } from '../../store/store.ts'
import type { BillState, BillStatus, ChargeOutcome, ChargeRequest, Gateway } from '../gateway.ts'
import { checkStaticQris } from '../qris.ts'

export type ManualGatewayDeps = {
  store: Pick<Store, 'claims'>
  clock: Clock
  shop: ShopId
  /** The text of the QRIS that new bills show; null while it is switched off. */
  qris(): Promise<string | null>
}

/** QRIS' own most; nothing here counts how often it is asked. */
const LIMITS = { min: 1, max: 10_000_000, minMinutes: 1, maxMinutes: 7 * 24 * 60 }

/** Who told of a payment, where other gateways name a wallet or bank. */
const TELLER = 'seller'

const stateOf = ({ word, cancelled, claimedAt, expiresAt }: Claim, now: Millis): BillState => {
  if (word) return 'paid'
  if (cancelled) return 'cancelled'
  return claimedAt === undefined && now >= expiresAt ? 'expired' : 'pending'
}

const statusOf = (claim: Claim, now: Millis): BillStatus => ({
  state: stateOf(claim, now),
  attempt: claim.attempt,
  reference: claim.attempt,
  amount: claim.word?.amount ?? claim.amount,
  currency: 'IDR',
  paymentType: 'qris',
  ...(claim.word ? { paidAt: claim.word.at, issuer: TELLER } : {}),
})

const created = ({ attempt, qr, expiresAt }: Claim): ChargeOutcome => ({
  kind: 'created',
  charge: { reference: attempt, qr, expiresAt },
})

const rejected = (code: string, message: string, alarm: boolean): ChargeOutcome => ({
  kind: 'rejected',
  code,
  message,
  alarm,
})

const charge = async (deps: ManualGatewayDeps, request: ChargeRequest): Promise<ChargeOutcome> => {
  const { attempt, amount, minutes, now } = request
  if (!Number.isSafeInteger(amount) || amount < LIMITS.min || amount > LIMITS.max)
    return rejected('limits', 'QRIS takes Rp1 to Rp10,000,000', false)
  const known = await deps.store.claims.get(attempt)
  if (known) return created(known)
  const qr = await deps.qris()
  if (qr === null) return rejected('noQris', 'The static QRIS is switched off', true)
  const checked = checkStaticQris(qr)
  if (!checked.ok) return rejected(checked.reason, 'The static QRIS does not pass the check', true)
  const life = Math.min(Math.max(minutes, LIMITS.minMinutes), LIMITS.maxMinutes) * MINUTE
  const fresh: Claim = {
    attempt,
    shop: deps.shop,
    amount,
    qr,
    createdAt: now,
    expiresAt: (now + life) as Millis,
    v: 1,
  }
  await deps.store.claims.create(fresh)
  return created((await deps.store.claims.get(attempt)) ?? fresh)
}

export const manualGateway = (deps: ManualGatewayDeps): Gateway => {
  const { claims } = deps.store
  const told = (claim: Claim | null): BillStatus | null => claim && statusOf(claim, deps.clock.now())
  return {
    id: 'manual',
    money: 'real',
    staticQr: true,
    limits: LIMITS,
    charge: (request) => charge(deps, request),
    status: async ({ attempt }) => told(await claims.get(attempt)),
    cancel: async ({ attempt }) =>
      told(
        await claims.change(attempt, (claim) =>
          claim.claimedAt === undefined && stateOf(claim, deps.clock.now()) === 'pending'
            ? { ...claim, cancelled: true }
            : null,
        ),
      ),
    readWebhook: () => ({ kind: 'ignored', why: 'a static QRIS sends no notices' }),
  }
}
