// A store of a process that is killed at its k-th write: the call never answers well, and nothing after it is done.
import type { Store } from '../../src/store/store.ts'

const WRITES = new Set([
  'change',
  'create',
  'putLot',
  'putRows',
  'claim',
  'release',
  'add',
  'revive',
  'remove',
])

/** `before`: the k-th write is not made; `after`: it is, and its answer is lost. Every later call fails too. */
export const dying = (store: Store, k: number, when: 'before' | 'after') => {
  let writes = 0
  let dead = false
  const call = async (
    method: (...input: unknown[]) => Promise<unknown>,
    input: unknown[],
  ): Promise<unknown> => {
    if (dead) throw new Error('dead')
    writes++
    if (writes !== k) return method(...input)
    dead = true
    if (when === 'after') await method(...input)
    throw new Error('killed')
  }
  const noun = (target: object): object =>
    new Proxy(target, {
      get: (of, name) => {
        const member = Reflect.get(of, name) as unknown
        if (typeof member !== 'function') return member
        const method = member.bind(of) as (...input: unknown[]) => Promise<unknown>
        if (!WRITES.has(String(name))) return method
        return (...input: unknown[]) => call(method, input)
      },
    })
  const doomed = new Proxy(store, {
    get: (of, name) => {
      const member = Reflect.get(of, name) as unknown
      return typeof member === 'object' && member !== null ? noun(member) : member
    },
  })
  return { store: doomed, died: () => dead }
}
