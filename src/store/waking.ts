// The nouns of a driver, and a call to whoever waits for work after each write that left some: for every driver the same.
import type { Store } from './store.ts'

type Waking = Pick<Store, 'inbox' | 'orders' | 'withdrawals' | 'chats' | 'items' | 'notices' | 'jobs'>

const makeBell = () => {
  const listeners = new Set<() => void>()
  return {
    listen: (listener: () => void) => void listeners.add(listener),
    /** The same method; whoever waits for work is told after it has been written. */
    after:
      <Input extends unknown[], Output>(
        method: (...input: Input) => Promise<Output>,
        leftWork: (answer: Output) => boolean = () => true,
      ) =>
      async (...input: Input): Promise<Output> => {
        const answer = await method(...input)
        if (leftWork(answer)) for (const listener of listeners) listener()
        return answer
      },
  }
}

const leftJobs = (now: { outbox?: unknown[] } | null): boolean => (now?.outbox?.length ?? 0) > 0

/** Says after a written answer whether it left work: most leave none. */
const answeringOf =
  (chats: Store['chats']) =>
  async (...[shop, key, n, decide]: Parameters<Store['chats']['answer']>) => {
    let left = false
    const ok = await chats.answer(shop, key, n, (chat) => {
      const next = decide(chat)
      left = leftJobs(next)
      return next
    })
    return { ok, left }
  }

export const waking = <Nouns extends Waking>(nouns: Nouns): Nouns & Pick<Store, 'onWork'> => {
  const { inbox, orders, withdrawals, chats, items, notices, jobs } = nouns
  const { listen, after } = makeBell()
  const answering = after(answeringOf(chats), ({ ok, left }) => ok && left)
  return {
    ...nouns,
    inbox: { ...inbox, accept: after(inbox.accept, ({ fresh }) => fresh) },
    orders: {
      ...orders,
      create: after(orders.create, (created) => created === 'created'),
      advance: after(orders.advance, (moved) => moved.ok && moved.order.outbox.length > 0),
    },
    withdrawals: {
      ...withdrawals,
      create: after(withdrawals.create),
      change: after(withdrawals.change, leftJobs),
    },
    chats: {
      ...chats,
      change: after(chats.change, leftJobs),
      answer: async (...given) => (await answering(...given)).ok,
    },
    items: { ...items, create: after(items.create), change: after(items.change, leftJobs) },
    notices: { ...notices, accept: after(notices.accept, (created) => created === 'created') },
    jobs: { ...jobs, add: after(jobs.add), revive: after(jobs.revive) },
    onWork: listen,
  }
}
