// Three replicas of one shop on one MongoDB, one of them of the previous commit, behind a round robin: two are killed in the middle of
// sales. Everything is answered once and in order, sold once, and every rupiah is in its place. The long form: test/replicas/main.ts.
import { expect, setDefaultTimeout, test } from 'bun:test'
import { salesOf, sellAll } from '../replicas/load.ts'
import { openPlace, type Place, until } from '../replicas/place.ts'
import { atRest, lookAtRest } from '../replicas/rules.ts'
import { MONGO_URL, whereMongo } from '../support/mongo.ts'

setDefaultTimeout(400_000)

/** The topics that an open page has been told of; each page is served by the next replica. */
const openPage = async (place: Place): Promise<Set<string>> => {
  const { body } = await place.browser.send('GET', `/api${place.path}/live`)
  const topics = new Set<string>()
  const read = async () => {
    for await (const chunk of body ?? [])
      for (const [, topic = ''] of new TextDecoder().decode(chunk).matchAll(/"topic":"(\w+)"/g))
        topics.add(topic)
  }
  // It is cut when its replica is killed.
  read().catch(() => undefined)
  return topics
}

whereMongo(() => {
  test('three replicas, one of the commit before, two killed while people buy', async () => {
    const place = await openPlace({ url: MONGO_URL ?? '', replicas: 2, older: 'HEAD~1' })
    try {
      const sales = salesOf(place, { chats: 9, rounds: 1 })
      const pages = [await openPage(place), await openPage(place), await openPage(place)]
      expect(new Set(place.proxy.asked.keys()).size).toBe(3)
      await sellAll(place, sales.slice(0, 1))
      await until('a hint on each page', () =>
        pages.every((topics) => topics.has('orders') && topics.has('chats')),
      )
      const selling = sellAll(place, sales.slice(1))
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
