import { describe, expect, test } from 'bun:test'
import { makeLog, redact } from '../../src/lib/log.ts'

const BOT_TOKEN = '8123456789:AAHfabcdefghijklmnopqrstuvwxyz01234'

const start = (level: Parameters<typeof makeLog>[0] = 'info') => {
  const lines: string[] = []
  const log = makeLog(level, { write: (line) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> }
}

describe('redact', () => {
  test.each([
    [
      `https://api.telegram.org/bot${BOT_TOKEN}/sendMessage`,
      'https://api.telegram.org/bot[hidden]/sendMessage',
    ],
    ['GET /bot12:short/getMe', 'GET /bot[hidden]/getMe'],
    [`the token ${BOT_TOKEN} was refused`, 'the token [hidden] was refused'],
    ['https://p.id/api?key=abc123&action=add', 'https://p.id/api?key=[hidden]&action=add'],
    ['api_key=abc&token=def', 'api_key=[hidden]&token=[hidden]'],
    ['Authorization: Bearer abc.def-1', 'Authorization: Bearer [hidden]'],
    ['Basic TWlkLXNlcnZlci1hYmM6', 'Basic [hidden]'],
    ['SB-Mid-server-AbC_1-2 and Mid-client-xyz', '[hidden] and [hidden]'],
    ['sk-proj-abcdefghij0123456789', '[hidden]'],
    ['mongodb://ani:rahasia@db:27017/x', 'mongodb://ani:[hidden]@db:27017/x'],
    ['{"serverKey":"abc\\"def","n":1}', '{"serverKey":"[hidden]","n":1}'],
    ['{"headers":{"cookie":["a=1","b=2"]}}', '{"headers":{"cookie":"[hidden]"}}'],
    [
      '{"body":"{\\"key\\":\\"abc\\",\\"action\\":\\"add\\"}"}',
      '{"body":"{\\"key\\":\\"[hidden]\\",\\"action\\":\\"add\\"}"}',
    ],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean)
    expect(redact(clean)).toBe(clean)
  })
  test.each([
    'order K7Q2M moved to paid at 2026-01-02T03:04:05Z',
    '{"jobKey":"bill:1","chatKey":"123:456","monkey":"x"}',
    'https://instagram.com/p/abc?igsh=1',
    'the basic answer',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('the log', () => {
  test('is one JSON line an entry, from its level up', () => {
    const { log, lines, last } = start('warn')
    log.info('quiet')
    log.warn({ order: 'K7Q2M' }, 'loud')
    expect(lines).toHaveLength(1)
    expect(last()).toMatchObject({ level: 40, order: 'K7Q2M', msg: 'loud' })
  })

  test('hides secrets in fields at any depth', () => {
    const { log, lines, last } = start()
    const keys = { apiKey: 'S1', serverKey: 'S2', key: 'S3' }
    log.info({ password: 'S4', a: { b: { c: { ...keys, 'set-cookie': ['S5', 'S6'] } } }, token: 'S"7' }, 'x')
    expect(lines.join('')).not.toMatch(/S\d|S\\"7/)
    expect(last()['password']).toBe('[hidden]')
  })

  test('hides secrets in messages, their values, and errors with their causes', () => {
    const { log, lines, last } = start()
    const failed = new Error(`fetch of https://api.telegram.org/bot${BOT_TOKEN}/getMe`, {
      cause: new Error('POST https://p.id/api?key=rahasia123'),
    })
    log.error(failed)
    log.error({ err: failed }, 'failed')
    log.error('with %s', BOT_TOKEN)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
    expect(lines.join('')).not.toContain(BOT_TOKEN)
    expect(lines.join('')).not.toContain('rahasia123')
    expect(last()['msg']).toBe('with [hidden]')
  })

  test('a child carries its fields and hides like its parent', () => {
    const { log, lines, last } = start()
    log.child({ shop: 'shop_1', secret: 'S1' }).info({ token: 'S2' }, 'hello')
    expect(last()).toMatchObject({ shop: 'shop_1', secret: '[hidden]', token: '[hidden]', msg: 'hello' })
    expect(lines.join('')).not.toMatch(/S\d/)
  })
})
