// Job `notices.withdrawal`: tells a customer what became of saldo that was to be paid out, once for each end. That it was asked for is
// said by the chat itself, in answer to the yes.
import type { Millis } from '../lib/brand.ts'
import { type Clock, DAY, MINUTE } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { JobResult } from '../model/job.ts'
import type { WithdrawalNews } from '../model/say.ts'
import type { Store, Withdrawal } from '../store/store.ts'
import { renderWithdrawal } from '../text/render.ts'
import type { ChannelOf } from './channel.ts'

export type WithdrawalNewsDeps = {
  store: Pick<Store, 'withdrawals' | 'wallets' | 'shops' | 'chats'>
  clock: Clock
  log: Log
  channelOf: ChannelOf
}

export const tellWithdrawal = async (
  deps: WithdrawalNewsDeps,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', withdrawal: id = '', mark = '' } = payload
  const withdrawal = await deps.store.withdrawals.get(shop, id)
  const key = `told:${mark}`
  const news = withdrawal && key in withdrawal.seen ? null : withdrawal && (await newsOf(deps, withdrawal))
  if (!withdrawal || !news || withdrawal.state !== mark) return 'done'
  const channel = await deps.channelOf(shop, withdrawal.chat)
  const how = await howFor(deps, withdrawal)
  if (!channel || !how) return later(withdrawal, how?.now ?? deps.clock.now(), MINUTE)
  const sent = await channel.send(withdrawal.chat, renderWithdrawal(news, how))
  if (sent.kind === 'later') return later(withdrawal, how.now, sent.ms)
  if (sent.kind === 'refused') {
    deps.log.error({ withdrawal: id, mark, detail: sent.detail }, 'a message was refused')
    return { retry: `refused: ${sent.detail}` }
  }
  await deps.store.withdrawals.change(shop, id, (current) =>
    key in current.seen ? null : { ...current, seen: { ...current.seen, [key]: how.now } },
  )
  return 'done'
}

const newsOf = async (
  { store }: WithdrawalNewsDeps,
  { state, amount, masked, reason = '', shop, customer, money }: Withdrawal,
): Promise<WithdrawalNews | null> => {
  if (state === 'done') return { news: 'withdrawalPaid', amount, masked }
  if (state !== 'rejected') return null
  const { balance } = await store.wallets.get(shop, customer, money)
  return { news: 'withdrawalRejected', amount, masked, reason, saldo: balance }
}

const howFor = async ({ store, clock }: WithdrawalNewsDeps, { shop: id, chat: key }: Withdrawal) => {
  const shop = await store.shops.get(id)
  if (!shop) return null
  const chat = await store.chats.get(id, key)
  const { name, voice, timezone, language } = shop.settings
  return { shop: name, voice, timezone, language: chat?.language ?? language, now: clock.now() }
}

/** No job waits for ever for a bot that does not answer again; /saldo tells the same. */
const later = ({ endedAt, at }: Withdrawal, now: Millis, ms: number): JobResult =>
  now - (endedAt ?? at) >= DAY ? 'done' : { again: (now + ms) as Millis }
