// What people and the outside do by themselves, in whatever order the dice say.

import { claimDeeds } from './people/claims.ts'
import { customerDeeds } from './people/customer.ts'
import { gatewayDeeds } from './people/gateway.ts'
import { machineDeeds } from './people/machine.ts'
import { ownerDeeds } from './people/owner.ts'
import { panelDeeds } from './people/panel.ts'
import { saldoDeeds } from './people/saldo.ts'
import { sellerDeeds } from './people/seller.ts'
import type { World } from './world.ts'

/** False: there was nothing to do it to. */
export type Deed = (world: World) => Promise<boolean>
export type Weighed = readonly [number, Deed]

/** One of all that may be done now. */
export const anyDeed: Deed = async (world) => {
  const all: Weighed[] = [
    ...customerDeeds,
    ...sellerDeeds,
    ...saldoDeeds,
    ...ownerDeeds,
    ...machineDeeds,
    ...(world.traits.way === 'manual' ? claimDeeds : []),
    ...gatewayDeeds,
    ...panelDeeds,
  ]
  for (let tries = 0; tries < 6; tries++) if (await world.chance.weighed(all)?.(world)) return true
  return false
}
