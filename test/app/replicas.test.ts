// Three replicas of one shop on one MongoDB, one of them of the previous commit, behind a round robin: two are killed in the middle of
// sales. Everything is answered once and in order, sold once, and every rupiah is in its place. The long form: test/replicas/main.ts.
import { expect, setDefaultTimeout, test } from 'bun:test'
import { salesOf, sellAll } from '../replicas/load.ts'
import { openPlace } from '../replicas/place.ts'
import { atRest, lookAtRest } from '../replicas/rules.ts'
import { MONGO_URL, whereMongo } from '../support/mongo.ts'

setDefaultTimeout(400_000)

whereMongo(() => {
  test('three replicas, one of the commit before, two killed while people buy', async () => {
    const place = await openPlace({ url: MONGO_URL ?? '', replicas: 2, older: 'HEAD~1' })
    try {
      const sales = salesOf(place, { chats: 9, rounds: 1 })
      const selling = sellAll(place, sales)
      const [first, , old] = place.replicas
      if (!first || !old) throw new Error('three replicas')
      await Bun.sleep(1500)
      await place.kill(first)
      await Bun.sleep(1500)
      await place.kill(old)
      await Promise.all([place.start(first), place.start(old)])
      await selling
      await atRest(place, sales.flat())
      const { faults, repeated } = await lookAtRest(place, sales)
      expect(faults).toEqual([])
      // What a killed process had said and not noted is said once more: at most one answer in each chat it held.
      expect(repeated).toBeLessThanOrEqual(2 * sales.length)
      expect(await Promise.all(place.replicas.map((replica) => place.stop(replica)))).toEqual([0, 0, 0])
    } finally {
      await place.close()
    }
  })
})
