// The store on MongoDB: the contract, and what the races of this server are. Needs a server: see `test/support/mongo.ts`.
import { mongo, whereMongo } from '../support/mongo.ts'
import { storeContract } from './contract/index.ts'

whereMongo(() => {
  storeContract('mongodb', async (clock) => {
    const database = await mongo()
    let store = await database.open(clock)
    const reopen = async () => {
      await store.close()
      store = await database.open(clock)
      return store
    }
    return { store, reopen, close: () => store.close() }
  })
})
