import { expect, test } from 'bun:test'
import { adminId, browser, house } from './house.ts'

const opened = async () => {
  const at = await house()
  const me = browser(at)
  await me.signIn()
  const shop = `live-${await adminId(at)}`
  const response = await me.fetch('GET', `/api/shops/${shop}/live`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => (await reader?.read())?.value
  return { at, shop, response, read, reader }
}

test('hints of this shop arrive, of others not', async () => {
  const { at, shop, response, read } = await opened()
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(await read()).toBe(': here\nretry: 3000\n\n')
  at.tell('live-other', 'orders')
  at.tell(shop, 'imports')
  expect(await read()).toBe('event: hint\ndata: {"topic":"imports"}\n\n')
})

test('a hint told often before it is read arrives once', async () => {
  const { at, shop, read } = await opened()
  await read()
  for (let n = 0; n < 5; n++) at.tell(shop, 'orders')
  at.tell(shop, 'items')
  expect(await read()).toContain('orders')
  expect(await read()).toContain('items')
})

test('the heart beats; after ten minutes the browser is asked to come again', async () => {
  const { at, read } = await opened()
  await read()
  const beat = () => {
    for (const run of at.beats) run()
  }
  beat()
  expect(await read()).toBe(': beat\n\n')
  for (let n = 1; n < 40; n++) beat()
  expect(await read()).toBeUndefined()
  expect(at.beats.size).toBe(0)
})

test('close ends every stream, so that the server can stop', async () => {
  const { at, read } = await opened()
  await read()
  at.api.close()
  expect(await read()).toBeUndefined()
  expect(at.beats.size).toBe(0)
})
