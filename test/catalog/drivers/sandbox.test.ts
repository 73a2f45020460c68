// The practice panel: the provider contract, its failures by word, its own clockwork, and what survives a restart.
import { describe, expect, test } from 'bun:test'
import { type SandboxLedger, sandboxProvider } from '../../../src/catalog/drivers/sandbox.ts'
import { failureIn, SANDBOX_FAILURES } from '../../../src/catalog/drivers/sandbox-failures.ts'
import type { Provider, ProviderOrder } from '../../../src/catalog/provider.ts'
import type { RefusalReason } from '../../../src/model/service.ts'
import { canonicalLink } from '../../../src/model/target.ts'
import { type ProviderUnderTest, providerContract } from '../provider-contract.ts'

const START = Date.UTC(2026, 2, 10, 5)
const SERVICE = { default: '1002', package: '1021', custom_comments: '1015' }

const memoryLedger = () => {
  const rows = new Map<string, { text: string; v: number }>()
  const ledger: SandboxLedger = {
    async get(key) {
      const row = rows.get(key)
      return row ? { doc: JSON.parse(row.text), v: row.v } : null
    },
    async put(key, doc, v) {
      if ((rows.get(key)?.v ?? 0) !== v) return false
      rows.set(key, { text: JSON.stringify(doc), v: v + 1 })
      return true
    },
  }
  const taken = (link: string) =>
    [...rows].filter(([key, row]) => key.includes(':order:') && JSON.parse(row.text).link === link).length
  return { ledger, taken }
}

const practice = () => {
  const clock = { at: START, now: () => clock.at }
  const { ledger, taken } = memoryLedger()
  const provider = sandboxProvider({ ledger, clock })
  let links = 0
  const order = (word = 'toko', type: ProviderOrder['type'] = 'default'): ProviderOrder => ({
    service: SERVICE[type],
    type,
    link: `https://instagram.com/${word}_${++links}`,
    quantity: 1000,
    ...(type === 'custom_comments' ? { comments: ['bagus', 'mantap', 'keren', 'asli', 'top'] } : {}),
  })
  return { clock, ledger, taken, provider, order }
}

const WORDS: Record<RefusalReason, string> = {
  link: 'gagal_link',
  private: 'akun.privat',
  quantity: 'gagal-jumlah',
  service: 'gagal-layanan',
  comments: 'gagal-komentar',
  funds: 'gagal-saldo',
  activeOrder: 'aktif',
  auth: 'gagal-kunci',
  throttled: 'terlalu-cepat',
  other: 'gagal-lain',
}

const start = (): ProviderUnderTest => {
  const { clock, taken, provider, order } = practice()
  return {
    provider,
    order: (type) => order('toko', type),
    orderEnding: (end) => order({ completed: 'toko', partial: 'sebagian', canceled: 'batal-panel' }[end]),
    finish: () => {
      clock.at += 150_000
    },
    orderRefused: (reason) => order(WORDS[reason]),
    orderLost: (wasTaken) => order(wasTaken ? 'hilang' : 'habis-waktu'),
    unreachable: () => ({ provider, order: order('putus') }),
    taken,
    stop: async () => {},
  }
}

providerContract('sandbox', start)

const accept = async (provider: Provider, order: ProviderOrder) => {
  const outcome = await provider.add(order)
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return outcome
}
const tell = async (provider: Provider, id: string) => {
  const answer = await provider.status([id])
  return answer.ok ? answer.orders.get(id) : undefined
}
const balance = async (provider: Provider) => {
  const answer = await provider.balance()
  return answer.ok ? Number(answer.balance) : Number.NaN
}

describe('practice catalogue', () => {
  test('at least 60 sellable services over 8 platforms, some unsellable types, some broken rows', async () => {
    const answer = await practice().provider.services()
    if (!answer.ok) throw new Error(answer.message)
    const sellable = answer.services.filter(({ type }) =>
      ['default', 'package', 'custom_comments'].includes(type),
    )
    expect(sellable.length).toBeGreaterThanOrEqual(60)
    expect(answer.services.length).toBeGreaterThan(sellable.length)
    expect(answer.invalid.map(({ reasons }) => reasons[0]?.split(':')[0])).toEqual([
      'rateUnreadable',
      'maxBelowMin',
      'idDuplicate',
    ])
    const platforms = /instagram|tiktok|youtube|facebook|telegram|twitter|threads|spotify|shopee|website/i
    const seen = new Set(sellable.map(({ category }) => platforms.exec(category)?.[0]?.toLowerCase()))
    expect(seen.size).toBeGreaterThanOrEqual(8)
    expect(seen).not.toContain(undefined)
  })
})

describe('practice orders', () => {
  test('wait, deliver more and more, and complete within three minutes', async () => {
    const { clock, provider, order } = practice()
    const { id } = await accept(provider, order())
    expect((await tell(provider, id))?.state).toBe('pending')
    const remains: number[] = []
    for (const seconds of [30, 60, 80]) {
      clock.at = START + seconds * 1000
      const status = await tell(provider, id)
      expect(status?.state).toBe('inProgress')
      remains.push(status!.remains!)
    }
    expect(remains).toEqual([...remains].sort((a, b) => b - a))
    expect(new Set(remains).size).toBe(3)
    clock.at = START + 180_000
    expect(await tell(provider, id)).toMatchObject({ state: 'completed', remains: 0, currency: 'IDR' })
  })

  test('a restart changes nothing: the same order, the same balance, the next number', async () => {
    const { clock, ledger, provider, order } = practice()
    const first = await accept(provider, order())
    const again = sandboxProvider({ ledger, clock })
    expect(await tell(again, first.id)).toEqual(await tell(provider, first.id))
    expect(await balance(again)).toBe(await balance(provider))
    expect((await accept(again, order())).id).not.toBe(first.id)
  })

  test('cost is the rate per thousand; a package costs its rate once; blank comments are free', async () => {
    const { provider, order } = practice()
    const before = await balance(provider)
    expect((await accept(provider, { ...order(), quantity: 500 })).charge).toBe('4900')
    expect((await accept(provider, order('toko', 'package'))).charge).toBe('21500')
    const comments = { ...order('toko', 'custom_comments'), comments: ['a', '', 'b', ' ', 'c', 'd', 'e'] }
    expect((await accept(provider, comments)).charge).toBe('925')
    expect(before - (await balance(provider))).toBe(4900 + 21500 + 925)
  })

  test('what a partial or canceled order did not deliver flows back', async () => {
    const { clock, provider, order } = practice()
    const before = await balance(provider)
    await accept(provider, order('batal-panel'))
    const { id } = await accept(provider, order('sebagian'))
    clock.at += 150_000
    const status = await tell(provider, id)
    expect(before - (await balance(provider))).toBe(Number(status?.charge))
    expect(Number(status?.charge)).toBe(9800 * 0.6)
  })

  test('two at once get two numbers and are both paid for', async () => {
    const { provider, order } = practice()
    const before = await balance(provider)
    const outcomes = await Promise.all([accept(provider, order()), accept(provider, order())])
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(2)
    expect(before - (await balance(provider))).toBe(2 * 9800)
  })

  test('a second order on the same link waits for the first', async () => {
    const { clock, provider, order } = practice()
    const sent = order()
    await accept(provider, sent)
    expect(await provider.add(sent)).toMatchObject({ kind: 'refused', reason: 'activeOrder' })
    clock.at += 180_000
    expect((await provider.add(sent)).kind).toBe('accepted')
  })

  test('quantities outside the limits, a wrong type and real poverty are refused', async () => {
    const { provider, order } = practice()
    expect(await provider.add({ ...order(), quantity: 99 })).toMatchObject({ reason: 'quantity' })
    expect(await provider.add({ ...order(), quantity: 100_001 })).toMatchObject({ reason: 'quantity' })
    expect(await provider.add({ ...order(), type: 'package' })).toMatchObject({ reason: 'service' })
    const dear = { ...order(), service: '3001', quantity: 20_000 }
    for (let at = 0; at < 3; at++) await accept(provider, { ...dear, link: `${dear.link}${at}` })
    expect(await provider.add(dear)).toMatchObject({ reason: 'funds' })
  })

  test('an emptied account is full again the next day', async () => {
    const { clock, provider, order } = practice()
    await accept(provider, order())
    clock.at += 86_400_000
    expect(await balance(provider)).toBe(10_000_000)
  })
})

describe('failures on request', () => {
  test('each word is found in a link, and an ordinary link means none', () => {
    for (const { word } of SANDBOX_FAILURES) {
      const target = canonicalLink(`instagram.com/${word}`)
      // What the seller is told to write is an address that the bot takes.
      expect(target.ok && failureIn([target.link])?.word).toBe(word)
      expect(failureIn([`https://facebook.com/${word.replaceAll('_', '-')}`])?.word).toBe(word)
      expect(failureIn([`https://instagram.com/toko/${word}`])?.word).toBe(word)
    }
    expect(failureIn(['https://instagram.com/interaktif', 'https://tiktok.com/@lambatlaun'])).toBeUndefined()
    expect(failureIn(['https://instagram.com/toko', 'komentar ini hilang'])?.word).toBe('hilang')
  })

  test.each(['aktif', 'tunggu_saldo', 'terlalu_cepat'])('"%s" passes after a minute', async (word) => {
    const { clock, provider, order } = practice()
    const sent = order(word)
    expect((await provider.add(sent)).kind).toBe('refused')
    clock.at += 59_000
    expect((await provider.add(sent)).kind).toBe('refused')
    clock.at += 1_000
    expect((await provider.add(sent)).kind).toBe('accepted')
  })

  test('a lost order tells the seller its number, and runs like any other', async () => {
    const { clock, provider, order } = practice()
    const outcome = await provider.add(order('hilang'))
    const id = outcome.kind === 'unknown' ? (/\d{6}/.exec(outcome.detail)?.[0] ?? '') : ''
    clock.at += 180_000
    expect(await tell(provider, id)).toMatchObject({ state: 'completed' })
  })

  test('slow, broken, silent and odd orders', async () => {
    const { clock, provider, order } = practice()
    const words = ['lambat', 'rusak-panel', 'diam', 'kata-aneh']
    const ids: string[] = []
    for (const word of words) ids.push((await accept(provider, order(word))).id)
    clock.at += 180_000
    const told = await Promise.all(ids.map((id) => tell(provider, id)))
    expect(told[0]?.state).toBe('inProgress')
    expect(told[1]?.state).toBe('failed')
    expect(told[2]).toBeUndefined()
    expect(told[3]?.word).toBeString()
    expect(told[3]).not.toHaveProperty('state')
  })
})
