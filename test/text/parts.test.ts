import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { readDesk } from '../../src/model/desk-action.ts'
import type { Bill, Order, Refund } from '../../src/model/order.ts'
import { clockTime, dayTime, formatCount, formatMoney, hourIn, moment } from '../../src/text/format.ts'
import { anchor, clip, html, lines, visible } from '../../src/text/html.ts'
import { exampleLink, targetSort } from '../../src/text/places.ts'
import { renderSeller, type SellerNews } from '../../src/text/seller.ts'
import { EVIL, evilOrder, NOW, order } from './samples.ts'

describe('markup', () => {
  test('whatever is written into it is read back as it was, and is never markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: made } = html`<b>${text}</b> S&K`
        expect(visible(made)).toBe(`${text} S&K`)
        expect(made.match(/</g)).toHaveLength(2)
      }),
    )
  })

  test('markup inside markup is not escaped twice; an absent line is left out, an empty one is an empty line', () => {
    expect(html`x ${html`<b>${'&'}</b>`}`.html).toBe('x <b>&amp;</b>')
    expect(lines('a', false, '', undefined, html`<b>b</b>`).html).toBe('a\n\n<b>b</b>')
  })

  test('a link is clickable only when it is one', () => {
    expect(anchor('https://x.com/a"b<c').html).toBe(
      '<a href="https://x.com/a&quot;b&lt;c">x.com/a&quot;b&lt;c</a>',
    )
    expect(anchor('javascript:alert(1)').html).toBe('javascript:alert(1)')
    expect(visible(anchor(`https://x.com/${'a'.repeat(200)}`).html)).toHaveLength(60)
  })

  test('a clipped text is one line', () => {
    expect(clip(' a\n\tb ', 10)).toBe('a b')
    expect(clip('abcdef', 3)).toBe('ab…')
  })
})

describe('figures and times', () => {
  test('in each language', () => {
    expect([formatMoney(23_680, 'id'), formatMoney(23_680, 'en'), formatMoney(-13_320, 'id')]).toEqual([
      'Rp23.680',
      'Rp23,680',
      '−Rp13.320',
    ])
    expect([formatCount(1_204_000, 'id'), formatCount(1_204_000, 'en')]).toEqual(['1.204.000', '1,204,000'])
  })

  test('on the shop’s own clock, over midnight and the year', () => {
    const eve = Date.UTC(2026, 11, 31, 16, 5)
    expect([
      clockTime(eve, 'Asia/Jakarta'),
      clockTime(eve, 'Asia/Makassar'),
      clockTime(eve, 'Asia/Jayapura'),
    ]).toEqual(['23.05 WIB', '00.05 WITA', '01.05 WIT'])
    expect(dayTime(eve, 'Asia/Jayapura', 'id')).toBe('01.05 WIT, 1 Jan')
    expect(dayTime(Date.UTC(2026, 4, 2), 'Asia/Jakarta', 'id')).toBe('07.00 WIB, 2 Mei')
    expect(hourIn(eve, 'Asia/Makassar')).toBe(0)
  })

  test('the day only when it is another one', () => {
    const how = { timezone: 'Asia/Jakarta', language: 'id', now: NOW } as const
    expect(moment(NOW + 3_600_000, how)).toBe('11.00 WIB')
    expect(moment(NOW + 86_400_000, how)).toBe('10.00 WIB, 25 Nov')
  })
})

test('what must hold follows the link', () => {
  expect(targetSort('https://instagram.com/warung')).toBe('account')
  expect(targetSort('https://instagram.com/reel/Abc')).toBe('post')
  expect(targetSort('https://t.me/warung/12')).toBe('post')
  expect(targetSort('https://t.me/warung')).toBe('account')
  expect(targetSort('https://example.com/shop')).toBe('web')
  expect(exampleLink('other', 'any')).not.toBe('')
})

describe('the seller’s news', () => {
  const until = NOW + 3_600_000
  const since = NOW - 2 * 3_600_000
  const REFUND: Refund = {
    id: 'r1',
    amount: 9000,
    to: 'gateway',
    state: 'failed',
    reason: 'partial',
    at: NOW,
  }
  const bill = (one: Order): Bill => ({
    attempt: `${one.id}-1`,
    gateway: 'manual',
    keySet: 'manual',
    amount: 37_000,
    state: 'open',
    createdAt: NOW,
    claimedAt: since,
  })
  const MARKED = { mark: 'abcdef01', times: 0 }
  const card = { id: 'w_1', amount: 50_000, name: EVIL, masked: EVIL, dueAt: until }
  const all = (one: Order): SellerNews[] => [
    ...(['held', 'customerWaits', 'otherSum', 'otherCurrency'] as const).map(
      (news): SellerNews => ({ news, order: one, until, whole: true, ...MARKED }),
    ),
    ...(['funds', 'price', 'play'] as const).map(
      (why): SellerNews => ({ news: 'waiting', order: one, why, until, whole: false, ...MARKED }),
    ),
    ...[0, 1, 3].map((times): SellerNews => ({ news: 'unknown', order: one, since, ...MARKED, times })),
    ...[0, 1].map(
      (times): SellerNews => ({ news: 'claim', order: one, bill: bill(one), since, ...MARKED, times }),
    ),
    { news: 'idMissing', order: one, ...MARKED },
    { news: 'refundFailed', order: one, refund: { ...REFUND, fault: EVIL }, ...MARKED },
    { news: 'paid', order: one },
    { news: 'alarm', order: one },
    { news: 'chargeback', order: one, amount: 37_000 },
  ]
  const desk: SellerNews[] = [
    { news: 'panelBalance', provider: EVIL, balance: EVIL },
    { news: 'withdrawal', card },
    { news: 'withdrawal', card: { ...card, remind: true } },
    { news: 'withdrawal', card: { ...card, full: { method: EVIL, number: EVIL, name: EVIL } } },
    { news: 'failedJobs', jobs: [{ mark: 'abcdef01', name: 'payments.bill', error: EVIL, number: 'K7Q2M' }] },
    { news: 'adminUnknown', shop: EVIL, number: 'K7Q2M', since },
  ]

  for (const language of ['id', 'en'] as const)
    test(`${language}: every one names the order, is short, and is nobody's markup`, () => {
      const how = { language, voice: 'akrab', timezone: 'Asia/Jakarta', now: NOW, shop: 'Warung' } as const
      for (const one of [order(), evilOrder])
        for (const told of [...all(one), ...desk]) {
          const out = renderSeller(told, how)
          const text = visible(out.html)
          if (!desk.includes(told)) expect(text).toContain('K7Q2M')
          expect(text.length).toBeLessThan(1500)
          expect(out.html.replace(/<\/?(?:b|code)>|<a href="https?:[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>]/)
          for (const button of out.buttons?.flat() ?? [])
            expect('payload' in button && readDesk(button.payload)).toBeTruthy()
        }
    })

  test('the panel’s own words and our reason are for the seller', () => {
    const how = {
      language: 'id',
      voice: 'resmi',
      timezone: 'Asia/Jakarta',
      now: NOW,
      shop: 'Warung',
    } as const
    const text = visible(
      renderSeller({ news: 'held', order: order(), until, whole: true, ...MARKED }, how).html,
    )
    expect(text).toContain('Kata panel: TopPanelXYZ says no')
    expect(text).toContain('Sebab: link-nya tidak bisa diproses server')
  })
})
