// What is told beside an order's own message: money that goes back another way, deposits, and the seller's "not yet".
import { describe, expect, test } from 'bun:test'
import type { Refund, RefundTo } from '../../src/model/order.ts'
import { labels, SHOP, telling } from './telling.ts'

type Told = Awaited<ReturnType<typeof telling>>

const refund = (to: RefundTo, state: Refund['state'], change: Partial<Refund> = {}) => ({
  r1: { id: 'r1', amount: 37_000, to, state, reason: 'seller', at: 1, ...change },
})

const held = async (): Promise<Told> => {
  const at = await telling()
  await at.billed()
  await at.pay()
  await at.move({ to: 'held', type: 'held', patch: { why: 'other', deadline: at.clock.now() + 3_600_000 } })
  await at.tell()
  await at.tell()
  at.clear()
  return at
}
const heardOnce = async (at: Told): Promise<string[]> => {
  await at.tell()
  await at.tell()
  return at.heard.splice(0).map(({ call, text }) => `${call} ${text.split('\n')[0]}`)
}

describe('money that goes back another way than to saldo', () => {
  test('through the gateway: where it goes while it is on its way, and when it has gone; never "to your saldo"', async () => {
    const at = await held()
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund('gateway', 'due') } })
    expect(await heardOnce(at)).toEqual([
      'send ↩️ K7Q2M: Rp37.000 sedang dikembalikan lewat QRIS ke aplikasi yang dipakai membayar. Kapan masuknya tergantung aplikasinya, bisa beberapa hari kerja.',
    ])
    await at.move({ type: 'refunded', patch: { refunds: refund('gateway', 'done') } })
    const said = await heardOnce(at)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('sudah dikembalikan lewat QRIS')
  })

  test('by the seller’s hand: once it is done, not before', async () => {
    const at = await held()
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund('hand', 'due') } })
    expect(await heardOnce(at)).toEqual([])
    await at.move({
      type: 'refundedByHand',
      patch: { refunds: refund('hand', 'done', { note: 'BCA ke Siti' }) },
    })
    const said = await heardOnce(at)
    expect(said).toEqual([
      'send ↩️ K7Q2M: Rp37.000 sudah dikembalikan langsung oleh penjual, di luar saldo. Kalau belum diterima, tekan 💬 Admin.',
    ])
    expect(said.join()).not.toContain('BCA')
  })

  test('refused by the gateway and put to saldo instead: said once, as what it is', async () => {
    const at = await held()
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund('gateway', 'due') } })
    await heardOnce(at)
    await at.move({ type: 'refundFailed', patch: { refunds: refund('gateway', 'failed') } })
    expect(await heardOnce(at)).toEqual([])
    await at.move({ type: 'refundAgain', patch: { refunds: refund('saldo', 'due') } })
    await at.move({ type: 'refunded', patch: { refunds: refund('saldo', 'done') } })
    expect(await heardOnce(at)).toEqual(['send ↩️ K7Q2M ditutup. Rp37.000 sudah kembali ke saldo kamu.'])
  })

  test('the same after the end was told: a partial one whose rest went by the gateway and came to saldo', async () => {
    const at = await telling()
    await at.billed()
    await at.pay()
    await at.accept()
    await at.tell()
    at.clear()
    await at.move({
      to: 'partial',
      type: 'partial',
      patch: { progress: { remains: 720, at: at.clock.now() } },
    })
    const part = { amount: 13_320 }
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund('gateway', 'due', part) } })
    const ended = await heardOnce(at)
    expect(ended[0]).toContain('Rp13.320 sedang dikembalikan lewat QRIS')
    expect(ended[1]).toBe('send K7Q2M berhenti di 1.280 dari 2.000 kak.')
    await at.move({ type: 'refundFailed', patch: { refunds: refund('gateway', 'failed', part) } })
    await at.move({ type: 'refunded', patch: { refunds: refund('saldo', 'done', part) } })
    expect(await heardOnce(at)).toEqual(['send ↩️ K7Q2M ditutup. Rp13.320 sudah kembali ke saldo kamu.'])
  })

  test('stopped by the server, given back by hand: no "Rp0 to your saldo"', async () => {
    const at = await telling()
    await at.billed()
    await at.pay()
    await at.accept()
    await at.tell()
    at.clear()
    await at.move({ to: 'stoppedByPanel', type: 'stopped' })
    await at.move({ to: 'closed', type: 'givenBack', patch: { refunds: refund('hand', 'done') } })
    const said = (await heardOnce(at)).join('\n')
    expect(said).toContain('K7Q2M dihentikan server.')
    expect(said).toContain('langsung oleh penjual')
    expect(said).not.toContain('Rp0')
  })
})

describe('a claimed payment that the seller has not seen', () => {
  const claimed = async () => {
    const at = await telling()
    await at.billed({ gateway: 'manual' })
    await at.tell()
    return at
  }
  const bills = async (at: Told, change: object) => {
    const { bills: known } = await at.order()
    return { [at.attempt]: { ...known[at.attempt]!, ...change } }
  }

  test('the bill asks for a word, and is not reminded of once it is claimed', async () => {
    const at = await claimed()
    expect(labels(at.heard[0])).toEqual(['✅ Sudah bayar', '✏️ Ubah', '✖️ Batal', '💬 Admin'])
    expect(at.heard[0]?.text).toContain('Setelah bayar tekan “Sudah bayar” atau kirim foto buktinya.')
    at.clear()
    await at.move({ type: 'claimed', patch: { bills: await bills(at, { claimedAt: at.clock.now() }) } })
    at.clock.advance(20 * 60_000)
    await at.tell({ mark: 'reminder', attempt: at.attempt })
    expect(at.heard).toEqual([])
  })

  test('is told each time they looked, loud, with the way to say it again', async () => {
    const at = await claimed()
    at.clear()
    for (const minute of [1, 20]) {
      at.clock.advance(minute * 60_000)
      await at.move({ type: 'notYet', patch: { bills: await bills(at, { notYetAt: at.clock.now() }) } })
      const said = await heardOnce(at)
      expect(said).toHaveLength(1)
      expect(said[0]).toContain('uang untuk K7Q2M belum terlihat')
    }
  })

  test('not after it was paid', async () => {
    const at = await claimed()
    at.clear()
    const paid = Object.fromEntries(
      Object.entries(await at.paidBill()).map(([name, bill]) => [name, { ...bill, notYetAt: 5 }]),
    )
    await at.move({ to: 'paid', type: 'paid', patch: { bills: paid } })
    expect((await heardOnce(at)).join()).not.toContain('belum terlihat')
  })
})

describe('a deposit', () => {
  const deposit = async () => {
    const at = await telling({ quote: { displayName: 'Isi saldo', link: '', price: 50_000, toPay: 50_000 } })
    await at.move({ type: 'asDeposit', quiet: true, patch: { deposit: true } })
    await at.billed({ amount: 50_000 })
    await at.tell()
    return at
  }

  test('its bill names saldo and no product; paid, it says what came and what there is now, and nothing of a server', async () => {
    const at = await deposit()
    expect(at.heard[0]?.text).toContain('Isi saldo Rp50.000')
    expect(at.heard[0]?.text).not.toMatch(/Target|Harga/)
    expect(labels(at.heard[0])).toEqual(['🔄 Cek pembayaran', '✖️ Batal', '💬 Admin'])
    at.clear()
    await at.pay()
    await at.tell()
    expect(at.lines()).toEqual(['edit 101 🧾 Tagihan K7Q2M'])
    expect(at.heard[0]?.text).toContain('✅ LUNAS')
    at.clear()
    await at.store.wallets.credit(SHOP, 'cu_1', 'real', { cause: 'd', amount: 63_320, at: 1, note: 'topup' })
    await at.move({ to: 'closed', type: 'deposited', data: { amount: 50_000 } })
    expect(await heardOnce(at)).toEqual(['send ✅ Saldo bertambah Rp50.000. Saldo kamu sekarang Rp63.320.'])
  })

  test('of another sum than billed is LUNAS all the same, with what came', async () => {
    const at = await deposit()
    at.clear()
    await at.move({ to: 'paid', type: 'paid', patch: { bills: await at.paidBill(30_000) } })
    await at.move({ to: 'closed', type: 'deposited', data: { amount: 30_000 } })
    const said = await heardOnce(at)
    expect(said.join()).toContain('Saldo bertambah Rp30.000')
    expect(said.join()).not.toContain('BATAL')
  })

  test('that came after it was taken back is told as saldo, and offers no order', async () => {
    const at = await deposit()
    await at.move({ to: 'withdrawn', type: 'withdrawn', by: 'customer' })
    await at.tell()
    at.clear()
    const late = {
      id: 'late:1',
      kind: 'late',
      attempt: at.attempt,
      amount: 50_000,
      state: 'done',
      at: 1,
    } as const
    await at.move({ type: 'toSaldo', patch: { money: { [late.id]: late } } })
    expect((await heardOnce(at)).join()).toContain('Saldo bertambah Rp50.000')
  })

  test('that lapsed is filled again by its button', async () => {
    const at = await deposit()
    at.clear()
    await at.move({ to: 'lapsed', type: 'lapsed' })
    await at.tell()
    expect(at.heard[0]?.text).toContain('KEDALUWARSA')
    expect(at.heard[0]?.buttons?.flat()).toEqual([{ label: '➕ Isi saldo', payload: 'tu:50000' }])
  })
})
