// What replicas have between them: which shops are looked at and what was told of them, and who alone does something now.
import type { Feed, Leases, Told } from '../../together.ts'
import type { Collections } from './database.ts'
import { lost, untilWon } from './turns.ts'

export const makeFeed = (of: Collections): Feed => {
  const ring = of('feed')
  return {
    watch: (shop, now, until) =>
      untilWon<Told>(ring, shop, async () => {
        const known = await ring.take({ _id: shop }, { $set: { until } }, { answer: 'after' })
        if (known) return known['told'] as Told
        if (!(await ring.insert({ _id: shop, until, told: {} }))) return lost
        await ring.remove({ until: { $lte: now } })
        return {}
      }),
    tell: async (shop, topic, now) => {
      const told = await ring.take(
        { _id: shop, until: { $gt: now } },
        { $inc: { [`told.${topic}`]: 1 } },
        { answer: 'after' },
      )
      return told && Number((told['told'] as Told)[topic])
    },
    told: async (shops) =>
      (await ring.find({ _id: { $in: shops } })).map(({ _id, told }) => ({ shop: _id, told: told as Told })),
  }
}

export const makeLeases = (of: Collections): Leases => {
  const ring = of('lease')
  return {
    take: async (name, owner, now, lease) => {
      const until = now + lease
      const held = await ring.first({ _id: name })
      if (!held) return (await ring.insert({ _id: name, owner, token: 1, until })) ? { token: 1 } : null
      const token = Number(held['token'])
      if (held['owner'] === owner)
        return (await ring.take({ _id: name, owner, token }, { $set: { until } }, { answer: 'after' }))
          ? { token }
          : null
      if (Number(held['until']) > now) return null
      const taken = await ring.update(
        { _id: name, token, until: { $lte: now } },
        { $set: { owner, until }, $inc: { token: 1 } },
      )
      return taken ? { token: token + 1 } : null
    },
    leave: async (name, token) => {
      await ring.update({ _id: name, token, owner: { $ne: '' } }, { $set: { until: 0, owner: '' } })
    },
  }
}
