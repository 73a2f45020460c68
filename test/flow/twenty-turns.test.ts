// A chat of twenty turns and more, as it comes: every line that the bot says is read before it is written down in `twenty-turns.txt`,
// and compared with it turn by turn. What happens to the money in it is looked at too.
import { afterEach, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTalk, type Talk } from '../support/talk.ts'
import { twentyTurns } from '../support/twenty-turns.ts'

const turnsOf = (transcript: string): string[] => transcript.trim().split('\n\n')

/** A turn begins with who speaks; empty lines within a message are indented. */
const WRITTEN = readFileSync(join(import.meta.dir, 'twenty-turns.txt'), 'utf8')

let talk: Talk
afterEach(() => talk.stop())

test('twenty turns of a chat, every line of the bot', async () => {
  talk = await openTalk()
  const said = turnsOf(await twentyTurns(talk))
  const written = turnsOf(WRITTEN)
  for (const [i, turn] of written.entries()) expect(said[i]).toBe(turn)
  expect(said).toHaveLength(written.length)
  expect(said.filter((turn) => turn.startsWith('RINA:')).length).toBeGreaterThan(20)
  expect(said.filter((turn) => !turn.includes('BOT:'))).toEqual([])
  expect(talk.logged).toEqual([])

  // One order at the panel, for what was said last; the bill that was changed is cancelled at the gateway.
  expect(talk.panel.orders.map(({ link, quantity }) => [link, quantity])).toEqual([
    ['https://instagram.com/warungkopi.senja', '3000'],
  ])
  expect(talk.midtrans.bills.map(({ state }) => state)).toEqual(['cancel', 'settlement'])
  const store = talk.app.store
  const orders = await store.orders.list(talk.shops.live, { limit: 10 })
  expect(orders.map(({ state, quote }) => [state, quote.quantity])).toEqual([
    ['closed', 3000],
    ['closed', 2000],
    ['closed', 1000],
  ])
  const [withdrawal, ...others] = await store.withdrawals.list(talk.shops.live, { limit: 10 })
  expect(others).toEqual([])
  expect([withdrawal?.amount, withdrawal?.state]).toEqual([25_200, 'due'])
  const items = await store.items.list(talk.shops.live, true, 10)
  expect(items.map(({ kind }) => kind)).toEqual(['human'])
}, 60_000)
