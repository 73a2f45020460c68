// The price rule: the formulas by example, and what must hold for every rate, quantity and setting.
import { describe, expect, test } from 'bun:test'
import Big from 'big.js'
import fc from 'fast-check'
import { type Priceable, type PriceRule, priceOf, ruleOf } from '../../src/catalog/price.ts'
import { liveShop } from '../support/shops.ts'

type Settings = PriceRule['settings']

const rule = (settings: Partial<Settings> = {}, change: Partial<PriceRule> = {}): PriceRule => ({
  settings: { margin: '25', fee: 0, leastProfit: 0, step: 100, leastBill: 1000, ...settings },
  currency: 'IDR',
  ...change,
})

const service = (change: Partial<Priceable> = {}): Priceable => ({
  rate: '14800.0000',
  type: 'default',
  ...change,
})

describe('by example', () => {
  test('a panel that charges rupiah', () => {
    expect(priceOf(rule(), service(), { quantity: 2000 })).toEqual({
      cost: { amount: '29600', currency: 'IDR', exchange: '1', rupiah: 29_600 },
      price: 37_000,
      perThousand: 18_500,
    })
  })

  test('another currency: the exchange rate with its buffer, the cost rounded up once', () => {
    const dollars = rule({}, { currency: 'USD', exchange: { rate: '16250.5', buffer: 3 } })
    // 0.9 × 777 / 1000 = 0.6993; × 16738.015 = 11704.89…; × 1.25 = 14631.11…
    expect(priceOf(dollars, service({ rate: '0.9000' }), { quantity: 777 })).toEqual({
      cost: { amount: '0.6993', currency: 'USD', exchange: '16738.015', rupiah: 11_705 },
      price: 14_700,
    })
  })

  test('fee, least profit and least bill', () => {
    const at = (settings: Partial<Settings>, quantity = 1000) =>
      priceOf(rule(settings), service({ rate: '10000' }), { quantity })?.price
    expect(at({ fee: 250 })).toBe(12_800)
    expect(at({ leastProfit: 5000 })).toBe(15_000)
    expect(at({ margin: '0' })).toBe(10_000)
    expect(at({}, 1)).toBe(1000)
    expect(at({ leastBill: 1050 }, 1)).toBe(1100)
    expect(at({ step: 1, margin: '33.333' })).toBe(13_334)
  })

  test('a package costs its rate once, whatever is asked', () => {
    for (const type of ['package', 'custom_comments_package'])
      expect(priceOf(rule(), service({ rate: '21500', type }), { quantity: 7 })).toEqual({
        cost: { amount: '21500', currency: 'IDR', exchange: '1', rupiah: 21_500 },
        price: 26_900,
      })
  })

  test('comments are counted by the lines that are not blank', () => {
    const custom = service({ rate: '92000', type: 'custom_comments' })
    const comments = ['bagus', '', '  ', 'mantap kak']
    expect(priceOf(rule(), custom, { quantity: 999, comments })?.cost.amount).toBe('184')
    expect(priceOf(rule(), custom, { quantity: 2 })?.cost.amount).toBe('184')
    expect(priceOf(rule(), custom, { quantity: 2, comments: [' '] })).toBeNull()
  })

  test('a pin is the price per 1000, but never one below cost', () => {
    const pinned = service({ pin: 20_000 })
    expect(priceOf(rule({ fee: 999, leastProfit: 9999 }), pinned, { quantity: 500 })).toMatchObject({
      price: 10_000,
      perThousand: 20_000,
    })
    expect(priceOf(rule(), service({ pin: 5000 }), { quantity: 2000 })?.price).toBe(29_600)
    expect(priceOf(rule(), service({ pin: 30_000, type: 'package' }), { quantity: 1 })?.price).toBe(30_000)
  })

  test('the price of 1000 is printed only where it multiplies out', () => {
    const per = (quantity: number, settings: Partial<Settings> = {}) =>
      priceOf(rule(settings), service(), { quantity })?.perThousand
    expect(per(1000)).toBe(18_500)
    expect(per(200)).toBe(18_500)
    expect(per(50)).toBeUndefined() // least bill
    expect(per(777)).toBeUndefined() // a step
    expect(per(2000, { fee: 500 })).toBeUndefined()
  })
})

describe('no price', () => {
  test.each([
    ['no margin', rule({ margin: undefined as unknown as string }), service()],
    ['a margin that is none', rule({ margin: '25%' }), service()],
    ['no exchange rate', rule({}, { currency: 'USD' }), service()],
    [
      'a broken exchange rate',
      rule({}, { currency: 'USD', exchange: { rate: '16.250,00', buffer: 3 } }),
      service(),
    ],
    [
      'an exchange rate of nothing',
      rule({}, { currency: 'USD', exchange: { rate: '0', buffer: 3 } }),
      service(),
    ],
    ['a free rate', rule(), service({ rate: '0.0000' })],
    ['a negative rate', rule(), service({ rate: '-5' })],
    ['a rate that is none', rule(), service({ rate: '1,5' })],
    ['a rate past all money', rule(), service({ rate: '999999999999999' })],
  ])('%s', (_, badRule, badService) => {
    expect(priceOf(badRule, badService, { quantity: 10_000 })).toBeNull()
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    'for a quantity of %p',
    (quantity) => {
      expect(priceOf(rule(), service(), { quantity })).toBeNull()
    },
  )

  test('a pin needs the margin too: nothing is quoted before it is set', () => {
    const { margin: _, ...unset } = rule().settings
    expect(priceOf({ ...rule(), settings: unset }, service({ pin: 9000 }), { quantity: 1000 })).toBeNull()
  })
})

test('the rule of a panel waits for its currency', () => {
  const exchange = { USD: { rate: '16000', at: 5, buffer: 3 } }
  const shop = { ...liveShop({ id: 's', owner: 'a' }), exchange }
  expect(ruleOf(shop, undefined)).toBeNull()
  expect(ruleOf(shop, 'USD')).toMatchObject({ currency: 'USD', exchange: { rate: '16000', buffer: 3 } })
  expect(ruleOf(shop, 'EUR')?.exchange).toBeUndefined()
})

describe('for all rates, quantities and settings', () => {
  const digits = (max: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(max) - 1n })
  const rates = fc
    .tuple(digits(5), digits(12), fc.integer({ min: 1, max: 12 }))
    .map(([whole, part, places]) => `${whole}.${String(part).padStart(12, '0').slice(0, places)}`)
    .filter((rate) => /[1-9]/.test(rate))
  const margins = fc.oneof(
    fc.integer({ min: -500, max: 10_000 }).map(String),
    fc.constantFrom('0', '-100', '-99.99', '0.0001', '33.333333', '007.50', '9999.99'),
  )
  const settings = fc.record({
    margin: margins,
    fee: fc.integer({ min: 0, max: 100_000 }),
    leastProfit: fc.integer({ min: 0, max: 100_000 }),
    step: fc.constantFrom(1, 50, 100, 500, 1000, 997),
    leastBill: fc.integer({ min: 0, max: 10_000 }),
  })
  const rules = fc.record({
    settings,
    currency: fc.constant('USD'),
    exchange: fc.record({
      rate: fc.constantFrom('1', '0.00037', '16250.5', '17999.999999'),
      buffer: fc.constantFrom(0, 3, 2.5, 50),
    }),
  })
  const services = fc.record({
    rate: rates,
    type: fc.constantFrom('default', 'package', 'custom_comments'),
    pin: fc.option(fc.integer({ min: 1, max: 100_000_000 }), { nil: undefined }),
  }) as fc.Arbitrary<Priceable>
  const quantities = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 1_000_000 }))

  test('never below cost, a whole multiple of the step, at least the least bill', () => {
    fc.assert(
      fc.property(rules, services, quantities, (someRule, someService, quantity) => {
        const found = priceOf(someRule, someService, { quantity })
        if (!found) throw new Error('there is a price')
        const { price, cost } = found
        expect(Number.isSafeInteger(price) && price > 0).toBe(true)
        expect(price % someRule.settings.step).toBe(0)
        expect(price).toBeGreaterThanOrEqual(someRule.settings.leastBill)
        const units = someService.type === 'package' ? 1000 : quantity
        const exact = new Big(someService.rate).times(units).div(1000)
        expect(exact.eq(cost.amount)).toBe(true)
        expect(new Big(cost.amount).times(cost.exchange).lte(cost.rupiah)).toBe(true)
        expect(new Big(cost.amount).times(cost.exchange).gt(cost.rupiah - 1)).toBe(true)
        expect(price).toBeGreaterThanOrEqual(cost.rupiah)
        if (someService.pin === undefined)
          expect(
            new Big(cost.amount).times(cost.exchange).plus(someRule.settings.leastProfit).lte(price),
          ).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('more never costs less', () => {
    fc.assert(
      fc.property(rules, services, fc.tuple(quantities, quantities), (someRule, someService, pair) => {
        const [less, more] = pair.sort((a, b) => a - b)
        const at = (quantity: number | undefined) =>
          priceOf(someRule, someService, { quantity: quantity ?? 1 })?.price ?? Number.NaN
        expect(at(more)).toBeGreaterThanOrEqual(at(less))
      }),
      { numRuns: 1000 },
    )
  })

  test('a printed price of 1000 is the list’s and multiplies out', () => {
    fc.assert(
      fc.property(rules, services, quantities, (someRule, someService, quantity) => {
        const found = priceOf(someRule, someService, { quantity })
        const listed = priceOf(someRule, someService, { quantity: 1000 })?.price
        if (found?.perThousand === undefined) return
        expect(found.perThousand).toBe(listed as never)
        expect(new Big(found.perThousand).times(quantity).div(1000).eq(found.price)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
