// The door: when the model is asked, and what of its answer counts.
import { describe, expect, test } from 'bun:test'
import { checked } from '../../src/assistant/checked.ts'
import type { Question } from '../../src/assistant/llm.ts'
import { type UnderstandInput, understand } from '../../src/assistant/understand.ts'
import { SURE, type Understanding } from '../../src/model/understanding.ts'
import { CATALOGUE } from './catalogue.ts'

const input = (
  text: string,
  asked: UnderstandInput['asked'] = { state: 'idle', context: {} },
): UnderstandInput => ({
  message: { text },
  asked,
  catalogue: CATALOGUE,
  language: 'id',
})

/** A model that says this, whatever it is asked. */
const saying = (meaning: Understanding | null) => {
  const asked: Question[] = []
  const understandIt = async (question: Question): Promise<Understanding | null> => {
    asked.push(question)
    return meaning
  }
  return { asked, llm: { understand: understandIt } }
}

const CARD: UnderstandInput['asked'] = {
  state: 'confirming',
  context: { mid: 2, quantity: 1000, link: 'https://instagram.com/kopi.senja' },
}
const UNCLEAR = 'yang itu loh yg biasa dipakai orang2 zzz qqq'

describe('the built-in reader goes first', () => {
  test('a certain meaning costs no model call', async () => {
    const { llm, asked } = saying(null)
    expect(await understand({ llm }, input('mau beli followers ig'))).toMatchObject({ intent: 'browse' })
    expect(await understand({ llm }, input('ya', CARD))).toMatchObject({ intent: 'confirm' })
    expect(asked).toEqual([])
  })

  test('an uncertain one is asked about, with what the reader thought of', async () => {
    const { llm, asked } = saying({ intent: 'browse', confidence: 0.9, platform: 'tiktok' })
    expect(await understand({ llm }, input(UNCLEAR))).toEqual({
      intent: 'browse',
      confidence: 0.9,
      platform: 'tiktok',
      mids: [6, 7, 8, 20],
    })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.asked.state).toBe('idle')
  })

  test("without a model, or without its answer, the reader's word stands, unsure as it is", async () => {
    const alone = await understand({ llm: null }, input(UNCLEAR))
    expect(alone.confidence).toBeLessThan(SURE)
    expect(await understand({ llm: saying(null).llm }, input(UNCLEAR))).toEqual(alone)
  })

  test('a picture without words is no question for the model', async () => {
    const { llm, asked } = saying({ intent: 'paid_claim', confidence: 1 })
    await understand({ llm }, { ...input(''), message: { text: '', media: 'voice' } })
    expect(asked).toEqual([])
  })
})

describe('what the model says is data to check', () => {
  /** Of what the reader made nothing of. */
  const NOTHING: Understanding = { intent: 'chitchat', confidence: 0.25 }
  const heard = async (
    meaning: Understanding,
    text = UNCLEAR,
    asked: UnderstandInput['asked'] = { state: 'idle', context: {} },
  ) => checked(meaning, NOTHING, { text, asked, catalogue: CATALOGUE }) ?? { ...NOTHING, confidence: 0.4 }

  test('where the two disagree on what neither may decide, the customer is asked', async () => {
    const { llm } = saying({ intent: 'confirm', confidence: 1 })
    const meaning = await understand({ llm }, input(UNCLEAR, CARD))
    expect(meaning.intent).not.toBe('confirm')
    expect(meaning.confidence).toBeLessThan(0.45)
  })

  test('it confirms nothing and claims no payment', async () => {
    for (const intent of ['confirm', 'paid_claim'] as const) {
      const meaning = await heard({ intent, confidence: 1 }, 'hmm gimana ya qqq zzz', CARD)
      expect(meaning.intent).not.toBe(intent)
      expect(meaning.confidence).toBeLessThan(0.45)
    }
  })

  test('beside a bill that may be open it stops no order and changes nothing of it, whatever the dialogue is at', async () => {
    const choosing: UnderstandInput['asked'] = { state: 'choosing', context: { shown: [1, 2, 3] } }
    for (const intent of ['cancel_order', 'change'] as const) {
      const meaning = await heard({ intent, confidence: 1 }, UNCLEAR, choosing)
      expect(meaning.intent).not.toBe(intent)
      expect(meaning.confidence).toBeLessThan(0.45)
    }
    expect(await heard({ intent: 'change', confidence: 1, field: 'link' }, UNCLEAR, CARD)).toMatchObject({
      intent: 'change',
    })
  })

  test('a product that is not on sale, or an intent without its slot, is doubted', async () => {
    for (const meaning of [
      { intent: 'select', confidence: 1, mid: 4711 },
      { intent: 'select', confidence: 1 },
      { intent: 'give_link', confidence: 1 },
      { intent: 'give_comments', confidence: 1 },
    ] as Understanding[]) {
      const heardAs = await heard(meaning)
      expect(heardAs.confidence).toBeLessThan(0.45)
      expect(heardAs.mid).toBeUndefined()
    }
  })

  test('of the numbers it shows, only those on sale stay', async () => {
    expect(await heard({ intent: 'browse', confidence: 0.9, mids: [2, 999, 3] })).toMatchObject({
      mids: [2, 3],
    })
  })

  test('quantity, budget and order number count only where the customer wrote them', async () => {
    const text = 'zzz qqq 2rb ya K7Q2M xxx yyy'
    const said = await heard(
      { intent: 'browse', confidence: 0.9, quantity: 2000, budget: 5000, order_id: 'ABCDE' },
      text,
    )
    expect(said).toEqual({ intent: 'browse', confidence: 0.9, quantity: 2000 })
    expect(await heard({ intent: 'browse', confidence: 0.9, quantity: 200 }, text)).toEqual({
      intent: 'browse',
      confidence: 0.9,
    })
    const money = await heard(
      { intent: 'browse', confidence: 0.9, quantity: 50_000 },
      'zzz qqq budget Rp50.000 yyy xxx www',
    )
    expect(money.quantity).toBeUndefined()
  })

  test('a wish of its own words is shown by the shop’s own search; what it names must fit those words', async () => {
    const wish = { intent: 'browse', confidence: 0.9, platform: 'tiktok', kind: 'views' } as const
    expect(await heard(wish)).toMatchObject({ mids: [7] })
    expect(await heard({ ...wish, mids: [2, 3] })).toMatchObject({ mids: [7] })
    expect(await heard({ ...wish, platform: 'linkedin', mids: [2] })).toMatchObject({ mids: [] })
    expect(
      (
        await heard({
          intent: 'browse',
          confidence: 0.9,
          platform: 'instagram',
          kind: 'followers',
          mids: [3, 1],
        })
      ).mids,
    ).toEqual([3, 1])
  })

  test('which is the cheapest it can not know: the shop orders by price', async () => {
    const wish = { intent: 'browse', confidence: 0.9, platform: 'instagram', kind: 'followers' } as const
    expect((await heard({ ...wish, prefer: 'cheapest', mids: [3, 2, 1] })).mids).toEqual([1, 2, 3])
    expect((await heard({ ...wish, prefer: 'indonesia' })).mids).toEqual([3])
  })

  const PAYING: UnderstandInput['asked'] = { state: 'paying', context: { order_id: 'K7Q2M', mid: 2 } }

  test('it takes nothing back that is open, unless the reader heard it too', async () => {
    for (const intent of ['cancel', 'cancel_order', 'change'] as const) {
      const meaning = await heard({ intent, confidence: 1 }, UNCLEAR, PAYING)
      expect(meaning.intent).not.toBe(intent)
      expect(meaning.confidence).toBeLessThan(0.45)
    }
    expect(await heard({ intent: 'cancel', confidence: 1 }, UNCLEAR, CARD)).toMatchObject({
      intent: 'cancel',
    })
  })

  test('a top-up or a withdrawal by its word alone has no sum: it is asked for', async () => {
    for (const intent of ['topup', 'withdraw'] as const)
      expect(await heard({ intent, confidence: 1, budget: 50_000 }, 'zzz qqq 50000 www')).toEqual({
        intent,
        confidence: 0.95,
      })
  })

  test('a number is one thing: not the quantity when it is in the list, is picked, or is the money', async () => {
    const CHOOSING: UnderstandInput['asked'] = { state: 'choosing', context: { shown: [1, 2, 3] } }
    expect(
      await heard({ intent: 'browse', confidence: 0.9, quantity: 3 }, 'zzz 3 qqq www', CHOOSING),
    ).not.toHaveProperty('quantity')
    expect(await heard({ intent: 'select', confidence: 0.9, mid: 7, quantity: 7 }, 'zzz qqq 7 www')).toEqual({
      intent: 'select',
      confidence: 0.9,
      mid: 7,
    })
    expect(
      await heard({ intent: 'browse', confidence: 0.9, budget: 500, quantity: 500 }, 'zzz 500 qqq www'),
    ).not.toHaveProperty('quantity')
  })

  test('an order number is a word of its own: no letters of another, nothing out of a link or a telephone number', async () => {
    const text = 'zzz qqq cek warung99 081234567890 t.me/abc12 www'
    for (const order_id of ['A', '99', 'NG99', '08123', 'ABC12', 'abc12', '081234567890'])
      expect(await heard({ intent: 'order_status', confidence: 0.9, order_id }, text)).not.toHaveProperty(
        'order_id',
      )
  })

  test('where money goes and what comments say is not asked of it', async () => {
    for (const state of ['asking_destination', 'asking_comments'] as const) {
      const { llm, asked } = saying({ intent: 'chitchat', confidence: 1 })
      await understand({ llm }, input(UNCLEAR, { state, context: {} }))
      expect(asked).toEqual([])
    }
  })

  test("a link is never the model's", async () => {
    const meaning = await heard({
      intent: 'browse',
      confidence: 0.9,
      link: 'https://evil.example',
    } as Understanding)
    expect(meaning.link).toBeUndefined()
  })
})
