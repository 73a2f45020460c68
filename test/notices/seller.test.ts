import { describe, expect, test } from 'bun:test'
import { ORDER, SHOP, telling } from './telling.ts'

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
