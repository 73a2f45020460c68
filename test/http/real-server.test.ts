// The same under Bun's own server: the peer's address, a stream that outlives silence, a stop that does not wait for ever.
import { expect, test } from 'bun:test'
import { ADMIN } from '../accounts/people.ts'
import { adminId, house } from './house.ts'

test('sign-in, a live stream, and a stop', async () => {
  const at = await house()
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: at.app.fetch })
  const base = `http://127.0.0.1:${server.port}/api`
  const signedIn = await fetch(`${base}/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf': 'anonymous',
      origin: `http://127.0.0.1:${server.port}`,
    },
    body: JSON.stringify({ email: ADMIN.email, password: ADMIN.password }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const shop = `live-${await adminId(at)}`
  const live = await fetch(`${base}/shops/${shop}/live`, { headers: { cookie } })
  const reader = live.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain(': here')
  at.tell(shop, 'orders')
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"topic":"orders"')
  at.api.close()
  expect((await reader?.read())?.done).toBe(true)
  await server.stop()
  await expect(fetch(`${base}/session`)).rejects.toThrow()
})
