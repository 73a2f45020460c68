// A payment notice that is signed with our keys and tells of no bill of ours: a static QR of the same account, another system on it,
// another environment. The gateway is asked what came, and whoever's keys they are sees it, once.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import { orderOfAttempt } from '../model/order.ts'
import type { SettleDeps } from './deps.ts'
import type { BillState, BillStatus } from './gateway.ts'

/** No money moved, so there is nothing to show. */
const WITHOUT_MONEY: readonly BillState[] = ['pending', 'expired', 'cancelled', 'failed']

/** `until`: as long as that, the gateway's answer may be behind its own notice. */
export const noteUnknown = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { attempt = '', reference = '', keySet = '', until = '0' } = payload
  const owner = keySet && reference ? await deps.keysOwner?.(keySet) : null
  if (!owner) {
    deps.log.warn({ attempt, keySet }, 'a payment notice for no bill of ours')
    return 'done'
  }
  // The ids are the notice's own, signed with the key that asks; nothing of ours moves by the answer.
  const word = await owner.use.gateway.status({ attempt, reference })
  const now = deps.clock.now()
  if (word !== null && !('state' in word))
    return { again: (now + (word.alarm ? 10 * MINUTE : MINUTE)) as Millis }
  if ((word === null || word.state === 'pending') && now < Number(until))
    return { again: (now + 10 * SECOND) as Millis }
  deps.log.warn(
    { attempt, keySet, state: word?.state ?? 'unheard of' },
    'a payment notice for no bill of ours',
  )
  if (word && !WITHOUT_MONEY.includes(word.state)) await show(deps, { shop: owner.shop, attempt, word })
  return 'done'
}

/** Of an order that is ours (its bill was lost with a copy that was put back), to its shop; else to the owner of the keys. */
const show = async (
  deps: SettleDeps,
  { shop, attempt, word }: { shop: string; attempt: string; word: BillStatus },
): Promise<void> => {
  const order = await deps.store.orders.find(orderOfAttempt(attempt))
  const { currency, amount, state, reference, issuer } = word
  const sum = currency === 'IDR' ? `Rp${amount}` : `${amount} ${currency}`
  await deps.store.items.create({
    id: `it_unknown_${reference}_${state}`,
    shop: order?.shop ?? shop,
    kind: 'money',
    ...(order ? { order: order.id } : {}),
    text: [`${attempt}: unknown`, state, sum, ...(issuer ? [issuer] : [])].join(', '),
    at: deps.clock.now(),
  })
}
