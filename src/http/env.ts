// What every route can read of a request beside the request itself.

import type { SignedIn } from '../accounts/sessions.ts'
import type { Shop } from '../model/shop.ts'
import type { Account, Session } from '../store/documents.ts'
import type { Client } from './client.ts'

/** What routes need of Bun's server, which comes as `c.env`; nothing of it in a bare `app.request()`. */
export type BunServer = {
  requestIP(request: Request): { address: string } | null
  timeout(request: Request, seconds: number): void
}

export type AppEnv = {
  Bindings: Partial<BunServer>
  Variables: {
    requestId: string
    client: Client
    /** Null on public routes without a session. */
    signedIn: SignedIn | null
    /** Behind the gate of auth.ts. */
    account: Account
    session: Session
    /** Behind `ownShop`: the shop of the path, which belongs to the account. */
    shop: Shop
    /** What a route adds to the audit line of its act. */
    facts?: Record<string, string | number | boolean>
  }
}

/** The part of the configuration that the doors know. */
export type HttpSettings = {
  /** `''` or `/x`, without a slash at the end. */
  basePath: string
  /** Origin, without `basePath`; null: this installation has no public address. */
  publicUrl: string | null
  publicIpv4: string | null
  trustedProxies: readonly string[]
  version: string
}
