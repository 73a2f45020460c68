// Whether an address that a seller typed may be asked at all: the guarded client's own rules, before anything is stored.
import { pin, type Resolve, systemResolve } from '../lib/pin.ts'

export type ReachRules = { allowHosts: readonly string[]; resolve?: Resolve }

const LONGEST_LOOKUP = 5000

/** http or https without credentials, and no private host unless it is listed. A name that isn't found passes: the test of the
 *  connection says so better. */
export const makeMayReach =
  ({ allowHosts, resolve = systemResolve }: ReachRules) =>
  async (endpoint: string): Promise<boolean> => {
    const url = URL.parse(endpoint)
    if (!url) return false
    const pinned = await pin({ allowHosts, resolve, deadline: AbortSignal.timeout(LONGEST_LOOKUP) }, url)
    return pinned.ok || !pinned.code.startsWith('BLOCKED_')
  }
