// The store on MongoDB: the contract, and what the races of this server are. Needs a server: see `test/support/mongo.ts`.
import { setDefaultTimeout } from 'bun:test'
import { mongo, whereMongo } from '../support/mongo.ts'
import { storeContract } from './contract/index.ts'
import { survivesMoves } from './moving.ts'

// A server that has other guests is slow now and then.
setDefaultTimeout(120_000)

whereMongo(() => {
  storeContract('mongodb', async (clock) => {
    const database = await mongo()
    let store = await database.open(clock)
    const reopen = async () => {
      await store.close()
      store = await database.open(clock)
      return store
    }
    const close = async () => {
      await survivesMoves(store)
      await store.close()
    }
    return { store, reopen, close }
  })
})
