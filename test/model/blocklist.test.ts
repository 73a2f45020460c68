import { describe, expect, test } from 'bun:test'
import { blockedWord } from '../../src/model/blocklist.ts'

describe('the block list', () => {
  test.each([
    'https://instagram.com/sl0t.gac0r.maxw1n',
    'https://instagram.com/judi_online_77',
    'daftar slot gacor hari ini',
    'https://tiktok.com/@b.o.k.e.p.viral',
    'S L O T G A C O R',
    'https://t.me/togel4d',
    'https://instagram.com/ＳＬＯＴｇａｃｏｒ',
  ])('refuses %s', (text) => {
    expect(blockedWord(text)).not.toBeNull()
  })

  test.each([
    'https://instagram.com/warungkopi.senja',
    'https://instagram.com/prejudice_books',
    'https://instagram.com/essex.university',
    'https://www.tiktok.com/@budi/video/7301234567890123456',
    'https://youtube.com/watch?v=dQw4w9WgXcQ',
    'Mantap kak, produknya bagus!',
    'https://instagram.com/toko_sepatu_bandung',
  ])('lets %s pass', (text) => {
    expect(blockedWord(text)).toBeNull()
  })

  test("takes the admin's and the seller's words", () => {
    expect(blockedWord('https://instagram.com/partai_x', ['partai'])).toBe('partai')
    expect(blockedWord('https://instagram.com/warung', ['partai', ''])).toBeNull()
  })
})
