// Saldo in and out: deposits, withdrawals that the seller pays or refuses by hand, the seller's own entries.
import type { Destination } from '../../../src/model/destination.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { alive, begin } from '../run.ts'
import { SELLER, SHOP, type World } from '../world.ts'

const TO: Destination = { method: 'dana', number: '081234567890', name: 'Ani' }

const deposits: Deed = async (world) => {
  const { chance } = world
  const who = chance.one(world.customers)
  const amount = chance.one([10_000, 25_000, 50_000])
  const input = { shop: SHOP, customer: who.id, chat: who.chat, amount, cause: `deposit:${++world.causes}` }
  const verb = {
    name: `deposit ${amount} ${who.id}`,
    again: true,
    start: ({ saldo }: Parameters<Parameters<typeof begin>[2]['start']>[0]) => saldo.deposit(input),
  }
  begin(world, alive(world), verb)
  if (chance.may(0.1)) begin(world, alive(world), verb)
  return true
}

const asks: Deed = async (world) => {
  const { chance, truth } = world
  const who = chance.one(world.customers)
  const wallet = [...truth.wallets.values()].find(({ customer }) => customer === who.id)
  if (!wallet || wallet.balance < 10_000) return false
  const amount = chance.may(0.7) ? 10_000 : wallet.balance
  const input = { shop: SHOP, customer: who.id, chat: who.chat, amount, destination: TO }
  const cause = `withdrawal:${++world.causes}`
  begin(world, alive(world), {
    name: `asks for ${amount} ${who.id}`,
    again: true,
    start: ({ saldo }) => saldo.askWithdrawal({ ...input, cause }),
  })
  return true
}

/** Paid by hand first, then pressed; or refused. Now and then both at once. */
export const endWithdrawal = (world: World, id: string, pays: boolean): void => {
  const known = world.truth.withdrawals.get(id)
  if (pays && known) world.truth.allowed.set(`paid:${id}`, -known.amount)
  begin(world, alive(world), {
    name: `seller: ${pays ? 'has paid' : 'refuses'} ${id}`,
    start: ({ saldo }) =>
      pays
        ? saldo.payWithdrawal({ shop: SHOP, id, by: SELLER, proof: 'sent' })
        : saldo.rejectWithdrawal({ shop: SHOP, id, by: SELLER, reason: 'no such account' }),
  })
}

const ends: Deed = async (world) => {
  const { chance, truth } = world
  const due = [...truth.withdrawals.values()].filter(
    ({ state, seen }) => state === 'due' && 'reserved' in seen,
  )
  if (due.length === 0) return false
  const { id } = chance.one(due)
  endWithdrawal(world, id, chance.may(0.6))
  if (chance.may(0.2)) endWithdrawal(world, id, chance.may(0.5))
  return true
}

const adjusts: Deed = async (world) => {
  const { chance, traits, truth } = world
  const who = chance.one(world.customers)
  const amount = chance.one([5000, -2000, -50_000])
  const cause = String(++world.causes)
  truth.allowed.set(`adjust:${cause}`, amount)
  const verb = {
    name: `seller: adjusts ${amount} ${who.id}`,
    again: true,
    start: ({ saldo }: Parameters<Parameters<typeof begin>[2]['start']>[0]) =>
      saldo.adjust({
        shop: SHOP,
        customer: who.id,
        money: traits.money,
        amount,
        reason: 'as promised',
        by: SELLER,
        cause,
      }),
  }
  begin(world, alive(world), verb)
  if (chance.may(0.3)) begin(world, alive(world), verb)
  return true
}

export const saldoDeeds: Weighed[] = [
  [0.8, deposits],
  [1, asks],
  [1, ends],
  [0.3, adjusts],
]
