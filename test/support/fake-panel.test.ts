// The fake panel as a process of its own: others start it in kill tests and steer it over HTTP.
import { expect, test } from 'bun:test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakeCall, FakeOrder } from './fake-panel.ts'

const post = (url: string, body: string) => fetch(url, { method: 'POST', body })

test('runs alone, prints its address, takes orders, obeys faults and shows what it has', async () => {
  const file = join(tmpdir(), `fake-panel-${process.pid}.json`)
  await Bun.write(file, JSON.stringify([{ service: 1, rate: '2' }]))
  const script = join(import.meta.dir, 'fake-panel.ts')
  const child = Bun.spawn([process.execPath, script, '--services', file, '--port', '0', '--key', 'k'], {
    stdout: 'pipe',
  })
  try {
    const line = new TextDecoder().decode((await child.stdout.getReader().read()).value)
    const { url } = JSON.parse(line) as { url: string }
    const root = new URL(url).origin
    await post(`${root}/_fault`, JSON.stringify({ kind: 'error500' }))
    const form = 'key=k&action=add&service=1&link=https%3A%2F%2Fx.test%2Fa&quantity=500'
    expect((await post(url, form)).status).toBe(500)
    expect(await (await post(url, form)).json()).toEqual({ order: 23502 })
    await post(`${root}/_state`, JSON.stringify({ id: '23502', patch: { status: 'Completed' } }))
    const seen = (await (await fetch(`${root}/_orders`)).json()) as { orders: FakeOrder[]; calls: FakeCall[] }
    expect(seen.orders.map(({ id, status, charge }) => [id, status, charge])).toEqual([
      ['23501', 'Pending', '1.00000'],
      ['23502', 'Completed', '1.00000'],
    ])
    expect(seen.calls.length).toBe(2)
  } finally {
    child.kill()
    await Bun.file(file).delete()
  }
})
