import { describe, expect, test } from 'bun:test'
import { readUntil } from '../../../src/bot/console/until.ts'
import { DAY, HOUR, MINUTE } from '../../../src/lib/clock.ts'

/** Tuesday, 24 November 2026, 10.00 WIB. */
const NOW = Date.UTC(2026, 10, 24, 3)
const wib = (day: number, hour: number, minute = 0, month = 10, year = 2026) =>
  Date.UTC(year, month, day, hour - 7, minute)
const read = (text: string) => readUntil(text, { now: NOW, timezone: 'Asia/Jakarta' })

describe('until when a shop is closed', () => {
  const GOOD: [string, number][] = [
    ['22.00', wib(24, 22)],
    ['22:30', wib(24, 22, 30)],
    ['22', wib(24, 22)],
    ['jam 22', wib(24, 22)],
    ['sampai jam 22.00', wib(24, 22)],
    ['Sampai pukul 22.15 WIB', wib(24, 22, 15)],
    ['s.d. 21.00', wib(24, 21)],
    ['9.00', wib(25, 9)],
    ['10.00', wib(25, 10)],
    ['24.00', wib(25, 0)],
    ['8 malam', wib(24, 20)],
    ['jam 8 malam', wib(24, 20)],
    ['jam 7 pagi', wib(25, 7)],
    ['1 siang', wib(24, 13)],
    ['12 malam', wib(25, 0)],
    ['5 sore', wib(24, 17)],
    ['10 pm', wib(24, 22)],
    ['until 10pm', wib(24, 22)],
    ['12 am', wib(25, 0)],
    ['besok', wib(25, 0)],
    ['besok 8.00', wib(25, 8)],
    ['besok jam 8 pagi ya kak', wib(25, 8)],
    ['tomorrow at 8 am', wib(25, 8)],
    ['lusa 9.30', wib(26, 9, 30)],
    ['senin 7.00', wib(30, 7)],
    ['selasa', wib(1, 0, 0, 11)],
    ['hari jumat jam 6 sore', wib(27, 18)],
    ['monday 8am', wib(30, 8)],
    ['25/12', wib(25, 0, 0, 11)],
    ['25/12 08.00', wib(25, 8, 0, 11)],
    ['tgl 2 januari', wib(2, 0, 0, 0, 2027)],
    ['25 nov 7.00', wib(25, 7)],
    ['3 jam', NOW + 3 * HOUR],
    ['3jam', NOW + 3 * HOUR],
    ['selama 90 menit', NOW + 90 * MINUTE],
    ['1,5 jam', NOW + 90 * MINUTE],
    ['setengah jam', NOW + 30 * MINUTE],
    ['sejam', NOW + HOUR],
    ['2 jam 30 menit', NOW + 150 * MINUTE],
    ['2 hari', NOW + 2 * DAY],
    ['for 3 hours', NOW + 3 * HOUR],
    ['an hour', NOW + HOUR],
    ['seminggu', NOW + 7 * DAY],
  ]
  for (const [text, at] of GOOD)
    test(text, () => expect(new Date(read(text) ?? 0).toISOString()).toBe(new Date(at).toISOString()))

  for (const text of [
    '',
    '   ',
    'nanti',
    'kapan-kapan',
    '25.00',
    '22.75',
    '99',
    '-3 jam',
    '0 jam',
    '0 menit',
    '1e9 jam',
    '400 hari',
    '99999999999999 jam',
    '31/02',
    '32/12',
    '24/11/2026',
    '1/1/1970',
    '3 apel',
    'hari ini 9.00',
    '<b>22.00</b>',
    '22.00; drop table',
    '２２',
    '9'.repeat(61),
  ])
    test(`not ${JSON.stringify(text)}`, () => expect(read(text)).toBeNull())

  test('the zone is the shop’s own', () => {
    const at = readUntil('22.00', { now: NOW, timezone: 'Asia/Jayapura' })
    expect(at).toBe(Date.UTC(2026, 10, 24, 13))
  })
})
