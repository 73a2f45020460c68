// The scripted model server itself: what it answers to whom, what it keeps, and each way in which it goes wrong.
import { afterAll, beforeEach, expect, test } from 'bun:test'
import { calls, fault, type Reply, says, startFakeModel, status, understood } from './fake-model.ts'

const model = startFakeModel({ key: 'k' })
afterAll(() => model.stop())
beforeEach(() => model.forget())

type Completion = {
  choices: {
    message: { content: string | null; tool_calls?: { function: { name: string; arguments: string } }[] }
  }[]
}

const ask = (message: string, more: { answers?: number; key?: string } = {}) =>
  fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${more.key ?? 'k'}` },
    body: JSON.stringify({
      messages: [
        { role: 'system', content: 'rules' },
        { role: 'user', content: JSON.stringify({ message }) },
        ...Array.from({ length: more.answers ?? 0 }, () => ({ role: 'assistant', content: 'x' })),
      ],
    }),
  })
const said = async (message: string, answers = 0) => {
  const { choices } = (await (await ask(message, { answers })).json()) as Completion
  const { content, tool_calls } = choices[0]?.message ?? { content: null }
  return content ?? tool_calls?.map((call) => call.function.name).join()
}

test('answers by the words of the message, one step after the other, the last one for ever', async () => {
  model.when('foll', calls('search_products'), understood({ intent: 'browse' }))
  model.otherwise(says('Halo'))
  expect([await said('foll'), await said('foll', 1), await said('foll', 2), await said('hai')]).toEqual([
    'search_products',
    'understood',
    'understood',
    'Halo',
  ])
  expect(model.requests.map(({ message, step }) => `${message} ${step}`)).toEqual([
    'foll 0',
    'foll 1',
    'foll 2',
    'hai 0',
  ])
  expect(model.bytes()).toContain('Bearer k')
})

test('fails from the n-th request on until it is healed, or every n-th', async () => {
  model.failFrom(2)
  expect([(await ask('a')).status, (await ask('a')).status, (await ask('a')).status]).toEqual([200, 500, 500])
  model.heal()
  expect((await ask('a')).status).toBe(200)
  model.forget()
  model.failEvery(2, status(429))
  expect([(await ask('a')).status, (await ask('a')).status, (await ask('a')).status]).toEqual([200, 429, 200])
})

test('knows its key and its one address', async () => {
  expect((await ask('a', { key: 'other' })).status).toBe(401)
  const { origin } = new URL(model.url)
  expect((await fetch(`${origin}/v2/x`, { headers: { authorization: 'Bearer k' } })).status).toBe(404)
})

const readable = async (reply: Reply): Promise<boolean> => {
  model.forget()
  model.otherwise(reply)
  try {
    const answer = (await (await ask('a')).json()) as Completion
    return Array.isArray(answer.choices)
  } catch {
    return false
  }
}

test('each fault is one: nothing that can be read as a completion comes of it', async () => {
  expect(await readable(says('Halo'))).toBe(true)
  for (const kind of ['html', 'badJson', 'empty', 'wrongShape', 'cut', 'reset'] as const)
    expect({ kind, readable: await readable(fault(kind)) }).toEqual({ kind, readable: false })
})
