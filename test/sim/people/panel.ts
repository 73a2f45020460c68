// What the panels do by themselves: they deliver, stop, change rates and balances.
import { MINUTE } from '../../../src/lib/clock.ts'
import type { Deed, Weighed } from '../deeds.ts'
import type { PanelRow } from '../panel.ts'
import type { World } from '../world.ts'

const FINAL = ['completed', 'partial', 'canceled']

const finish = (world: World, row: PanelRow): void => {
  const { chance, trace } = world
  const { quantity } = row.order
  const state = chance.weighed([
    [5, 'completed'],
    [2, 'partial'],
    [1, 'canceled'],
  ] as const)
  const remains = state === 'completed' ? 0 : state === 'canceled' ? quantity : chance.below(quantity + 1)
  row.state = { ...row.state, state: state ?? 'completed', word: state ?? '', remains }
  trace.note(`  the panel says ${row.id} ${state} ${remains}`)
}

const runs = (world: World): PanelRow[] =>
  [...world.panels.values()].flatMap(({ rows }) =>
    rows.filter(({ state }) => !FINAL.includes(state.state ?? '')),
  )

const works: Deed = async (world) => {
  const { chance, trace } = world
  const rows = runs(world)
  if (rows.length === 0) return false
  const row = chance.one(rows)
  if (chance.may(0.6)) {
    finish(world, row)
    return true
  }
  const { quantity } = row.order
  const state = chance.may(0.2) ? 'failed' : 'inProgress'
  row.state = { ...row.state, state, word: state, startCount: 100, remains: chance.below(quantity) }
  trace.note(`  the panel says ${row.id} ${state}`)
  return true
}

/** What has run for a while comes to its end. */
export const finishOld = (world: World): void => {
  for (const row of runs(world)) if (row.at + 2 * MINUTE <= world.clock.now()) finish(world, row)
}

const moves: Deed = async (world) => {
  const { chance, trace } = world
  const panel = chance.one([...world.panels.values()])
  if (chance.may(0.5)) {
    panel.state.balance = chance.one([0, 5000, 1_000_000])
    trace.note(`  a panel's balance is ${panel.state.balance}`)
  } else {
    panel.state.rates.set('1001', chance.one([9000, 9000, 9500, 11_900, 13_000]))
    trace.note(`  a panel's rate is ${panel.state.rates.get('1001')}`)
  }
  return true
}

export const panelDeeds: Weighed[] = [
  [4, works],
  [0.5, moves],
]
