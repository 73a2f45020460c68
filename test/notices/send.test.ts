import { describe, expect, test } from 'bun:test'
import type { Move } from '../../src/model/flow.ts'
import type { Refund, StrayMoney } from '../../src/model/order.ts'
import { CHAT, labels, ORDER, SHOP, telling } from './telling.ts'

const stray = (at: number, change: Partial<StrayMoney> = {}): StrayMoney => ({
  id: `late:${ORDER}-1`,
  kind: 'late',
  attempt: `${ORDER}-1`,
  amount: 37_000,
  state: 'due',
  at,
  ...change,
})

describe('the life of an order in its chat', () => {
  test('a bill with picture, LUNAS on it, one message that goes on in place, and the end', async () => {
    const at = await telling()
    await at.billed()
    expect(await at.tell()).toBe('done')
    await at.pay()
    await at.tell()
    await at.accept()
    await at.tell()
    await at.progress({ startCount: 1204, remains: 2000 })
    await at.tell()
    await at.move({
      to: 'completed',
      type: 'completed',
      patch: { progress: { startCount: 1204, remains: 0, at: at.clock.now() } },
    })
    await at.tell()
    expect(at.lines()).toEqual([
      'send 101 🧾 Tagihan K7Q2M',
      'edit 101 🧾 Tagihan K7Q2M',
      'send 102 Pembayaran diterima, K7Q2M diteruskan ke server…',
      'edit 102 ✅ Pesanan Anda sedang diproses',
      'edit 102 ✅ Pesanan Anda sedang diproses',
      'send 103 🎉 Selesai: 2.000 (1.204 → 3.204)',
    ])
    const [bill, over, paid, , started, done] = at.heard
    expect(bill?.picture).toBeDefined()
    expect(bill?.text).toContain('Bayar Rp37.000')
    expect(bill?.text).toContain('Penerima di aplikasi: NAIKINYUK DIGITAL. Cocokkan dulu.')
    expect(bill?.text).toContain('Bayar sebelum 10.30 WIB (30 menit)')
    expect(labels(bill)).toEqual(['🔄 Cek pembayaran', '✏️ Ubah', '✖️ Batal', '💬 Admin'])
    expect(over?.text).toContain('✅ LUNAS 10.00 WIB')
    expect(over?.picture).toBeDefined()
    expect(over?.picture).not.toEqual(bill!.picture!)
    expect(over?.buttons).toBeUndefined()
    expect(paid?.picture).toBeUndefined()
    expect(started?.text).toContain('Mulai jalan dari 1.204')
    expect(labels(done)).toEqual(['Pesan lagi', 'Ada masalah'])
    expect(new Set(at.heard.map(({ chat }) => chat))).toEqual(new Set([CHAT]))
  })

  test('a job that runs again tells nothing again', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    await at.tell()
    await at.pay()
    for (let n = 0; n < 3; n++) await at.tell()
    await at.accept()
    for (let n = 0; n < 3; n++) await at.tell()
    expect(at.heard).toHaveLength(4)
    expect((await at.order()).events.filter(({ type }) => type === 'told')).toEqual([])
  })

  test('two jobs at once tell once', async () => {
    const at = await telling()
    await at.billed()
    const [one, two] = await Promise.all([at.tell(), at.tell()])
    expect(at.lines()).toEqual(['send 101 🧾 Tagihan K7Q2M'])
    expect([one, two]).toContainEqual({ again: at.clock.now() + 2000 })
    expect(await at.tell()).toBe('done')
    expect(at.heard).toHaveLength(1)
  })

  test('a teller that died leaves its turn to the next after two minutes', async () => {
    const at = await telling()
    await at.billed()
    await at.store.keys.claim(`telling:${ORDER}`, `${at.clock.now()} dead-job`)
    expect(await at.tell()).toEqual({ again: at.clock.now() + 2000 })
    at.clock.advance(2 * 60_000)
    expect(await at.tell()).toBe('done')
    expect(at.heard).toHaveLength(1)
    expect(await at.store.keys.owner(`telling:${ORDER}`)).toBeNull()
  })

  test('a panel that answers at once: money received is said first, then that it is processed', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    at.clear()
    await at.pay()
    await at.accept()
    await at.tell()
    expect(at.lines()).toEqual([
      'edit 101 🧾 Tagihan K7Q2M',
      'send 102 Pembayaran diterima, K7Q2M diteruskan ke server…',
      'edit 102 ✅ Pesanan Anda sedang diproses',
    ])
  })

  test('paid by saldo alone there is no bill to speak of', async () => {
    const at = await telling({ quote: { saldo: 37_000, toPay: 0 } })
    await at.move({ to: 'billing', type: 'confirmed' })
    expect(await at.tell()).toBe('done')
    await at.move({ to: 'paid', type: 'paidBySaldo' })
    await at.tell()
    expect(at.lines()).toEqual(['send 101 Pembayaran diterima, K7Q2M diteruskan ke server…'])
  })
})

describe('a bill that is over', () => {
  for (const [to, words] of [
    ['lapsed', '⌛ KEDALUWARSA, jangan dibayar'],
    ['withdrawn', '✖️ BATAL, jangan dibayar'],
  ] as const)
    test(`${to}: the same message, the picture replaced, nothing new`, async () => {
      const at = await telling()
      await at.billed()
      await at.tell()
      await at.move({ to, type: to })
      await at.tell()
      await at.move({ to: 'closed', type: 'closed' })
      await at.tell()
      expect(at.heard.map(({ call, id }) => `${call} ${id}`)).toEqual(['send 101', 'edit 101'])
      expect(at.heard[1]?.text).toContain(words)
      expect(at.heard[1]?.picture).toBeDefined()
      expect(at.heard[1]?.picture).not.toEqual(at.heard[0]!.picture!)
      expect(labels(at.heard[1])).toEqual(['Pesan lagi'])
    })

  test('closed before anybody was told: the picture is still taken back', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    await at.move({ to: 'lapsed', type: 'lapsed' })
    await at.move({ to: 'closed', type: 'closed' })
    await at.tell()
    expect(at.heard[1]?.text).toContain('⌛ KEDALUWARSA')
  })

  test('a bill that nobody saw says nothing, and an expired one is not shown', async () => {
    const at = await telling()
    await at.billed()
    at.clock.advance(31 * 60_000)
    expect(await at.tell()).toBe('done')
    await at.move({ to: 'lapsed', type: 'lapsed' })
    expect(await at.tell()).toBe('done')
    expect(at.heard).toEqual([])
  })

  test('revived by late money: from KEDALUWARSA to LUNAS', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    await at.move({ to: 'lapsed', type: 'lapsed' })
    await at.tell()
    await at.pay()
    await at.tell()
    expect(at.heard.map(({ call, id }) => `${call} ${id}`)).toEqual([
      'send 101',
      'edit 101',
      'edit 101',
      'send 102',
    ])
    expect(at.heard[2]?.text).toContain('✅ LUNAS')
  })

  test('asked for again: the picture comes anew and the older message goes', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    await at.move({ type: 'billAsked', quiet: true, key: 'resend:5' })
    await at.tell()
    await at.tell()
    expect(at.lines()).toEqual(['send 101 🧾 Tagihan K7Q2M', 'send 102 🧾 Tagihan K7Q2M', 'remove 101 '])
    await at.pay()
    await at.tell()
    expect(at.heard[3]).toMatchObject({ call: 'edit', id: 102 })
  })

  test('a practice bill has its pay button first', async () => {
    const at = await telling()
    await at.billed({ gateway: 'sandbox', url: 'http://127.0.0.1:3000/practice/pay/o_1-1' })
    await at.tell()
    expect(at.heard[0]?.buttons?.[0]).toEqual([
      { label: 'Bayar (latihan)', url: 'http://127.0.0.1:3000/practice/pay/o_1-1' },
    ])
  })

  test('the gateway made no bill: the card again, and the alarm is said', async () => {
    const at = await telling()
    await at.move({ to: 'billing', type: 'confirmed' })
    await at.move({ to: 'quoted', type: 'billRefused', data: { alarm: true } })
    await at.tell()
    await at.tell()
    expect(at.heard).toHaveLength(1)
    expect(at.heard[0]?.text).toContain('Belum ada uang yang berpindah. Admin sudah diberi tahu.')
    expect(labels(at.heard[0])).toContain('✅ Bayar Rp37.000')
    await at.billed()
    await at.tell()
    expect(at.heard).toHaveLength(2)
  })

  test('a card that was only shown is no news', async () => {
    const at = await telling()
    expect(await at.tell()).toBe('done')
    expect(at.heard).toEqual([])
  })
})

const untilNoon = (at: number): number => at + 2 * 3_600_000

describe('waiting, unknown, held', () => {
  const paid = async () => {
    const at = await telling()
    await at.billed()
    await at.pay()
    await at.tell()
    at.clear()
    return at
  }

  for (const [why, words] of [
    ['sameLink', 'Menunggu pesanan sebelumnya di akun yang sama selesai'],
    ['funds', 'Antre di server, kabar paling lambat 12.00 WIB'],
    ['price', 'Antre di server, kabar paling lambat 12.00 WIB'],
    ['play', 'pesanan uji'],
  ] as const)
    test(`waiting for ${why}: in place, once; taken after it had waited: a new message`, async () => {
      const at = await paid()
      const deadline = untilNoon(at.clock.now())
      await at.move({ to: 'waiting', type: 'waiting', patch: { why, deadline } })
      await at.tell()
      expect(at.heard).toHaveLength(1)
      expect(at.heard[0]).toMatchObject({ call: 'edit', id: 101 })
      expect(at.heard[0]?.text).toContain(words)
      await at.submitting()
      await at.tell()
      const refused = { ...(await at.order()).submissions['s1']!, outcome: 'refused' as const }
      await at.move({
        to: 'waiting',
        type: 'refused',
        patch: { why, deadline, submissions: { s1: refused } },
      })
      await at.tell()
      expect(at.heard).toHaveLength(1)
      await at.accept()
      await at.tell()
      expect(at.lines().slice(1)).toEqual(['send 102 ✅ Pesanan Anda sedang diproses'])
    })

  test('no answer: in place, with the half hour; found at the panel later: a new message', async () => {
    const at = await paid()
    await at.submitting()
    await at.move({ to: 'unknown', type: 'noAnswer' })
    await at.tell()
    expect(at.heard[0]?.text).toContain(
      'Server belum menjawab; uangmu aman dan pesanan tidak dikirim dua kali. Kabar paling lambat 10.30 WIB',
    )
    expect(at.heard[0]?.call).toBe('edit')
    await at.move({ to: 'submitted', type: 'foundAtPanel' })
    await at.tell()
    expect(at.lines()[1]).toBe('send 102 ✅ Pesanan Anda sedang diproses')
  })

  test('no answer for long: word again at each promised time and not before, the last without a promise, one message on the screen', async () => {
    const at = await paid()
    await at.submitting()
    await at.move({ to: 'unknown', type: 'noAnswer' })
    await at.tell()
    at.clear()
    const said: string[] = []
    for (const minutes of [29, 1, 89, 1, 599, 1, 6000]) {
      at.clock.advance(minutes * 60_000)
      await at.tell()
      await at.tell()
      said.push(at.lines().join(' | '))
      at.clear()
    }
    const still = 'K7Q2M: Server masih belum menjawab; uangmu aman dan pesanan tidak dikirim dua kali.'
    expect(said).toEqual([
      '',
      `send 102 ⏳ ${still} Kabar berikutnya paling lambat 12.00 WIB. | remove 101 `,
      '',
      `send 103 ⏳ ${still} Kabar berikutnya paling lambat 22.00 WIB. | remove 102 `,
      '',
      `send 104 ⏳ ${still} Tinggal menunggu penjual memastikannya ke server; kabarnya dikirim ke sini begitu jelas. | remove 103 `,
      '',
    ])
  })

  test('money in another currency: held, no LUNAS, no choice that is not the customer’s', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    at.clear()
    const money = {
      x: { ...stray(at.clock.now(), { id: 'x', kind: 'otherCurrency', amount: 5 }), currency: 'SGD' },
    }
    await at.move({
      to: 'held',
      type: 'otherCurrency',
      patch: {
        bills: await at.paidBill(5),
        money,
        why: 'otherCurrency',
        deadline: untilNoon(at.clock.now()),
      },
    })
    await at.tell()
    expect(at.lines()).toEqual([
      'edit 101 🧾 Tagihan K7Q2M',
      'send 102 ⚠️ Yang masuk untuk K7Q2M bukan rupiah. Pesanan ditahan, uangmu aman. Admin sudah diberi tahu.',
    ])
    expect(labels(at.heard[1])).toEqual(['💬 Admin'])
  })

  test('refused: our own reason and a choice, never the panel’s words', async () => {
    const at = await paid()
    await at.submitting()
    const sent = (await at.order()).submissions['s1']!
    const submissions = {
      s1: {
        ...sent,
        outcome: 'refused' as const,
        reason: 'private' as const,
        message: 'Link private at TopPanel',
      },
    }
    const deadline = untilNoon(at.clock.now())
    await at.move({ to: 'held', type: 'refused', patch: { submissions, why: 'private', deadline } })
    await at.tell()
    expect(at.heard).toHaveLength(1)
    expect(at.heard[0]).toMatchObject({ call: 'send', id: 102 })
    expect(at.heard[0]?.text).toContain('masih privat')
    expect(at.heard[0]?.text).not.toContain('TopPanel')
    expect(labels(at.heard[0])).toEqual(['Tunggu', 'Ganti produk', 'Kembalikan ke saldo'])
    await at.move({ to: 'waiting', type: 'customerWaits', patch: { deadline } })
    await at.tell()
    expect(at.heard[1]).toMatchObject({ call: 'edit', id: 102 })
    expect(at.heard[1]?.text).toContain(
      'menunggu penjual mencobanya lagi. Kalau sampai 12.00 WIB belum bisa, uangnya kembali ke saldo kamu',
    )
  })

  test('another sum than billed: held, the sum named, no LUNAS, no "payment received"', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    at.clear()
    const money = { x: stray(at.clock.now(), { id: 'x', kind: 'otherSum', amount: 20_000 }) }
    await at.move({
      to: 'held',
      type: 'otherSum',
      patch: {
        bills: await at.paidBill(20_000),
        money,
        why: 'otherSum',
        deadline: untilNoon(at.clock.now()),
      },
    })
    await at.tell()
    expect(at.lines()).toEqual([
      'edit 101 🧾 Tagihan K7Q2M',
      'send 102 ⚠️ Yang masuk untuk K7Q2M Rp20.000, bukan Rp37.000. Pesanan ditahan, uangmu aman. Admin sudah diberi tahu.',
    ])
    expect(at.heard[0]?.text).toContain('✖️ BATAL, jangan dibayar')
    await at.move({ to: 'closed', type: 'givenBack' })
    expect(await at.tell()).toEqual({ again: at.clock.now() + 2000 })
    await at.move({ type: 'toSaldo', patch: { money: { x: { ...money.x, state: 'done' } } } })
    await at.tell()
    expect(at.heard[2]?.text).toContain('Rp20.000 sudah kembali ke saldo kamu')
  })
})

describe('money back', () => {
  const refund = (amount: number, state: Refund['state']): Record<string, Refund> => ({
    r1: { id: 'r1', amount, to: 'saldo', state, reason: 'partial', at: 1 },
  })
  const ended = async (step: Pick<Move, 'to' | 'type' | 'patch'>) => {
    const at = await telling()
    await at.billed()
    await at.pay()
    await at.accept()
    await at.tell()
    at.clear()
    await at.move(step as Move)
    return at
  }

  test('partial: said when the money has arrived, with what really came back', async () => {
    const at = await ended({
      to: 'partial',
      type: 'partial',
      patch: { progress: { remains: 720, at: 1 } },
    })
    await at.tell()
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund(13_320, 'due') } })
    expect(await at.tell()).toEqual({ again: at.clock.now() + 2000 })
    expect(at.heard).toEqual([])
    await at.move({ type: 'refunded', patch: { refunds: refund(13_320, 'done') } })
    await at.tell()
    await at.tell()
    expect(at.heard).toHaveLength(1)
    expect(at.heard[0]?.call).toBe('send')
    expect(at.heard[0]?.text).toBe(
      'K7Q2M berhenti di 1.280 dari 2.000. Sisanya 720 nggak terkirim, jadi Rp13.320 sudah kembali ke saldo kamu.',
    )
    expect(labels(at.heard[0])).toEqual(['Lanjut pakai produk lain', 'Simpan', 'Minta ke e-wallet'])
  })

  test('partial without a refund promises no money', async () => {
    const at = await ended({ to: 'partial', type: 'partial', patch: { progress: { remains: 0, at: 1 } } })
    await at.move({ to: 'closed', type: 'givenBack' })
    await at.tell()
    expect(at.heard[0]?.text).toBe('K7Q2M berhenti di 2.000 dari 2.000 kak.')
  })

  test('stopped by the panel: the whole of it', async () => {
    const at = await ended({ to: 'stoppedByPanel', type: 'stoppedByPanel' })
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund(37_000, 'done') } })
    await at.tell()
    expect(at.heard[0]?.text).toContain('Rp37.000 sudah kembali ke saldo kamu')
  })

  test('completed, then the panel changes its word', async () => {
    const at = await ended({ to: 'completed', type: 'completed' })
    await at.tell()
    await at.move({ to: 'stoppedByPanel', type: 'stoppedByPanel' })
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund(37_000, 'done') } })
    await at.tell()
    expect(at.heard).toHaveLength(2)
  })

  test('money that came late is told once it is in the saldo, beside the order’s own message', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    await at.move({ to: 'withdrawn', type: 'withdrawn' })
    await at.tell()
    at.clear()
    const told = (await at.order()).told
    await at.move({ type: 'lateMoney', patch: { money: { a: stray(at.clock.now()) } } })
    expect(await at.tell()).toEqual({ again: at.clock.now() + 2000 })
    expect(at.heard).toEqual([])
    await at.move({ type: 'toSaldo', patch: { money: { a: stray(at.clock.now(), { state: 'done' }) } } })
    await at.tell()
    await at.tell()
    expect(at.heard).toHaveLength(1)
    expect(at.heard[0]?.text).toContain('Uangnya aman di saldo kamu')
    expect((await at.order()).told).toEqual(told!)
  })

  test('a refund that never ends does not keep the job for ever', async () => {
    const at = await ended({ to: 'stoppedByPanel', type: 'stoppedByPanel' })
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund(37_000, 'due') } })
    at.clock.advance(11 * 60_000)
    expect(await at.tell()).toBe('done')
  })
})

describe('the night', () => {
  test('from 22.00 to 07.00 only money received and what needs the customer make a sound', async () => {
    const at = await telling()
    at.clock.set(Date.UTC(2026, 10, 24, 15)) // 22.00 WIB
    await at.billed()
    await at.pay()
    await at.tell()
    await at.accept()
    await at.move({ to: 'completed', type: 'completed' })
    await at.tell()
    expect(at.heard.map(({ silent }) => silent === true)).toEqual([false, true])
    expect(at.heard[1]?.text).toContain('🎉 Selesai')
  })

  test('by the shop’s own clock', async () => {
    const at = await telling({ settings: { timezone: 'Asia/Jayapura' } })
    at.clock.set(Date.UTC(2026, 10, 24, 21, 59)) // 06.59 WIT
    await at.billed()
    await at.pay()
    await at.accept()
    await at.move({ to: 'completed', type: 'completed' })
    await at.tell()
    expect(at.heard.at(-1)?.silent).toBe(true)
    const day = await telling({ settings: { timezone: 'Asia/Jayapura' } })
    day.clock.set(Date.UTC(2026, 10, 24, 22)) // 07.00 WIT
    await day.billed()
    await day.pay()
    await day.accept()
    await day.move({ to: 'completed', type: 'completed' })
    await day.tell()
    expect(day.heard.at(-1)?.silent).toBeUndefined()
  })
})

describe('faults of the outside', () => {
  const shown = async () => {
    const at = await telling()
    await at.billed()
    return at
  }

  test('Telegram asks to wait: again then, nothing written down', async () => {
    const at = await shown()
    at.next.push({ kind: 'later', ms: 7000, detail: '429' })
    expect(await at.tell()).toEqual({ again: at.clock.now() + 7000 })
    expect((await at.order()).told).toBeUndefined()
    expect(await at.tell()).toBe('done')
    expect(at.heard).toHaveLength(2)
  })

  test('a bot that does not answer for a day is asked no more', async () => {
    const at = await shown()
    await at.pay()
    at.clock.advance(24 * 3_600_000)
    at.next.push({ kind: 'later', ms: 7000, detail: '401' })
    expect(await at.tell()).toBe('done')
    expect((await at.order()).told).toBeUndefined()
  })

  test('blocked: over, and the history says that the customer could not be told', async () => {
    const at = await shown()
    await at.pay()
    at.next.push({ kind: 'blocked' })
    expect(await at.tell()).toBe('done')
    expect(await at.tell()).toBe('done')
    expect(at.heard).toHaveLength(1)
    const lines = (await at.order()).events.filter(({ type }) => type === 'unreachable')
    expect(lines.map(({ data }) => data)).toEqual([{ news: 'paid' }])
  })

  test('refused: tried again, and in the log', async () => {
    const at = await shown()
    at.next.push({ kind: 'refused', detail: 'can’t parse entities' })
    expect(await at.tell()).toEqual({ retry: 'refused: can’t parse entities' })
    expect(at.logged.join()).toContain('can’t parse entities')
    expect((await at.order()).told).toBeUndefined()
  })

  test('the message is gone: a new one in its place; the picture of a bill that is over is not sent anew', async () => {
    const at = await shown()
    await at.tell()
    await at.pay()
    at.next.push({ kind: 'gone' })
    await at.tell()
    await at.accept()
    at.next.push({ kind: 'gone' })
    await at.tell()
    await at.tell()
    expect(at.lines()).toEqual([
      'send 101 🧾 Tagihan K7Q2M',
      'edit 101 🧾 Tagihan K7Q2M',
      'send 102 Pembayaran diterima, K7Q2M diteruskan ke server…',
      'edit 102 ✅ Pesanan Anda sedang diproses',
      'send 103 ✅ Pesanan Anda sedang diproses',
    ])
    expect((await at.order()).told).toMatchObject({ messageId: 103, news: 'processing' })
  })

  test('killed between sending and writing down: said twice at most, then never again', async () => {
    const at = await shown()
    const { advance } = at.store.orders
    at.store.orders.advance = async () => {
      throw new Error('killed')
    }
    await expect(at.tell()).rejects.toThrow('killed')
    at.store.orders.advance = advance
    await at.tell()
    await at.tell()
    expect(at.lines()).toEqual(['send 101 🧾 Tagihan K7Q2M', 'send 102 🧾 Tagihan K7Q2M'])
  })

  test('no bot now: fresh news waits, with patience, and old news is dropped', async () => {
    const at = await shown()
    at.house.channel = null
    expect(await at.tell()).toEqual({ again: at.clock.now() + 60_000 })
    await at.pay()
    at.clock.advance(2 * 3_600_000)
    expect(await at.tell()).toEqual({ again: at.clock.now() + 15 * 60_000 })
    at.clock.advance(24 * 3_600_000)
    expect(await at.tell()).toBe('done')
    expect(at.heard).toEqual([])
  })

  test('an order or a shop that is not there', async () => {
    const at = await shown()
    expect(await at.tell({ order: 'o_nowhere' })).toBe('done')
    expect(await at.tell({ shop: 's_nowhere' })).toBe('done')
    expect(at.heard).toEqual([])
  })
})

describe('the reminder', () => {
  const reminder = { mark: 'reminder', attempt: `${ORDER}-1` }

  test('lies in wait from the moment the bill is shown, at two thirds of its life, and comes once', async () => {
    const at = await telling()
    await at.billed()
    await at.tell()
    const due = at.clock.now() + 20 * 60_000
    expect(await at.store.jobs.claim(['notices.order'], 'w', due - 1, 30_000, 10)).toEqual([])
    const [job] = await at.store.jobs.claim(['notices.order'], 'w', due, 30_000, 10)
    expect(job?.payload).toEqual({ shop: SHOP, order: ORDER, ...reminder })
    at.clock.set(due)
    await at.tell(job!.payload)
    await at.tell(job!.payload)
    expect(at.heard).toHaveLength(2)
    expect(at.heard[1]?.text).toContain('masih menunggu kak. Bayar sebelum 10.30 WIB')
    expect((await at.order()).told).toMatchObject({ messageId: 101 })
    await at.pay()
    await at.tell()
    expect(at.heard[2]).toMatchObject({ call: 'edit', id: 101 })
  })

  test('is silent about a bill that is paid, over, expired or was never shown', async () => {
    const at = await telling()
    await at.billed()
    expect(await at.tell(reminder)).toBe('done')
    await at.tell()
    at.clock.advance(31 * 60_000)
    expect(await at.tell(reminder)).toBe('done')
    await at.pay()
    expect(await at.tell(reminder)).toBe('done')
    expect(at.heard).toHaveLength(1)
  })
})

test('in the customer’s own language', async () => {
  const at = await telling()
  const now = at.clock.now()
  const chat = {
    key: CHAT,
    shop: SHOP,
    customer: 'cu_1',
    dialogue: { asked: 'idle' as const },
    language: 'en' as const,
  }
  await at.store.chats.ensure({ ...chat, lastUpdate: 0, createdAt: now, seenAt: now, v: 1 })
  await at.billed()
  await at.tell()
  expect(at.heard[0]?.text).toContain('🧾 Bill K7Q2M')
  expect(at.heard[0]?.text).toContain('Pay Rp37,000')
})
