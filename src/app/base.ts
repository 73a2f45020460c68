// What every part of the composition is made from: settings, store, time, ids, seals, log, and the client for typed addresses.
import type { Provider } from '../catalog/provider.ts'
import type { Config } from '../config.ts'
import type { Every } from '../jobs/lease.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import type { SafeFetch } from '../lib/safe-fetch.ts'
import type { Sealer } from '../lib/seal.ts'
import type { KeySet } from '../model/shop.ts'
import type { billPicture } from '../notices/picture.ts'
import type { Gateway } from '../payments/gateway.ts'
import type { Store } from '../store/store.ts'
import type { Pace } from '../telegram/pace.ts'

/** The outside world as a simulation plays it, at the contracts, in place of the vendors' drivers. */
export type Played = {
  gateway(keySet: KeySet): Gateway
  panel(account: { endpoint: string; key: string }): Provider
  picture: typeof billPicture
  /** The beat that renews leases. */
  every: Every
}

export type Base = {
  config: Config
  store: Store
  clock: Clock
  ids: Ids
  log: Log
  box: Sealer
  safeFetch: SafeFetch
  /** Ends early, without a fault, when the signal says so. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  version: string
  /** Instead of Telegram's own limits: for a Bot API server that has none. */
  pace?: Pace
  played?: Played
}

/** Where the outside reaches this installation, base path included; null without a public address. */
export const publicBase = ({ publicUrl, basePath }: Pick<Config, 'publicUrl' | 'basePath'>): string | null =>
  publicUrl ? `${publicUrl}${basePath}` : null
