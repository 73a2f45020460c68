// What the owner turns while the shop runs: other keys, closing for an hour, a panel switched off, another loss limit; and a clock that
// is set back.
import type { Millis } from '../../../src/lib/brand.ts'
import { HOUR, SECOND } from '../../../src/lib/clock.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { keySetOf } from '../setup.ts'
import { SHOP, type World } from '../world.ts'

/** New bills take the new keys; the old ones stay until their last bill is final. */
const newKeys: Deed = async (world) => {
  if (world.traits.way === 'manual' || world.causes > 500) return false
  const keySet = keySetOf(world, `ks_${++world.causes}`)
  world.trace.note(`new keys ${keySet.id}`)
  await world.store.shops.change(SHOP, (shop) => ({ ...shop, keySets: [keySet, ...shop.keySets] }))
  return true
}

const closes: Deed = async (world) => {
  const until = (world.clock.now() + HOUR) as Millis
  world.trace.note('the shop closes for an hour')
  await world.store.shops.change(SHOP, (shop) => ({
    ...shop,
    settings: { ...shop.settings, closed: { until } },
  }))
  return true
}

const switches: Deed = async (world) => {
  const id = world.chance.one(['p_1', 'p_2'])
  await world.store.providers.change(SHOP, id, (doc) => {
    world.trace.note(`${id} is ${doc.disabled ? 'on' : 'off'}`)
    return { ...doc, disabled: !doc.disabled }
  })
  return true
}

const allows: Deed = async (world) => {
  const lossLimit = world.chance.one([0, 10, 50])
  world.trace.note(`${lossLimit} % may be lost`)
  await world.store.shops.change(SHOP, (shop) => ({ ...shop, settings: { ...shop.settings, lossLimit } }))
  return true
}

/** As a wrong clock is put right. */
const setBack: Deed = async (world) => {
  if (world.scheduler.all().length > 0) return false
  const seconds = world.chance.one([1, 40, 300])
  world.trace.note(`the clock is set back by ${seconds} s`)
  world.clock.advance(-seconds * SECOND)
  return true
}

/** Panels that are off are on again, and the shop is open. */
export const openAll = async (world: World): Promise<void> => {
  for (const id of ['p_1', 'p_2'])
    await world.store.providers.change(SHOP, id, (doc) => (doc.disabled ? { ...doc, disabled: false } : null))
}

export const ownerDeeds: Weighed[] = [
  [0.15, newKeys],
  [0.1, closes],
  [0.15, switches],
  [0.15, allows],
  [0.1, setBack],
]
