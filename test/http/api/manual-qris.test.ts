// The seller's own static QRIS over HTTP: what is taken, what is refused and why, and who did it.
import { expect, test } from 'bun:test'
import { staticQris } from '../../support/static-qris.ts'
import { setUp, whole } from '../../support/whole.ts'

const opened = async () => {
  const at = await whole()
  const me = at.browser()
  const shops = await setUp(at, me)
  const path = `/shops/${shops.live}/manual-qris`
  const refused = async (body: unknown, where = path) => {
    const answer = await me.send('PUT', `/api${where}`, body)
    const { error } = (await answer.json()) as { error: { code: string } }
    return [answer.status, error.code]
  }
  const phase = async () => (await me.get<{ phase: string }>(`/shops/${shops.live}`)).phase
  return { at, me, shops, path, refused, phase }
}

test('is set, opens the shop, is switched off and on, and taken away', async () => {
  const { at, me, path, phase, shops } = await opened()
  expect(await me.get<object>(path)).toEqual({})
  expect(await phase()).toBe('closed')
  const qris = { qr: staticQris(), merchantName: 'WARUNG KOPI SENJA', nmid: 'ID1020000000007', on: true }
  expect(await me.put<object>(path, { text: `\n${staticQris()} ` })).toEqual({ ...qris, at: at.clock.now() })
  expect(await me.get<object>(path)).toEqual({ qris: { ...qris, at: at.clock.now() } })
  expect(await phase()).toBe('open')
  expect(await me.put<object>(path, { on: false })).toMatchObject({ on: false })
  expect(await phase()).toBe('closed')
  expect(await me.put<object>(path, { on: true })).toMatchObject({ on: true })
  await me.del(path)
  expect([await me.get<object>(path), await phase()]).toEqual([{}, 'closed'])
  const lines = await at.app.store.audit.list({ shop: shops.live, limit: 9 })
  expect(lines.map(({ what }) => what).sort()).toEqual([
    'manualQris.removed',
    'manualQris.set',
    'manualQris.set',
    'manualQris.set',
  ])
  expect(JSON.stringify(lines)).not.toContain(staticQris())
  await at.stop()
})

test('says why it does not take one', async () => {
  const { at, refused, shops } = await opened()
  expect(await refused({ text: 'https://wa.me/62811' })).toEqual([422, 'unreadable'])
  expect(await refused({ text: staticQris().replace('SENJA', 'SENJO') })).toEqual([422, 'checksum'])
  expect(await refused({ text: staticQris('W', 'ID1020000000007', '540510000') })).toEqual([422, 'amount'])
  expect(await refused({ text: staticQris('W', 'ID1020000000007', '550201') })).toEqual([422, 'fee'])
  expect(await refused({ text: staticQris('W', 'x') })).toEqual([422, 'merchant'])
  expect(await refused({ on: true })).toEqual([404, 'notFound'])
  expect(await refused({ text: staticQris(), on: true })).toEqual([400, 'invalid'])
  expect(await refused({})).toEqual([400, 'invalid'])
  expect(await refused({ text: ' ' })).toEqual([400, 'invalid'])
  expect(await refused({ text: 'x'.repeat(1001) })).toEqual([400, 'invalid'])
  const practice = `/shops/${shops.practice}/manual-qris`
  expect(await refused({ text: staticQris() }, practice)).toEqual([409, 'practice'])
  await at.stop()
})
