// Saldo through the front door: seen, filled, taken out; in words, by command and by button; and what an enemy or a hasty thumb does.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import type { WalletEntry } from '../../src/store/store.ts'
import { ANI, BUDI, type House, LINK, openHouse, SHOP } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ builtin: true })
})
afterEach(() => house.close())

const NUMBER = '081234567890'
const WHERE = `dana ${NUMBER} a.n. Siti Aminah`
const joined = async (text: string, from = ANI) => (await house.say(text, from)).join('\n')
const pressed = async (label: RegExp, from = ANI) => (await house.press(label, from)).join('\n')
const labels = (from = ANI): string[] =>
  house.api
    .screen(from.id)
    .at(-1)
    ?.buttons.flat()
    .map(({ text }) => text) ?? []

const customerOf = async (from = ANI): Promise<string> => {
  await house.say('/saldo', from)
  return (await house.store.chats.get(SHOP, `4242:${from.id}`))?.customer ?? ''
}

let causes = 0
const give = async (amount: number, change: Partial<WalletEntry> = {}, from = ANI): Promise<void> => {
  causes += 1
  const entry = { cause: `c${causes}`, amount, at: house.clock.now(), note: 'partial', ...change }
  await house.store.wallets.credit(SHOP, await customerOf(from), 'real', entry)
}
const wallet = async (from = ANI) => house.store.wallets.get(SHOP, await customerOf(from), 'real')
const withdrawals = () => house.store.withdrawals.list(SHOP, { limit: 50 })
const deposits = () => house.store.orders.list(SHOP, { deposits: true, limit: 50 })
const toCard = async (amount = '20000') => {
  await house.say(`/tarik ${amount}`)
  return joined(WHERE)
}

describe('what is in it', () => {
  test('an empty one says so, and offers to be filled', async () => {
    expect(await joined('/saldo')).toContain('Rp0')
    expect(labels()).toEqual(['➕ Isi saldo'])
  })

  test('balance, what is held, what can be taken out, and the newest ten entries with their signs', async () => {
    for (let i = 1; i <= 11; i++) await give(1000 * i, { note: 'late' })
    await give(50_000, { note: 'topup', topup: true })
    await house.store.wallets.debit(SHOP, await customerOf(), 'real', {
      cause: 'adjusted',
      amount: -500,
      at: house.clock.now(),
      note: 'adjusted',
      reason: 'Salah <b>hitung</b>',
    })
    await house.store.wallets.hold(SHOP, await customerOf(), 'real', { id: 'o_x', amount: 10_000 })
    const text = await joined('saldo saya berapa kak')
    expect(text).toContain('Saldo kamu: <b>Rp115.500</b>')
    expect(text).toContain('Rp10.000 sedang ditahan')
    expect(text).toContain('yang bisa dipakai Rp105.500')
    expect(text).toContain('Bisa ditarik: Rp66.000')
    expect(text).toContain('<b>−Rp500</b> · disesuaikan penjual (Salah &lt;b&gt;hitung&lt;/b&gt;)')
    expect(text).toContain('<b>+Rp50.000</b> · isi saldo')
    expect(text.split('\n').filter((line) => line.includes(' · '))).toHaveLength(10)
    expect(text).not.toContain('+Rp1.000<')
    expect(labels()).toEqual(['➕ Isi saldo', '💸 Tarik'])
  })

  test('is nobody else’s', async () => {
    await give(40_000)
    expect(await joined('/saldo', BUDI)).toContain('Rp0')
  })

  test('asked for in the middle of an order, it does not lose the order', async () => {
    await house.say('id 2')
    await give(40_000)
    expect((await joined('/saldo')).split('\n').at(-1)).not.toBe('')
    expect((await house.dialogue())?.asked).toBe('asking_link')
    expect(await joined(LINK)).toContain('min 100')
  })

  test('in English', async () => {
    await give(40_000)
    await house.say('/language en')
    expect(await joined('/balance')).toContain('Your balance: <b>Rp40,000</b>')
    expect(await joined('/deposit')).toContain('How much')
    expect(await joined('/withdraw')).toContain('You can withdraw')
  })
})

describe('/deposit', () => {
  test.each([
    ['/deposit 50000', 50_000],
    ['/deposit 50rb', 50_000],
    ['/deposit lima puluh ribu', 50_000],
    ['/deposit Rp1.000.000', 1_000_000],
    ['/topup 10.000', 10_000],
    ['isi saldo 75rb dong', 75_000],
    ['mau deposit seratus ribu', 100_000],
  ])('%s is a bill at once', async (words, amount) => {
    expect(await joined(words)).toContain('siapin QRIS isi saldo')
    expect(await deposits()).toMatchObject([
      { deposit: true, state: 'billing', quote: { price: amount, toPay: amount, saldo: 0 } },
    ])
    expect(await house.orders()).toEqual([])
  })

  test.each([
    '0',
    '-5',
    '-50000',
    '1e9',
    '9999',
    '2000001',
    '5jt',
    '99999999999999999999',
    'banyak',
    '50000 100000',
    '٥٠٠٠٠',
    '50',
  ])('%s is no sum to fill with: the bounds are said, and nothing is billed', async (sum) => {
    expect(await joined(`/deposit ${sum}`)).toContain('<b>Rp10.000</b> sampai <b>Rp2.000.000</b>')
    expect(await deposits()).toEqual([])
    expect((await house.dialogue())?.asked).toBe('asking_amount')
    expect(await joined('50rb')).toContain('QRIS')
    expect(await deposits()).toHaveLength(1)
    expect(await house.dialogue()).toMatchObject({ asked: 'idle' })
  })

  test('alone asks how much, by buttons and words; "batal" stops', async () => {
    expect(await joined('/deposit')).toContain('Mau isi saldo berapa')
    expect(labels()).toEqual(['Rp20.000', 'Rp50.000', 'Rp100.000', 'Rp200.000'])
    expect(await joined('emang buat apa ya')).toContain('jumlah uangnya')
    expect(await joined('batal')).toContain('Saldo kamu tetap utuh')
    expect(await pressed(/Rp100\.000/)).toContain('Rp100.000')
    expect(await deposits()).toMatchObject([{ quote: { price: 100_000 } }])
  })

  test('the same update twice, and fifty thumbs on one button, are one bill each', async () => {
    const update = house.api.message(ANI, { text: '/deposit 50000' })
    await house.tell(update)
    await house.tell(update)
    expect(await deposits()).toHaveLength(1)
    await house.say('/deposit')
    const tap = house.api.pressed(ANI, /Rp20\.000/)
    await Promise.all(Array.from({ length: 50 }, () => house.accept(tap)))
    await house.drain()
    expect(await deposits()).toHaveLength(2)
  })

  test('of four open bills the fourth is refused, orders counted too', async () => {
    for (const sum of ['20000', '30000', '40000']) await house.say(`/deposit ${sum}`)
    expect(await joined('/deposit 50000')).toContain('Masih ada 3 tagihan')
    expect(await deposits()).toHaveLength(3)
    await house.say('id 2')
    await house.say(LINK)
    await house.say('100')
    expect(await joined('ya')).toContain('Masih ada 3 tagihan')
  })

  test('leaves an order under way where it is', async () => {
    await house.say('id 2')
    await house.say('/deposit 50000')
    expect((await house.dialogue())?.asked).toBe('asking_link')
    expect(await joined(LINK)).toContain('min 100')
  })

  test('a closed shop takes none, but pays out', async () => {
    await give(40_000)
    house.hooks.phase = 'closed'
    for (const words of ['/deposit 50000', '/deposit', 'isi saldo 50rb'])
      expect(await joined(words)).toContain('Toko belum buka')
    expect(await deposits()).toEqual([])
    expect(await toCard()).toContain('Cek dulu')
    expect(await joined('ya')).toContain('sudah dicatat')
  })
})

describe('/tarik', () => {
  test('sum, where to, card, yes: the sum is held, and the seller can open where it goes', async () => {
    await give(33_320)
    expect(await joined('/tarik')).toContain('Yang bisa ditarik <b>Rp33.320</b>, minimal Rp10.000')
    expect(labels()).toEqual(['Semua · Rp33.320'])
    expect(await joined('20rb')).toContain('<b>Rp20.000</b> dikirim ke mana')
    const card = await joined(WHERE)
    expect(card).toContain('Tarik  : <b>Rp20.000</b>')
    expect(card).toContain('Ke     : DANA ••••7890 (Si…)')
    expect(labels()).toEqual(['✅ Ya, tarik', 'Batal'])
    expect(await withdrawals()).toEqual([])
    const done = await pressed(/Ya, tarik/)
    expect(done).toContain('Penarikan <b>Rp20.000</b> ke DANA ••••7890 (Si…) sudah dicatat')
    expect(done).toContain('10.00 WIB, 25 Nov')
    expect(await withdrawals()).toMatchObject([
      { amount: 20_000, state: 'due', masked: 'DANA ••••7890 (Si…)' },
    ])
    expect(await wallet()).toMatchObject({
      balance: 33_320,
      holds: { [(await withdrawals())[0]?.id ?? '']: 20_000 },
    })
    expect(await house.dialogue()).toMatchObject({ asked: 'idle' })
  })

  test.each([
    ['tarik saldo 20rb ke dana 081234567890 a.n. Siti Aminah', 20_000],
    ['tolong cairin 15.000 ke bca 1234567890 an Siti', 15_000],
    ['/tarik 20000 dana 081234567890 a.n. Siti', 20_000],
    ['wd semua ke ovo 081234567890 atas nama Siti', 33_320],
  ])('all in one message: %s', async (words, amount) => {
    await give(33_320)
    expect(await joined(words)).toContain('Cek dulu')
    expect(await joined('ya')).toContain('sudah dicatat')
    expect(await withdrawals()).toMatchObject([{ amount }])
  })

  test.each([
    ['refund aja ke dana 081234567890 an Siti Aminah', 'Mau tarik berapa'],
    ['saldonya kirim ke ovo 081234567890 a.n. Siti', 'Mau tarik berapa'],
    ['uangku taruh di bca 1234567890 atas nama Siti', 'Mau tarik berapa'],
  ])('other words for it: %s', async (words, answer) => {
    await give(33_320)
    expect(await joined(words)).toContain(answer)
    expect(await joined('15rb')).toMatch(/Tarik {2}: <b>Rp15\.000<\/b>\nKe {5}: \w+ ••••7890/)
  })

  test('another sum while "where to" is asked', async () => {
    await give(33_320)
    await house.say('/tarik 20000')
    expect(await joined('ganti jumlah 30rb')).toContain('<b>Rp30.000</b> dikirim ke mana')
    expect(await joined(WHERE)).toContain('Tarik  : <b>Rp30.000</b>')
  })

  test('where to may be told in several messages, and is never guessed', async () => {
    await give(33_320)
    await house.say('/tarik 20000')
    for (const part of ['a.n. Siti Aminah', 'dana', '0812'])
      expect(await joined(part)).toContain('Tujuannya belum lengkap')
    expect(await joined(NUMBER)).toContain('DANA ••••7890 (Si…)')
    expect(await withdrawals()).toEqual([])
  })

  test.each(['0', '-5', '1e9', '9999', '33321', '999999999', 'banyak', '10.000 20.000'])(
    '%s: what can be taken out is said, and nothing is',
    async (sum) => {
      await give(33_320)
      expect(await joined(`/tarik ${sum}`)).toContain('<b>Rp10.000</b> sampai <b>Rp33.320</b>')
      expect(await withdrawals()).toEqual([])
      expect((await house.dialogue())?.asked).toBe('asking_amount')
    },
  )

  test('of nothing, of too little, of what was topped up, of what is held: why not', async () => {
    expect(await joined('/tarik')).toContain('belum ada yang bisa ditarik')
    await give(50_000, { note: 'topup', topup: true })
    expect(await joined('/tarik')).toContain('berasal dari isi saldo')
    await give(9000)
    expect(await joined('/tarik 9000')).toContain('baru <b>Rp9.000</b>')
    await house.store.wallets.hold(SHOP, await customerOf(), 'real', { id: 'o_x', amount: 59_000 })
    expect(await joined('/tarik')).toContain('sedang ditahan')
    await house.store.shops.change(SHOP, (shop) => ({
      ...shop,
      settings: { ...shop.settings, topupsOut: true },
    }))
    await house.store.wallets.release(SHOP, await customerOf(), 'real', 'o_x')
    expect(await joined('/tarik')).toContain('<b>Rp59.000</b>')
    expect(await withdrawals()).toEqual([])
  })

  test('fifty presses and fifty words of yes are one withdrawal', async () => {
    await give(33_320)
    await toCard()
    const taps = Array.from({ length: 50 }, () => house.api.pressed(ANI, /Ya, tarik/))
    await Promise.all(taps.map((tap) => house.accept(tap)))
    await house.drain()
    for (let i = 0; i < 3; i++) await house.say('ya')
    expect(await withdrawals()).toHaveLength(1)
    expect(Object.values((await wallet()).holds)).toEqual([20_000])
  })

  test('another customer’s button takes nothing out, from anybody', async () => {
    await give(33_320)
    await give(33_320, {}, BUDI)
    await toCard()
    const tap = house.api.pressed(ANI, /Ya, tarik/)
    const data = tap.callback_query?.data ?? ''
    await house.say('/start', BUDI)
    const stolen = house.api.pressed(BUDI, /^2$/)
    if (stolen.callback_query) stolen.callback_query.data = data
    expect((await house.tell(stolen, BUDI.id)).join()).toContain('nggak berlaku')
    expect(await withdrawals()).toEqual([])
    await house.tell(tap)
    expect(await withdrawals()).toHaveLength(1)
    expect((await house.tell(stolen, BUDI.id)).join()).not.toContain('dicatat')
  })

  test('an old card takes nothing out: another sum, a quarter of an hour, stopped', async () => {
    await give(33_320)
    await toCard()
    const old = house.api.pressed(ANI, /Ya, tarik/)
    expect(await joined('eh 15rb aja')).toContain('Tarik  : <b>Rp15.000</b>')
    expect((await house.tell(old)).join()).toContain('nggak berlaku')
    house.clock.advance(16 * MINUTE)
    expect(await pressed(/Ya, tarik/)).toContain('nggak berlaku')
    await toCard()
    const stopped = house.api.pressed(ANI, /Ya, tarik/)
    expect(await pressed(/Batal/)).toContain('Saldo kamu tetap utuh')
    expect((await house.tell(stopped)).join()).toContain('nggak berlaku')
    expect(await withdrawals()).toEqual([])
  })

  test.each([
    'ya tapi nanti',
    'kalau 30rb gimana',
    'tidak',
    'sudah bayar',
    'berapa lama?',
    'ya ke gopay aja',
    'boleh diganti nomornya?',
    'ya tarik',
  ])('%s is no yes', async (words) => {
    await give(33_320)
    await toCard()
    await house.say(words)
    expect(await withdrawals()).toEqual([])
  })

  test('a yes to an order’s card is none to the withdrawal before it, and the other way round', async () => {
    await give(33_320)
    await toCard()
    await house.say('id 2')
    await house.say(LINK)
    await house.say('100')
    expect(await joined('ya')).not.toContain('dicatat')
    expect(await withdrawals()).toEqual([])
    expect(await house.orders()).toMatchObject([{ state: 'billing' }])
    await house.say('id 2')
    await house.say('https://instagram.com/lain')
    await house.say('100')
    await toCard('10000')
    expect(await joined('ya')).toContain('dicatat')
    expect((await house.orders()).map(({ state }) => state)).toEqual(['quoted', 'billing'])
  })

  test('what was spent between card and yes is not taken out', async () => {
    await give(33_320)
    await toCard('30000')
    await house.store.wallets.debit(SHOP, await customerOf(), 'real', {
      cause: 'spent',
      amount: -20_000,
      at: house.clock.now(),
      note: 'paid',
    })
    await house.say('dana')
    const answer = await pressed(/Ya, tarik/)
    expect(answer).toContain('<b>Rp10.000</b> sampai <b>Rp13.320</b>')
    expect(await wallet()).toMatchObject({ balance: 13_320, holds: {} })
    expect((await withdrawals()).filter(({ state }) => state === 'due')).toEqual([])
  })

  test('of four under way the fourth waits', async () => {
    await give(100_000)
    for (let i = 0; i < 3; i++) {
      await toCard('10000')
      await house.say('ya')
    }
    await toCard('10000')
    expect(await joined('ya')).toContain('Masih ada 3 penarikan')
    expect(await withdrawals()).toHaveLength(3)
  })

  test('a press after it was paid out tells how the saldo stands now', async () => {
    await give(33_320)
    await toCard()
    const tap = house.api.pressed(ANI, /Ya, tarik/)
    await house.tell(tap)
    const [made] = await withdrawals()
    await house.store.withdrawals.change(SHOP, made?.id ?? '', (one) => ({ ...one, state: 'done' }))
    expect((await house.tell(house.api.pressed(ANI, /Ya, tarik/))).join()).toContain('Saldo kamu')
    expect(await withdrawals()).toHaveLength(1)
  })

  test('the number is nowhere in words: transcript, dialogue, the plugin’s log', async () => {
    await give(33_320)
    await house.say(`tarik 10rb ke dana ${NUMBER} a.n. Siti`)
    await house.say('batal')
    await house.say('/tarik 20000')
    await house.say('dana')
    await house.say('0812 3456 7890')
    await house.say('Siti')
    await house.say('ya')
    await house.say(`kirim aja ke ${NUMBER} dana`)
    const chat = await house.store.chats.get(SHOP, '4242:501')
    const lines = await house.store.messages.list(SHOP, '4242:501', { limit: 200 })
    const log = await house.store.conversations.read('4242:501')
    const items = await house.store.items.list(SHOP, true, 50)
    const kept = JSON.stringify({ chat, lines, log, items, made: await withdrawals() })
    expect(kept).toContain('••••7890')
    expect(kept.replace(/[\s-]/g, '')).not.toContain(NUMBER)
    expect(await withdrawals()).toHaveLength(1)
  })

  test('a process killed after the yes makes one withdrawal and says so once', async () => {
    await give(33_320)
    await toCard()
    let kills = 1
    house.hooks.afterTurn = () => {
      kills -= 1
      if (kills >= 0) throw new Error('killed')
    }
    await house.accept(house.api.pressed(ANI, /Ya, tarik/))
    await house.drain()
    house.restart()
    await house.drain()
    house.clock.advance(60_000)
    await house.drain()
    expect(await withdrawals()).toHaveLength(1)
    expect(house.api.texts(ANI.id).filter((text) => text.includes('sudah dicatat'))).toHaveLength(1)
  })
})
