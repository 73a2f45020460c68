// Whom a QRIS pays, as the seller is asked before it is kept.
import { expect, test } from 'bun:test'
import { namesIn } from '../../web/src/lib/qris-names.ts'
import { staticQris } from '../support/static-qris.ts'

test('merchant and NMID of a whole text; nothing of what is none', () => {
  expect(namesIn(`  ${staticQris('KEDAI ANI', 'ID1020000000099')}\n`)).toEqual({
    merchant: 'KEDAI ANI',
    nmid: 'ID1020000000099',
  })
  expect(namesIn('5903ANI')).toEqual({ merchant: 'ANI' })
  for (const none of ['', 'https://wa.me/62811', '59', '5910ANI', '59xxANI', staticQris().slice(0, 60)])
    expect(namesIn(none)).toBeNull()
})
