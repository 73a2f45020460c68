// What the gateway does by itself: notices that are lost, repeated, late, out of order or forged; money that is taken back.
import type { Millis } from '../../../src/lib/brand.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
import type { Deed, Weighed } from '../deeds.ts'
import type { Process } from '../process.ts'
import { alive, begin } from '../run.ts'
import type { World } from '../world.ts'

type Body = { attempt: string; mark: number; state: string; signed: boolean }

/** Posts a notice at the door of a process. */
const notify = (world: World, body: Body, answered: () => void = () => undefined): void =>
  begin(world, alive(world), {
    name: `notice ${body.attempt} ${body.mark} ${body.state}${body.signed ? '' : ' forged'}`,
    start: async (process: Process) => {
      const status = await process.hook(JSON.stringify(body))
      if (status === 200) answered()
      return { status }
    },
  })

/** What is not answered 2xx is sent again, and now and then what was. */
const sendNotice = (world: World, notice: World['notices'][number]): void => {
  const bill = world.bank.bills.get(notice.attempt)
  const { attempt, mark } = notice
  const drop = () => {
    world.notices = world.notices.filter((one) => one !== notice)
  }
  if (!bill || (!notice.sure && world.chance.may(world.trouble))) {
    drop()
    return
  }
  notify(world, { attempt, mark, state: bill.state, signed: true }, () => {
    if (world.trouble === 0 || world.chance.may(0.8)) drop()
  })
}

const sendsNotice: Deed = async (world) => {
  if (world.notices.length === 0 || !world.traits.hooked) return false
  sendNotice(world, world.chance.one(world.notices))
  return true
}

/** What is still on its way arrives. */
export const sendAll = (world: World): void => {
  if (world.traits.hooked) for (const notice of world.notices) sendNotice(world, notice)
}

/** A signature that does not fit, a payment that is none, an attempt that nobody made. */
const forges: Deed = async (world) => {
  const { chance, bank } = world
  const attempt = chance.one([...bank.bills.keys(), 'o_of_nobody-1'])
  notify(world, { attempt, mark: 9000 + chance.below(1000), state: 'paid', signed: chance.may(0.5) })
  return true
}

const takesBack: Deed = async (world) => {
  const { chance, bank, trace } = world
  const paid = [...bank.bills.values()].filter(
    ({ paid: sum, back, currency }) => sum > back && currency === 'IDR',
  )
  if (paid.length === 0) return false
  const bill = chance.one(paid)
  const left = bill.paid - bill.back
  const amount = chance.may(0.5) ? left : Math.max(1, Math.floor(left / 2))
  const how = { amount, chargeback: chance.may(0.4) }
  trace.note(`takes back ${bill.request.attempt} ${JSON.stringify(how)}`)
  bank.takeBack(bill.request.attempt, how)
  return true
}

/** Nobody answers for a while, and time goes on. */
const goesAway: Deed = async (world) => {
  const { chance, trace, clock, away } = world
  if (world.trouble === 0) return false
  const who = chance.one(['gateway', 'gateway', 'panels'] as const)
  const minutes = chance.one([1, 10, 60])
  away[who] = (clock.now() + minutes * MINUTE) as Millis
  // Bills that are open then lapse by our clock alone.
  if (minutes === 60 && chance.may(0.7)) world.lull = (clock.now() + 45 * MINUTE) as Millis
  trace.note(`the ${who} does not answer for ${minutes} min`)
  return true
}

/** Nothing happens for a while but what falls due. */
const lulls: Deed = async (world) => {
  const minutes = world.chance.one([5, 35, 70])
  world.lull = (world.clock.now() + minutes * MINUTE) as Millis
  world.trace.note(`nobody does anything for ${minutes} min`)
  return true
}

export const gatewayDeeds: Weighed[] = [
  [0.3, lulls],
  [0.5, goesAway],
  [5, sendsNotice],
  [0.15, forges],
  [0.25, takesBack],
]
