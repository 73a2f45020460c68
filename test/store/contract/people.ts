import { expect, test } from 'bun:test'
import { type OpenStore, part, together } from './support.ts'

export const peopleContract = (name: string, open: OpenStore): void => {
  part(`${name}: accounts`, open, (at) => {
    const account = {
      id: 'a_1',
      email: 'ani@example.com',
      role: 'admin' as const,
      createdAt: 1,
      sessionsFrom: 0,
      language: 'id' as const,
      v: 1,
    }

    test('are made once and found by address, the new one after a change', async () => {
      const made = await together(20, () => at.store.accounts.create(account))
      expect(made.filter((one) => one === 'created')).toHaveLength(1)
      await at.store.accounts.change('a_1', (current) => ({ ...current, email: 'b@example.com' }))
      expect(await at.store.accounts.byEmail('ani@example.com')).toBeNull()
      expect(await at.store.accounts.byEmail('b@example.com')).toMatchObject({ id: 'a_1', v: 2 })
      await at.store.accounts.create({ ...account, id: 'a_0', email: 'c@example.com' })
      expect((await at.store.accounts.list()).map(({ id }) => id)).toEqual(['a_1', 'a_0'])
    })
  })

  part(`${name}: sessions and links`, open, (at) => {
    const session = (id: string, account = 'a_1') => ({ id, account, createdAt: 1, expiresAt: 10, csrf: 'c' })

    test('a session is moved, removed, swept when it has ended, and gone with all of its account', async () => {
      for (const id of ['s1', 's2', 's3']) await at.store.sessions.create(session(id))
      await at.store.sessions.create(session('t1', 'a_2'))
      await at.store.sessions.extend('s1', 50)
      await at.store.sessions.extend('s9', 50)
      await at.store.sessions.remove('s2')
      expect(await at.store.sessions.get('s2')).toBeNull()
      expect(await at.store.sessions.prune(10)).toBe(2)
      expect(await at.store.sessions.get('s1')).toMatchObject({ expiresAt: 50, csrf: 'c' })
      await at.store.sessions.create(session('t2', 'a_2'))
      await at.store.sessions.removeOf('a_1')
      expect(await at.store.sessions.get('s1')).toBeNull()
      expect(await at.store.sessions.get('t2')).not.toBeNull()
    })

    test('a one-time link is taken once', async () => {
      await at.store.links.put({ id: 'h', purpose: 'invite', email: 'x@example.com' })
      expect(await at.store.links.get('h')).toMatchObject({ purpose: 'invite' })
      const taken = await together(30, () => at.store.links.take('h'))
      expect(taken.filter(Boolean)).toMatchObject([{ email: 'x@example.com' }])
      await at.store.links.put({ id: 'h2', purpose: 'bind' })
      await at.store.links.remove('h2')
      expect(await at.store.links.take('h2')).toBeNull()
    })
  })

  part(`${name}: keys and limits`, open, (at) => {
    test('a key has one owner, whoever asks', async () => {
      const owners = await together(50, (i) => at.store.keys.claim('bot:1', `s_${i}`))
      expect(new Set(owners).size).toBe(1)
      const owner = owners[0] ?? ''
      expect(await at.store.keys.claim('bot:1', owner)).toBe(owner)
      expect(await at.store.keys.release('bot:1', 'nobody')).toBe(false)
      expect(await at.store.keys.owner('bot:1')).toBe(owner)
      expect(await at.store.keys.release('bot:1', owner)).toBe(true)
      expect(await at.store.keys.owner('bot:1')).toBeNull()
      expect(await at.store.keys.claim('bot:1', 'new')).toBe('new')
    })

    test('hits are counted within their window, each key by itself', async () => {
      const now = at.clock.now()
      const hit = (key: string, when = now) => at.store.limits.hit(key, when, 1000)
      expect((await together(300, () => hit('a'))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 300 }, (_, i) => i + 1),
      )
      expect(await hit('b')).toBe(1)
      expect(await hit('a', now + 999)).toBe(301)
      expect(await hit('a', now + 1000)).toBe(1)
      await at.store.limits.clear('a')
      expect(await hit('a', now + 1001)).toBe(1)
    })
  })
}
