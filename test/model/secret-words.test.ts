import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { blankSecrets, looksSecret } from '../../src/model/secret-words.ts'

const SECRETS: [text: string, blanked: string][] = [
  ['password: rahasia123', 'password: •••'],
  ['Password ig saya: kopisusu', 'Password ig saya: •••'],
  ['passwordnya kopi12345', 'passwordnya •••'],
  ['1000 followers ig @kopi password: Rahasia9 ya', '1000 followers ig @kopi password: ••• ya'],
  ['kata sandi saya adalah Kopi#2024', 'kata sandi saya adalah •••'],
  ['sandi = 12345678', 'sandi = •••'],
  ['pw kopi_senja99', 'pw •••'],
  ['pass: abc123x', 'pass: •••'],
  ['user kopi pass Kopi2024!', 'user kopi pass •••'],
  ['pin saya 123456', 'pin saya •••'],
  ['PIN: 1234', 'PIN: •••'],
  ['kode otp 482913', 'kode otp •••'],
  ['otpnya 4829', 'otpnya •••'],
  ['otp nya 48 29 13', 'otp nya •••'],
  ['kode verifikasi saya 482913', 'kode verifikasi saya •••'],
  ['verification code is 482913', 'verification code is •••'],
  ['G-482913 is your Google verification code', 'G-••• is your Google verification code'],
  ['482913 adalah kode OTP kamu', '••• adalah kode OTP kamu'],
  ['Kode kamu 482913. JANGAN BERIKAN ke siapa pun', 'Kode kamu •••. JANGAN BERIKAN ke siapa pun'],
  ['cvv 123: cvv: 123', 'cvv 123: cvv: •••'],
]

const HARMLESS = [
  'pass 1000 ya',
  'pass 5k aja',
  'pas 1.000',
  'pass: 1000',
  'perlu password ga?',
  'butuh password nggak kak',
  'passwordnya apa?',
  'aman kan ga minta password',
  'status K7Q2M',
  'kode pesanan K7Q2M',
  'https://instagram.com/p/C8abCdEfGhi',
  'password https://instagram.com/kopi',
  'id 2 1000 followers',
  'pin 1000 followers',
  'pin 500 save',
  'jangan lama ya kak pesanan 12345',
  'dana 081234567890',
  '1000 followers ig @kopi.senja',
  'apa bedanya id 3 sama 7',
  'nomor 1234',
]

describe('secrets', () => {
  for (const [text, blanked] of SECRETS)
    test(text, () => {
      expect(looksSecret(text)).toBe(true)
      expect(blankSecrets(text)).toBe(blanked)
    })

  for (const text of HARMLESS)
    test(`left alone: ${text}`, () => {
      expect(looksSecret(text)).toBe(false)
      expect(blankSecrets(text)).toBe(text)
    })

  test('what was blanked once looks like no secret any more', () => {
    for (const [text] of SECRETS) expect(looksSecret(blankSecrets(text))).toBe(false)
    expect(blankSecrets('pin : pin')).toBe('pin : •••')
    const words = fc.constantFrom(
      'password',
      'pin',
      'otp',
      ':',
      'saya',
      'Ab12cd',
      '123456',
      'kode',
      '1000',
      'pass',
      'jangan bagikan',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const once = blankSecrets(parts.join(' '))
        expect(blankSecrets(once)).toBe(once)
      }),
    )
  })

  test('quantities, order numbers and links are never blanked', () => {
    const numbers = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(numbers, fc.constantFrom('', 'rb', 'k', ' followers'), (n, unit) => {
        const text = `mau ${n}${unit} status K7Q2M https://instagram.com/p/C8abCdEfGhi pass ${n}${unit} ya`
        expect(looksSecret(text)).toBe(false)
      }),
    )
  })
})
