// What a panel may answer to an import, through the composed app: nothing that it says takes services off sale by mistake, and nothing
// that can't be read is stored. And the addresses that a seller may type for one.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import type { Fault, FaultKind } from '../support/fake-panel.ts'
import { importAgain, importAll, type Live, openLive, panelRow } from '../support/live.ts'

const ROWS = Array.from({ length: 20 }, (_, i) => panelRow(i + 1, `Instagram Followers ${i}`))
type Report = {
  state: string
  short?: boolean
  fault?: string
  counts: Record<'new' | 'changed' | 'same' | 'vanished' | 'invalid', number>
}

let at: Live
let provider: unknown
beforeEach(async () => {
  at = await openLive(ROWS)
  provider = (await importAll(at))['provider']
})
afterEach(() => at.stop())

/** The panel's limit of requests is over by then. */
const again = async (): Promise<Report> => {
  at.clock.advance(10 * MINUTE)
  return (await importAgain(at, provider)) as Report
}
const total = async (vanished: 0 | 1): Promise<number> =>
  (await at.browser.get<{ total: number }>(at.path(`/services?vanished=${vanished}`))).total
const standing = async () => [await total(0), await total(1)]

describe('an answer to an import', () => {
  test.each([
    ['an object', {}],
    ['an error', { error: 'Invalid API key' }],
    ['a page', '<html>maintenance</html>'],
    ['null', null],
    ['a number', 5],
    ['rows one level too deep', { data: ROWS }],
  ])('that is %s fails the import and changes nothing', async (_name, services) => {
    at.panel.setServices(services)
    expect((await again()).state).toBe('failed')
    expect(await standing()).toEqual([20, 0])
    expect(at.logged).toEqual([])
  })

  test.each<[string, FaultKind, Omit<Fault, 'kind'>]>([
    ['a page of a firewall', 'html', {}],
    ['a redirect', 'redirect', {}],
    ['cut off', 'reset', {}],
    ['an error of its server', 'error500', {}],
    ['empty', 'empty', {}],
    ['a refusal of our address', 'ip', {}],
    ['JSON with a tail', 'answer', { text: '[]x' }],
    ['ten megabytes of anything', 'answer', { text: 'x'.repeat(10 * 1024 * 1024) }],
    ['more than sixteen megabytes', 'answer', { text: `[${'0,'.repeat(9 * 1024 * 1024)}0]` }],
  ])('that is %s fails the import and changes nothing', async (_name, kind, how) => {
    at.panel.fault(kind, 1, { action: 'services', ...how })
    expect((await again()).state).toBe('failed')
    expect(await standing()).toEqual([20, 0])
  })

  test('that is empty, or under half of the last, switches nothing off', async () => {
    for (const few of [9, 4, 0]) {
      at.panel.setServices(ROWS.slice(0, few))
      expect(await again()).toMatchObject({ state: 'done', short: true, counts: { vanished: 0 } })
      expect(await standing()).toEqual([20, 0])
    }
  })

  test('with rows that no shop could sell: each is named with its reason, the good ones are kept', async () => {
    const bad = [
      null,
      5,
      [],
      {},
      panelRow(1, 'a number twice', { rate: '1' }),
      panelRow(51, 'comma', { rate: '1,5' }),
      panelRow(52, 'below nothing', { rate: '-5' }),
      panelRow(53, 'endless', { rate: '1e999' }),
      panelRow(54, 'upside down', { min: '100', max: '5' }),
      panelRow(55, 'half a follower', { min: '1.5' }),
      panelRow(56, ''),
      { ...panelRow(57, 'an object for a number'), service: { a: 1 } },
      panelRow(-3, 'a negative number'),
    ]
    at.panel.setServices([...ROWS, ...bad])
    const report = await again()
    expect(report).toMatchObject({ state: 'done', counts: { same: 20, invalid: bad.length, new: 0 } })
    expect(await standing()).toEqual([20, 0])
    const { rows } = await at.browser.get<{ rows: { id: string; rate: string }[] }>(
      at.path('/services?limit=200'),
    )
    expect(new Set(rows.map(({ rate }) => rate))).toEqual(new Set(['9000']))
  })

  test('in another currency than its rates were read in stops until the seller says which is right', async () => {
    at.panel.fault('answer', 2, { action: 'balance', text: '{"balance":"5","currency":"USD"}' })
    const report = await again()
    expect([report.state, report.fault?.includes('USD')]).toEqual(['failed', true])
    expect(await standing()).toEqual([20, 0])
  })
})

describe('an address typed for a panel', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://localhost/',
    'http://[::1]/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'https://user:secret@panel.example/api',
    'ftp://panel.example/',
    'https://panel .example/',
    'javascript:alert(1)',
    '',
  ])('%p is refused, before anything is asked', async (endpoint) => {
    const form = { name: 'Panel', endpoint, key: 'a-key' }
    for (const path of ['/providers', '/providers/test'])
      expect((await at.browser.send('POST', `/api${at.path(path)}`, form)).status).toBeOneOf([400, 422])
    expect((await at.browser.get<unknown[]>(at.path('/providers'))).length).toBe(1)
  })
})
