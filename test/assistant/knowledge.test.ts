import { describe, expect, test } from 'bun:test'
import { answerFrom } from '../../src/assistant/knowledge.ts'

const DOCUMENTS = [
  {
    title: 'Jam buka',
    text: 'Admin kami online setiap hari jam 08.00 sampai 22.00 WIB.\n\nPesanan otomatis berjalan 24 jam.',
  },
  {
    title: 'Garansi',
    text: 'Klaim garansi lewat admin dengan menyebut nomor pesanan. Refill diproses paling lambat 2 hari kerja.\n\nGaransi hangus kalau username diganti.',
  },
  { title: 'Reseller', text: `Harga reseller berlaku mulai 10 pesanan. ${'Hubungi admin. '.repeat(60)}` },
]

describe("answers from the seller's documents", () => {
  test('the paragraph that fits best, word for word', () => {
    expect(answerFrom(DOCUMENTS, 'admin online jam berapa kak?')).toBe(
      'Admin kami online setiap hari jam 08.00 sampai 22.00 WIB.',
    )
    expect(answerFrom(DOCUMENTS, 'gimana cara klaim garansi')).toStartWith('Klaim garansi lewat admin')
    expect(answerFrom(DOCUMENTS, 'kalau username diganti garansinya hangus?')).toBe(
      'Garansi hangus kalau username diganti.',
    )
  })

  test('nothing where nothing fits', () => {
    expect(answerFrom(DOCUMENTS, 'jual sepatu nggak?')).toBeNull()
    expect(answerFrom(DOCUMENTS, 'kak')).toBeNull()
    expect(answerFrom([], 'jam buka')).toBeNull()
    expect(answerFrom([{ title: '', text: '' }], 'jam buka')).toBeNull()
  })

  test('at most 500 characters', () => {
    const answer = answerFrom(DOCUMENTS, 'ada harga reseller?')
    expect(answer).toStartWith('Harga reseller')
    expect(answer?.length).toBeLessThanOrEqual(500)
  })
})
