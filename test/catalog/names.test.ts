// Names, descriptions and notes made from facts: what stands in them, what never does, and that the seller's words go first.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { SANDBOX_ROWS } from '../../src/catalog/drivers/sandbox-catalogue.ts'
import { readFacts } from '../../src/catalog/facts.ts'
import { displayOf, madeName } from '../../src/catalog/names.ts'
import { type Change, serviceOf } from '../support/goods.ts'

const made = (name: string, change: Change = {}): string => {
  const service = serviceOf(1, { name, ...change })
  return madeName(service.facts, service)
}

describe('a made name', () => {
  test.each([
    ['S3 view Twitter', 'X Views'],
    ['Instagram Followers Real HQ [Non Drop] cheapest ⚡ Provider', 'IG Followers'],
    ['IG Followers INDO 🇮🇩 Aktif', 'IG Followers Indonesia'],
    ['Instagram Followers S2 | Mix Quality', 'IG Followers Campuran'],
    ['TikTok Views', 'TikTok Views'],
    ['YouTube Subscribers', 'YT Subscriber'],
    ['YouTube Shorts Views', 'YT Shorts Views'],
    ['YouTube Likes | Asia Continent', 'YT Likes Asia'],
    ['YouTube Live Stream Views 60 Minutes', 'YT Live Views 1 Jam'],
    ['TikTok Live Views 90 minutes', 'TikTok Live Views 90 Menit'],
    ['Facebook Page Likes', 'FB Page Likes'],
    ['Facebook Post Likes', 'FB Post Likes'],
    ['Facebook Group Members', 'FB Member Grup'],
    ['Facebook Page Reviews', 'FB Ulasan'],
    ['Instagram Random Comments', 'IG Komentar Acak'],
    ['Telegram Positive Reactions', 'Telegram Reaksi Positif'],
    ['Website Traffic Indonesia', 'Website Pengunjung Indonesia'],
    ['YouTube Comments Likes', 'YT Likes Komentar'],
    ['Lazada Followers', 'Lazada Followers'],
    ['Twitch Followers', 'Twitch Followers'],
    ['Instagram Something', 'IG Lainnya'],
  ])('%s', (name, expected) => {
    expect(made(name)).toBe(expected)
  })

  test('a package says how much of it there is', () => {
    expect(made('Paket UMKM IG: 1000 Followers + 500 Likes [R30]', { type: 'package' })).toBe(
      'IG Paket 1.000 Followers',
    )
    expect(made('TikTok 5k Views bundle', { type: 'package' })).toBe('TikTok Paket 5.000 Views')
    expect(made('TikTok Views bundle', { type: 'package' })).toBe('TikTok Paket Views')
  })

  test('comments that the buyer writes are told from others', () => {
    expect(made('Instagram Comments 🇮🇩', { type: 'custom_comments' })).toBe('IG Komentar Indonesia Custom')
    expect(made('Youtube Live Chat Comments', { type: 'custom_comments' })).toBe('YT Komentar Live Custom')
  })

  test('leaves out what there is no room for, never half a word', () => {
    expect(made('LinkedIn Random Comments Emoji South Africa')).toBe('LinkedIn Komentar Acak Emoji')
    expect(made('LinkedIn Custom Comments Premium Saudi')).toBe('LinkedIn Komentar Arab Saudi')
  })

  test('needs no row, but for another brand or kind', () => {
    const service = serviceOf(1, { name: 'IG Followers Indonesia' })
    expect(madeName(service.facts)).toBe('IG Followers Indonesia')
  })
})

const BANNED =
  /\b(real|no[ -]?drop|non[ -]?drop|permanent|hq|super|provider|s\d+|cheap(est)?|murah|best|vip|exclusive|fast|instant)\b|[^\x20-\x7e]/i

describe('for all rows', () => {
  const words = fc.constantFrom(
    ...'Instagram Followers Likes Views Real HQ Permanent Super S4 Provider Cheapest No Drop 🔥 Indonesia 🇮🇩 Mix Custom Premium Ads R30 1000 Saudi Arabia LinkedIn Comments Random Live 120 min'.split(
      ' ',
    ),
  )
  const rows = fc.record({
    name: fc.array(words, { minLength: 1, maxLength: 14 }).map((all) => all.join(' ')),
    category: fc.array(words, { maxLength: 4 }).map((all) => all.join(' ')),
    description: fc.string({ maxLength: 100 }),
    type: fc.constantFrom('default', 'package', 'custom_comments'),
    refill: fc.boolean(),
    min: fc.integer({ min: 0, max: 2_147_483_647 }),
    max: fc.integer({ min: 1, max: 2_147_483_647 }),
  })

  test('short, of facts alone, without the panel’s praise', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const name = made(row.name, row)
        expect(name).toMatch(/^\S(.*\S)?$/)
        expect(name.length).toBeLessThanOrEqual(28)
        expect(name).not.toMatch(BANNED)
        for (const language of ['id', 'en'] as const) {
          const { description, note = '' } = displayOf(serviceOf(1, row), language)
          expect(description.length).toBeLessThanOrEqual(300)
          expect(note.length).toBeLessThanOrEqual(120)
          expect(`${description}${note}`).not.toMatch(
            /\b(real|hq|permanent|super|provider|cheapest)\b|undefined|NaN| {2}/i,
          )
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the practice panel: each has a platform and a kind of its own name', () => {
    for (const row of SANDBOX_ROWS) {
      const change = { name: String(row['name']), category: String(row['category']) }
      const name = made(change.name, change)
      expect(name).not.toMatch(BANNED)
      expect(name).not.toContain('Lainnya')
    }
  })
})

describe('what customers see', () => {
  const panel = {
    name: 'IG Followers HQ S4 🔥 | R30',
    description: 'Buy more at panel.example',
    category: 'Best',
  }

  test('made from the facts', () => {
    expect(displayOf(serviceOf(1, { ...panel, madeName: 'IG Followers B', min: 50, max: 10_000 }))).toEqual({
      name: 'IG Followers B',
      description: 'Untuk link profil Instagram. Min 50, maks 10.000. Garansi 30 hari (klaim lewat admin).',
    })
    const refillable = serviceOf(1, { ...panel, refill: true, max: 2_147_483_647 })
    expect(displayOf(refillable, 'en').description).toBe(
      'Link: Instagram profile. Min 10. Guarantee 30 days (claim by button).',
    )
  })

  test('says what a link cannot', () => {
    const { note } = displayOf(serviceOf(1, { name: 'YouTube Live Views 60 minutes' }))
    expect(note).toBe('Siaran live harus sudah berjalan saat memesan.')
    expect(displayOf(serviceOf(1, { name: 'IG Likes' })).note).toBeUndefined()
  })

  test("the seller's words go first, each for itself", () => {
    const own = { displayName: 'Pengikut Jempolan', displayNote: 'Kirim username saja' }
    expect(displayOf(serviceOf(1, { ...panel, own }))).toEqual({
      name: 'Pengikut Jempolan',
      description: 'Untuk link profil Instagram. Min 10, maks 10.000. Garansi 30 hari (klaim lewat admin).',
      note: 'Kirim username saja',
    })
    expect(displayOf(serviceOf(1, { own: { displayDescription: 'Isi sendiri' } })).description).toBe(
      'Isi sendiri',
    )
  })

  test('a seller who took the guarantee away takes it from the description', () => {
    const { guarantee: _, ...facts } = readFacts(serviceOf(1, panel))
    expect(displayOf({ ...serviceOf(1, panel), facts }).description).toContain('Tanpa garansi')
  })
})
