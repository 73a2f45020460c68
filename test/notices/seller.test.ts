import { describe, expect, test } from 'bun:test'
import type { Shop, ShopSettings } from '../../src/model/shop.ts'
import { tellSeller } from '../../src/notices/seller.ts'
import { liveShop } from '../support/shops.ts'
import { labels, ORDER, SHOP, telling } from './telling.ts'

/** Sales are told elsewhere. */
const MUTED = { salesMuted: true }
const noon = (at: { now(): number }): number => at.now() + 2 * 3_600_000

const refused = async (bound: number[]) => {
  const at = await telling({ bound, settings: MUTED })
  await at.billed()
  await at.pay()
  await at.submitting()
  const sent = (await at.order()).submissions['s1']!
  const submissions = {
    s1: {
      ...sent,
      outcome: 'refused' as const,
      reason: 'link' as const,
      message: 'Link <b>invalid</b> & wrong',
    },
  }
  await at.move({
    to: 'held',
    type: 'refused',
    patch: { submissions, why: 'link', deadline: noon(at.clock) },
  })
  return at
}

describe('what a seller hears in their own chat', () => {
  test('a refusal with the panel’s own words, once to each bound account, at the shop’s bot', async () => {
    const at = await refused([7, 8])
    expect(await at.tellSeller()).toBe('done')
    expect(await at.tellSeller()).toBe('done')
    expect(at.heard.map(({ call, chat }) => `${call} ${chat}`)).toEqual(['send 4242:7', 'send 4242:8'])
    expect(at.heard[0]?.text).toContain('⚠️ K7Q2M ditahan')
    expect(at.heard[0]?.text).toContain('Kata panel: Link <b>invalid</b> & wrong')
    expect(at.heard[0]?.html).toContain('&lt;b&gt;invalid&lt;/b&gt; &amp; wrong')
    expect((await at.order()).told).toBeUndefined()
  })

  test('quiet when nobody is bound, and when the shop has no bot', async () => {
    const nobody = await refused([])
    expect(await nobody.tellSeller()).toBe('done')
    expect(nobody.heard).toEqual([])
    const noBot = await refused([7])
    await noBot.store.shops.change(SHOP, ({ bot: _, ...shop }) => shop)
    expect(await noBot.tellSeller()).toBe('done')
    expect(noBot.heard).toEqual([])
  })

  test('who was reached is not told again when another has to wait', async () => {
    const at = await refused([7, 8])
    at.next.push({ kind: 'sent', messageId: 1 }, { kind: 'later', ms: 5000, detail: '429' })
    expect(await at.tellSeller()).toEqual({ again: at.clock.now() + 5000 })
    expect(await at.tellSeller()).toBe('done')
    expect(at.heard.map(({ chat }) => chat)).toEqual(['4242:7', '4242:8', '4242:8'])
  })

  test('one who blocked the bot does not keep the others from hearing', async () => {
    const at = await refused([7, 8])
    at.next.push({ kind: 'blocked' })
    expect(await at.tellSeller()).toBe('done')
    expect(await at.tellSeller()).toBe('done')
    expect(at.heard.map(({ chat }) => chat)).toEqual(['4242:7', '4242:8'])
    expect(at.logged.join()).toContain('a seller could not be told')
  })

  for (const [why, words] of [
    ['funds', 'menunggu saldo panel'],
    ['price', 'harga panel naik'],
    ['play', 'kirim sungguhan'],
    ['link', 'memilih menunggu'],
  ] as const)
    test(`waiting for ${why}`, async () => {
      const at = await telling({ bound: [7], settings: MUTED })
      await at.billed()
      await at.pay()
      await at.move({ to: 'waiting', type: 'waiting', patch: { why, deadline: noon(at.clock) } })
      await at.tellSeller()
      expect(at.heard).toHaveLength(1)
      expect(at.heard[0]?.text).toContain(words)
      expect(at.heard[0]?.text).toContain('12.00 WIB')
    })

  test('a queue behind the same link, a running and a finished order need no seller', async () => {
    const at = await telling({ bound: [7], settings: MUTED })
    await at.billed()
    await at.tellSeller()
    await at.pay()
    await at.tellSeller()
    await at.move({ to: 'waiting', type: 'waiting', patch: { why: 'sameLink', deadline: noon(at.clock) } })
    await at.tellSeller()
    await at.accept()
    await at.move({ to: 'completed', type: 'completed' })
    await at.tellSeller()
    expect(at.heard).toEqual([])
  })

  test('no answer from the panel, with what its balance hints', async () => {
    const at = await telling({ bound: [7], settings: MUTED })
    await at.billed()
    await at.pay()
    await at.submitting()
    const s1 = {
      ...(await at.order()).submissions['s1']!,
      outcome: 'unknown' as const,
      hint: 'probablyTaken' as const,
    }
    await at.move({ to: 'unknown', type: 'noAnswer', patch: { submissions: { s1 } } })
    await at.tellSeller()
    expect(at.heard[0]?.text).toContain('panel tidak menjawab')
    expect(at.heard[0]?.text).toContain('mungkin sudah diterima')
  })

  test('a gateway that refuses with an alarm, a chargeback beside whatever else', async () => {
    const at = await telling({ bound: [7], settings: MUTED })
    await at.move({ to: 'billing', type: 'confirmed' })
    await at.move({ to: 'quoted', type: 'billRefused', data: { alarm: true } })
    await at.tellSeller()
    expect(at.heard[0]?.text).toContain('🚨 K7Q2M: gateway menolak')
    await at.billed()
    await at.pay()
    const entry = { id: 'chargeback:1', kind: 'chargeback' as const, attempt: `${ORDER}-1`, amount: 37_000 }
    await at.move({ type: 'chargeback', patch: { money: { a: { ...entry, state: 'due', at: 1 } } } })
    await at.tellSeller()
    await at.tellSeller()
    expect(at.heard).toHaveLength(2)
    expect(at.heard[1]?.text).toContain('Rp37.000 ditarik kembali')
  })
})

describe('cards', () => {
  const unknown = async (settings: Partial<ShopSettings> = MUTED, admin?: Shop) => {
    const at = await telling({ bound: [7], settings })
    await at.billed()
    await at.pay()
    await at.submitting()
    const s1 = { ...(await at.order()).submissions['s1']!, outcome: 'unknown' as const }
    await at.move({ to: 'unknown', type: 'noAnswer', patch: { submissions: { s1 } } })
    const deps = { ...at.deps, ...(admin ? { adminShops: async () => [admin] } : {}) }
    let runs = 0
    const tell = () => tellSeller(deps, { shop: SHOP, order: ORDER }, { job: `job-${++runs}` })
    return { ...at, tell, s1 }
  }

  test('what the balance tells later stands on the same card, without a new message', async () => {
    const at = await unknown()
    await at.tell()
    const told = { ...at.s1, balanceBefore: '10.5', balanceAfter: '9.1', hint: 'probablyTaken' as const }
    await at.move({ type: 'balanceRead', patch: { submissions: { s1: told } } })
    await at.tell()
    await at.tell()
    expect(at.heard.map(({ call, id }) => [call, id])).toEqual([
      ['send', 101],
      ['edit', 101],
    ])
    expect(at.heard[1]?.text).toContain('Saldo panel: sebelum 10.5 IDR, sesudah 9.1 IDR')
    expect(labels(at.heard[1])).toHaveLength(3)
  })

  test('a reminder comes with sound at night and takes the older card away', async () => {
    const at = await unknown()
    await at.tell()
    at.clock.set(Date.UTC(2026, 10, 24, 18))
    await at.tell()
    expect(at.heard.map(({ call, id, silent }) => [call, id, silent])).toEqual([
      ['send', 101, undefined],
      ['send', 102, undefined],
      ['remove', 101, undefined],
    ])
    expect(at.heard[1]?.text).toContain('sudah 15 jam tanpa jawaban panel')
  })

  test('decided: the card is edited, once, and says by whom; nothing new is said', async () => {
    const at = await unknown()
    await at.tell()
    const refused = { ...at.s1, outcome: 'refused' as const }
    await at.move({
      to: 'held',
      type: 'notAtPanel',
      by: 'seller:a_1:7',
      patch: { submissions: { s1: refused }, why: 'other' },
    })
    await at.move({
      type: 'approved',
      by: 'seller:a_1:7',
      patch: { approved: { by: 'seller:a_1:7', at: 1 } },
    })
    at.clear()
    await at.tell()
    await at.tell()
    expect(at.heard.map(({ call, id }) => [call, id])).toEqual([['edit', 101]])
    expect(at.heard[0]?.text).toContain('Tidak ada di panel · Ani, 10.00 WIB')
    expect(at.heard[0]?.buttons).toBeUndefined()
  })

  test('two jobs at once tell it once', async () => {
    const at = await unknown()
    await Promise.all(Array.from({ length: 20 }, () => at.tell()))
    expect(at.heard).toHaveLength(1)
  })

  test('after the last reminder the admin hears of it once, in a shop of their own; not of their own shop', async () => {
    const own = {
      ...liveShop({ id: 's_9', owner: 'a_9', bot: true }),
      bound: [{ user: 99, name: 'Admin', at: 1 }],
    }
    const at = await unknown(MUTED, own)
    at.clock.advance(2 * 3_600_000)
    await at.tell()
    expect(at.heard.filter(({ chat }) => chat === '4242:99')).toEqual([])
    at.clock.advance(10 * 3_600_000)
    await at.tell()
    await at.tell()
    const heard = at.heard.filter(({ chat }) => chat === '4242:99')
    expect(heard.map(({ text }) => text)).toEqual([
      '🆘 Toko Warung Kopi: pesanan K7Q2M sudah 12 jam tanpa jawaban panel dan belum diputuskan penjualnya.',
    ])
    const self = await unknown(MUTED, { ...own, owner: 'a_1' })
    self.clock.advance(13 * 3_600_000)
    await self.tell()
    expect(self.heard.filter(({ chat }) => chat === '4242:99')).toEqual([])
  })

  test('a sale is one line, silent at night, of test money said so, and none an hour later', async () => {
    const at = await telling({ bound: [7], quote: { money: 'play' } })
    await at.billed()
    at.clock.set(Date.UTC(2026, 10, 24, 16))
    await at.pay()
    await at.tellSeller()
    await at.tellSeller()
    expect(at.heard.map(({ text, silent }) => [text, silent])).toEqual([
      ['💸 K7Q2M · IG Followers Campuran · 2.000 · Rp37.000 · 🧪 uji', true],
    ])
    const late = await telling({ bound: [7] })
    await late.billed()
    await late.pay()
    late.clock.advance(61 * 60_000)
    await late.tellSeller()
    expect(late.heard).toEqual([])
  })
})
