// What is heard but not surely: nothing of it moves money or fills a form; one short question is asked, then there is more help each time.
import { describe, expect, test } from 'bun:test'
import { step } from '../../src/bot/conversations/step.ts'
import type { ShopView } from '../../src/bot/goods.ts'
import type { Dialogue } from '../../src/model/dialogue.ts'
import type { Understanding } from '../../src/model/understanding.ts'
import { order } from '../text/samples.ts'
import { goodsOf, services } from './stall.ts'

const shop: ShopView = {
  now: 1_790_000_000_000,
  name: 'Warung',
  sells: 'yes',
  goods: goodsOf(services()),
  terms: '1',
  chatDays: 90,
  bills: [],
}
const billed: ShopView = { ...shop, bills: [order({ state: 'awaitingPayment' })] }

const hear = (dialogue: Dialogue, meaning: Understanding, view = shop) =>
  step(dialogue, { heard: 'words', text: 'entahlah', meaning }, view)
const names = ({ say }: ReturnType<typeof step>) => say.map((one) => one.say)

const CARD: Dialogue = {
  asked: 'confirming',
  service: 'sv_2',
  link: 'https://instagram.com/a',
  linkRaw: 'a',
  quantity: 1000,
  card: 'o_1',
}
const LIST: Dialogue = {
  asked: 'choosing',
  shown: { at: shop.now, rows: [{ mid: 2, service: 'sv_2' }], rest: [] },
}

describe('half sure', () => {
  test.each<[string, Dialogue, Understanding, ShopView]>([
    ['a yes', CARD, { intent: 'confirm', confidence: 0.6 }, shop],
    ['a stop', CARD, { intent: 'cancel', confidence: 0.6 }, shop],
    ['a stop of an open bill', { asked: 'idle' }, { intent: 'cancel', confidence: 0.6 }, billed],
    ['a cancelled order', { asked: 'idle' }, { intent: 'cancel_order', confidence: 0.69 }, billed],
    ['a claim to have paid', { asked: 'idle' }, { intent: 'paid_claim', confidence: 0.5 }, billed],
  ])('%s does nothing but ask', (_, dialogue, meaning, view) => {
    const next = hear(dialogue, meaning, view)
    expect(next.act).toBeUndefined()
    expect(names(next)).toEqual(['notUnderstood'])
    expect(next.dialogue).toEqual({ ...dialogue, misses: 1 })
    expect(hear(dialogue, { ...meaning, confidence: 0.9 }, view).act).toBeDefined()
  })

  test('a sum is asked for', () => {
    const sum = { budget: 50_000, confidence: 0.6 }
    expect(hear({ asked: 'idle' }, { intent: 'topup', ...sum }).act).toEqual({ do: 'topup' })
    expect(hear({ asked: 'idle' }, { intent: 'withdraw', ...sum }).act).toEqual({ do: 'takeOut', text: '' })
  })

  test('a product is asked about with its number to press', () => {
    const next = hear(LIST, { intent: 'select', mid: 2, confidence: 0.6 })
    expect(next.say).toMatchObject([{ say: 'meant', product: { mid: 2 } }])
    expect(next.dialogue).toEqual(LIST)
  })

  test('a quantity is asked about with its price to press', () => {
    const asking: Dialogue = { ...CARD, asked: 'asking_quantity' }
    const next = hear(asking, { intent: 'give_quantity', quantity: 500, confidence: 0.5 })
    expect(next.say).toEqual([{ say: 'meant', quantity: { quantity: 500, price: 6000 } }])
    expect(next.dialogue.quantity).toBe(1000)
  })

  test('a link is not taken', () => {
    const asking: Dialogue = { asked: 'asking_link', service: 'sv_2' }
    const next = hear(asking, { intent: 'give_link', link: 'https://instagram.com/b', confidence: 0.6 })
    expect(next.dialogue.link).toBeUndefined()
    expect(names(next)).toEqual(['notUnderstood'])
  })
})

describe('not understood again and again', () => {
  const NOTHING: Understanding = { intent: 'chitchat', confidence: 0.2 }
  const thrice = (dialogue: Dialogue) => {
    let at = dialogue
    return [1, 2, 3].map(() => {
      const next = hear(at, NOTHING)
      at = next.dialogue
      return next.say.map((one) => ('times' in one ? `${one.say} ${one.times}` : one.say))
    })
  }

  test('a question, then what there is, then a person', () => {
    expect(thrice({ asked: 'idle' })).toEqual([
      ['notUnderstood 1'],
      ['notUnderstood 2', 'list'],
      ['notUnderstood 3'],
    ])
    expect(thrice(LIST)).toEqual([['notUnderstood 1'], ['notUnderstood 2', 'list'], ['notUnderstood 3']])
  })

  test('in an order the open question comes again', () => {
    const asking: Dialogue = { asked: 'asking_link', service: 'sv_2' }
    expect(thrice(asking)).toEqual([['notUnderstood 1'], ['notUnderstood 2', 'askLink'], ['notUnderstood 3']])
    expect(thrice(CARD)[1]).toEqual(['notUnderstood 2', 'cardStands'])
  })

  test('what is understood ends the count', () => {
    const lost = hear(hear(LIST, NOTHING).dialogue, NOTHING).dialogue
    expect(lost.misses).toBe(2)
    expect(hear(lost, { intent: 'select', mid: 2, confidence: 0.9 }).dialogue.misses).toBe(0)
  })
})
