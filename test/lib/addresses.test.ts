import { describe, expect, test } from 'bun:test'
import {
  addressMatcher,
  isCidr,
  isLinkLocal,
  isLoopbackHost,
  isPublicIp,
  mayBeOpened,
  parseHostPort,
} from '../../src/lib/addresses.ts'

const PRIVATE = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12::1',
]
const LINK_LOCAL = ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1']
const NOWHERE = [
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '198.18.0.1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:169.254.169.254',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  '100.100.100.200',
  'fd00:ec2::254',
  'nope',
  '',
]

describe('an address', () => {
  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%p is public', (ip) => {
    expect(isPublicIp(ip)).toBe(true)
    expect(mayBeOpened(ip)).toBe(false)
  })
  test.each(PRIVATE)('%p is private and may be opened', (ip) => {
    expect(isPublicIp(ip)).toBe(false)
    expect(mayBeOpened(ip)).toBe(true)
    expect(isLinkLocal(ip)).toBe(false)
  })
  test.each(LINK_LOCAL)('%p is link-local and never reached', (ip) => {
    expect(isLinkLocal(ip)).toBe(true)
    expect(isPublicIp(ip)).toBe(false)
    expect(mayBeOpened(ip)).toBe(false)
  })
  test.each(NOWHERE)('%p is neither public nor to be opened', (ip) => {
    expect(isPublicIp(ip)).toBe(false)
    expect(mayBeOpened(ip)).toBe(false)
  })
})

test('a host of a URL is loopback or not', () => {
  for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '127.9.9.9', '[::1]'])
    expect(isLoopbackHost(host)).toBe(true)
  for (const host of ['localhost.evil.com', '10.0.0.1', '[::2]', '128.0.0.1', '127.0.0.1.nip.io'])
    expect(isLoopbackHost(host)).toBe(false)
})

describe('a host and port', () => {
  test.each([
    ['localhost:9000', 'localhost:9000'],
    ['LocalHost:080', 'localhost:80'],
    ['127.1:443', '127.0.0.1:443'],
    ['[0:0:0:0:0:0:0:1]:3000', '[::1]:3000'],
    ['panel_db.lan:65535', 'panel_db.lan:65535'],
  ])('%s is %s', (text, parsed) => {
    expect(parseHostPort(text)).toBe(parsed)
  })
  test.each([
    'localhost',
    'localhost:',
    ':80',
    'a:0',
    'a:65536',
    'http://a:80',
    'a:80/x',
    'a b:80',
    '::1:80',
    '[zz]:80',
    '',
  ])('%p is none', (text) => {
    expect(parseHostPort(text)).toBeNull()
  })
})

describe('ranges of addresses', () => {
  test('hold what lies in them, an IPv4 peer of a double-stack socket too', () => {
    const trusted = addressMatcher(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])
    for (const ip of ['10.255.0.1', '::ffff:10.0.0.1', '192.0.2.7', 'fd12::1']) expect(trusted(ip)).toBe(true)
    for (const ip of ['11.0.0.1', '192.0.2.8', '::ffff:11.0.0.1', 'fe80::1', '', 'nope'])
      expect(trusted(ip)).toBe(false)
  })
  test('none hold nothing', () => {
    expect(addressMatcher([])('127.0.0.1')).toBe(false)
  })
  test.each(['10.0.0.0/33', '10.0.0/8', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/-1', 'fd00::/129', 'x'])(
    '%p is none',
    (text) => {
      expect(isCidr(text)).toBe(false)
      expect(() => addressMatcher([text])).toThrow(TypeError)
    },
  )
})
