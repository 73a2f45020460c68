// What kind of a shop and of a day a seed is: drawn once, before anything happens.
import type { Chance } from './chance.ts'
import type { PanelSetup } from './panel.ts'

export type Traits = {
  /** `play`: the shop is testing, its customers are bound accounts, and its panel is real. */
  money: 'real' | 'play'
  hooked: boolean
  /** Paid through Midtrans, or by the seller's own static QRIS. */
  way: 'midtrans' | 'manual'
  /** Midtrans names each refund in its word. */
  listsRefunds: boolean
  /** The seller may say that something did not go in though it did. */
  mistaken: boolean
  /** Other services stand in for what a panel refuses. */
  alternatives: boolean
  topupsOut: boolean
  /** A copy of the database is put back in the middle of it. */
  restores: boolean
  /** How likely each answer of the outside is lost or odd. */
  trouble: number
  /** How likely a step is a kill. */
  kills: number
  /** How likely a write of the store is refused ("database is locked"). */
  busy: number
  /** How likely the end of a job is not written, so that it is done again. */
  repeats: number
  customers: number
  links: string[]
  /** Every order has a link of its own. */
  apart: boolean
  services: string[]
  opening: number
  margin: string
  panels: Record<string, PanelSetup>
  /** What people and the outside do before all calms down. */
  deeds: number
  /** Orders wished for, at most. */
  wishes: number
  /** The longest pause of a call. */
  patience: number
  /** Leases are renewed; a process that is held up as a whole loses them. */
  beats: boolean
}

export const PANEL_ONE = 'https://panel-one.example/api/v2'
export const PANEL_TWO = 'https://panel-two.example/api/v2'

export const drawTraits = (chance: Chance): Traits => {
  const calm = chance.may(0.15)
  const way = chance.may(0.15) ? 'manual' : 'midtrans'
  return {
    money: way === 'midtrans' && chance.may(0.2) ? 'play' : 'real',
    hooked: chance.may(0.8),
    way,
    listsRefunds: chance.may(0.5),
    mistaken: chance.may(0.1),
    restores: chance.may(0.05),
    alternatives: chance.may(0.4),
    topupsOut: chance.may(0.5),
    trouble: calm ? 0 : chance.one([0.04, 0.12, 0.3]),
    kills: calm ? 0 : chance.one([0, 0.003, 0.01]),
    repeats: calm ? 0 : chance.one([0, 0.02, 0.1]),
    busy: calm ? 0 : chance.one([0, 0, 0.002]),
    customers: 1 + chance.below(2),
    apart: chance.may(0.3),
    services: chance.may(0.35) ? ['sv_1'] : ['sv_1', 'sv_1', 'sv_2', 'sv_3'],
    links: ['https://instagram.com/warung', 'https://instagram.com/kopi'].slice(0, 1 + chance.below(2)),
    opening: chance.one([0, 0, 3000, 20_000, 900_000, 900_000]),
    margin: '33',
    panels: {
      [PANEL_ONE]: setupOf(chance),
      [PANEL_TWO]: setupOf(chance),
    },
    deeds: 12 + chance.below(24),
    wishes: 2 + chance.below(4),
    patience: chance.one([5000, 20_000, 35_000]),
    beats: chance.may(0.75),
  }
}

const setupOf = (chance: Chance): PanelSetup => ({
  world: 'real',
  rates: { 1001: 9000, 1002: 9500 },
  balance: chance.may(0.1) ? 8000 : 1_000_000,
  refusesTwins: chance.may(0.5),
})
