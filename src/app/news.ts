// Notices with their deps filled in.
import type { JobContext } from '../model/job.ts'
import type { ChannelOf } from '../notices/channel.ts'
import { tellDesk, tellNightly } from '../notices/desk.ts'
import { bringLetters } from '../notices/letters.ts'
import { tellSeller } from '../notices/seller.ts'
import { tellOrder } from '../notices/send.ts'
import { tellWithdrawal } from '../notices/withdrawal.ts'
import type { Base } from './base.ts'
import { newsDeps } from './console.ts'

export const makeNews = (base: Base, channelOf: ChannelOf) => {
  const deps = { ...base, channelOf, ...(base.played ? { picture: base.played.picture } : {}) }
  const seller = newsDeps(base, channelOf)
  return {
    tellOrder: (payload: Record<string, string>, context: JobContext) => tellOrder(deps, payload, context),
    tellWithdrawal: (payload: Record<string, string>) => tellWithdrawal(deps, payload),
    tellSeller: (payload: Record<string, string>, context: JobContext) =>
      tellSeller(seller, payload, context),
    tellDesk: (payload: Record<string, string>, context: JobContext) => tellDesk(seller, payload, context),
    bringLetters: (payload: Record<string, string>, context: JobContext) =>
      bringLetters(deps, payload, context),
    tellNightly: (payload: Record<string, string>, context: JobContext) =>
      tellNightly(seller, payload, context),
  }
}
export type News = ReturnType<typeof makeNews>
