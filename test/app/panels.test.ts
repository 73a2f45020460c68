// The pace of a panel account: what our own limiter holds back for too long has certainly not left the house, and is said so.
import { expect, test } from 'bun:test'
import type { Base } from '../../src/app/base.ts'
import { makePanels } from '../../src/app/panels.ts'
import { SECOND } from '../../src/lib/clock.ts'
import { neverLeft } from '../../src/lib/never-left.ts'
import { sealer } from '../../src/lib/seal.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'

const order = { service: '7', type: 'default' as const, link: 'https://instagram.com/a', quantity: 100 }

test('a request a second and account; who would wait longer than patience lasts never left, and never arrives', async () => {
  const clock = fakeClock()
  const arrived: string[] = []
  const sleepers: { until: number; go: () => void }[] = []
  const base = {
    clock,
    ids: countingIds(),
    box: sealer('a secret of at least thirty-two letters'),
    wait: (ms: number) => new Promise<void>((go) => void sleepers.push({ until: clock.now() + ms, go })),
    safeFetch: async (url: string) => {
      arrived.push(url)
      const bytes = new TextEncoder().encode(`{"order":${arrived.length}}`)
      return { ok: true, status: 200, headers: new Headers(), bytes }
    },
  } as unknown as Base
  const { connectForm } = makePanels(base)
  const panel = connectForm({ endpoint: 'https://panel.test/api/v2', key: 'key-1' })
  const other = connectForm({ endpoint: 'https://panel.test/api/v2', key: 'key-2' })
  const all = Promise.all(Array.from({ length: 60 }, () => panel.add(order)))
  expect((await other.add(order)).kind).toBe('accepted')
  for (let second = 0; second < 40; second++) {
    await Bun.sleep(0)
    clock.advance(SECOND)
    for (const one of sleepers.splice(0)) one.until <= clock.now() ? one.go() : sleepers.push(one)
  }
  const outcomes = await all
  const accepted = outcomes.filter(({ kind }) => kind === 'accepted').length
  const limited = outcomes.filter((one) => one.kind === 'neverLeft' && one.code === 'LIMITED').length
  expect(accepted + limited).toBe(60)
  expect(accepted).toBeGreaterThanOrEqual(20)
  expect(limited).toBeGreaterThan(10)
  expect(arrived).toHaveLength(accepted + 1)
  expect(neverLeft('LIMITED')).toBe(true)
})
