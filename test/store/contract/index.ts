// The one suite that every driver of the store passes.
import { nounsContract } from './nouns.ts'
import { ordersContract } from './orders.ts'
import type { OpenStore } from './support.ts'
import { workContract } from './work.ts'

export const storeContract = (name: string, open: OpenStore): void => {
  ordersContract(name, open)
  workContract(name, open)
  nounsContract(name, open)
}
