// MongoDB's driver under a process: its every command is a point of the scheduler, so that the process is killed, and others come between,
// inside one method of the store. The rules look at the rows as they are written.
import { storeOver } from '../../../src/store/drivers/mongodb/index.ts'
import type { Row } from '../../../src/store/drivers/mongodb/ring.ts'
import { fromStored } from '../../../src/store/drivers/mongodb/stored.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Manner, MemoryDatabase } from '../../support/memory-ring.ts'
import { hasWritten, saw } from '../rules/watch.ts'
import type { Owner } from '../scheduler.ts'
import type { World } from '../world.ts'

const mannerOf = ({ scheduler }: World, owner: Owner): Manner => ({
  around: ({ collection, call, about }, work) =>
    scheduler.point({ owner, name: `db.${collection}.${call}`, about }, async () => work()),
  pause: () => scheduler.point({ owner, name: 'db.pause' }, async () => undefined),
  together: 1,
})

/** What is answered is looked at where no row tells it. */
const heard = (world: World, store: Store): Store => ({
  ...store,
  notices: {
    ...store.notices,
    accept: async (...input) => {
      const output = await store.notices.accept(...input)
      await saw(world, { name: 'notices.accept', input, output })
      return output
    },
  },
})

export const storeOfProcess = (world: World, memory: MemoryDatabase, owner: Owner): Store => {
  const database = memory.seenBy(mannerOf(world, owner))
  const store = storeOver(world.defect.database?.(database) ?? database, world.clock)
  return heard(world, world.defect.store?.(store) ?? store)
}

const docOf = ({ _id, x: _, ...stored }: Row) => fromStored<never>(stored)

export const watchRows = (world: World, memory: MemoryDatabase): void =>
  memory.watched((collection, before, after) => {
    if (!after || (before && before['v'] === after['v'])) return
    hasWritten(world, collection, { isNew: before === null, doc: docOf(after) })
  })
