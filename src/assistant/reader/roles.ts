// What each number of a message counts: a product, a place in the list, money, an order, an account, days; what is left is free.

import { KIND_WORDS, PLATFORM_WORDS } from '../../model/vocabulary.ts'
import { marksOf } from './goods.ts'
import type { Piece } from './pieces.ts'
import { BETWEEN, isEnough, isPurse, isSpent, textAt } from './purse.ts'

export type Role =
  | 'id'
  | 'numbered'
  | 'picked'
  | 'place'
  | 'money'
  | 'order'
  | 'orderPerhaps'
  | 'account'
  | 'amount'
  | 'other'
  | 'free'
export type Count = {
  value: number
  at: number
  to: number
  role: Role
  scaled: boolean
  /** A kind or a platform follows: "1000 followers". */
  ofGoods: boolean
  /** Not a whole number; nothing can be counted by it. */
  broken: boolean
  written: string
}

const WALLETS = new Set(
  'dana ovo gopay shopeepay linkaja bca bri bni mandiri bsi cimb permata jago seabank rekening rek norek bank hp telp telepon va'.split(
    ' ',
  ),
)
export const isWallet = (word: string): boolean => WALLETS.has(word)

const SKIPPED = new Set(['nya', 'yang', 'itu', 'produk', 'adalah', 'is', 'the', 'saya', 'kak', 'ya'])
const MONEY_BEFORE = new Set([
  'rupiah',
  'budget',
  'uang',
  'belanja',
  'topup',
  'saldo',
  'tarik',
  'transfer',
  'seharga',
  'senilai',
  'nominal',
])
const MONEY_AFTER = new Set(['rupiah', 'perak'])
const OTHER_AFTER = new Set(['hari', 'jam', 'menit', 'bulan', 'tahun', 'minggu', 'kali', 'bintang', 'persen'])
const OTHER_BEFORE = new Set(['pukul', 'tanggal', 'umur', 'kecepatan', 'server', 'bintang', 'level', 'jam'])
const DAYS_BEFORE = new Set(['garansi', 'refill'])
const PICKED = new Set(['pilih', 'ambil', 'opsi', 'pilihan', 'yang', 'produk', 'option'])
const UNDER = new Set([
  'bawah',
  'dibawah',
  'under',
  'kurang',
  'maksimal',
  'sekitar',
  'kisaran',
  'cukup',
  'bayar',
])

/** The word that leads a number, over colons and small words. */
const leading = (pieces: Piece[], at: number): number => {
  let back = at - 1
  for (let piece = pieces[back]; piece; piece = pieces[--back]) {
    const passed = piece.sort === 'break' ? /^[.:#-]$/.test(piece.raw) : SKIPPED.has(piece.text)
    if (!passed || (piece.raw === '#' && back === at - 1)) break
  }
  return back
}

const isNo = (pieces: Piece[], at: number): boolean =>
  textAt(pieces, at) === 'nomor' || pieces[at]?.raw.toLowerCase() === 'no'

type Around = { pieces: Piece[]; at: number; lead: number; ofGoods: boolean }

/** "id 237 sama 238": the second of two of a kind. */
const isSecondId = (pieces: Piece[], at: number): boolean => {
  const between = pieces[at - 1]
  const first = pieces[at - 2]
  if (first?.sort !== 'number' || first.scaled || pieces[at]?.scaled) return false
  const compared = pieces.some(({ text }) => /^(?:beda|mana|banding\w*|apa|atau)$/.test(text))
  if (between?.text === ',' && !compared) return false
  if (!between || !/^(?:sama|dan|atau|vs|versus|dengan|apa|,|&|\/)$/.test(between.text)) return false
  return /^(?:id|mid|kode|#)$/.test(textAt(pieces, leading(pieces, at - 2))) || pieces[at - 3]?.raw === '#'
}

const led = ({ pieces, at, lead, ofGoods }: Around): Role | null => {
  const piece = pieces[at] as Piece
  if (isSecondId(pieces, at) && !ofGoods) return 'id'
  const word = textAt(pieces, lead)
  const written = pieces[lead]?.raw.toLowerCase() ?? ''
  if (written === '#' || word === 'id' || word === 'mid' || word === 'kode') return piece.scaled ? null : 'id'
  if (isNo(pieces, lead)) {
    const before = textAt(pieces, leading(pieces, lead))
    if (before === 'id' || before === 'mid') return 'id'
    const verb = before === 'pesan' && (piece.value ?? 0) < 1000
    if (before === 'pesanan' || (before === 'pesan' && !verb)) return 'order'
    return isWallet(before) || before === 'wa' ? 'account' : 'numbered'
  }
  // "tarik dana 100.000": funds, and no wallet.
  if (word === 'dana' && /^(?:tarik|cair\S*|topup|keluar\S*)$/.test(textAt(pieces, lead - 1)))
    return /^0|\d{9}/.test(piece.raw) ? 'account' : 'money'
  if (isWallet(word)) return piece.scaled ? 'money' : 'account'
  const counted = OTHER_AFTER.has(textAt(pieces, at + 1))
  if (word === 'pesanan' && !piece.scaled && !ofGoods && !counted) return 'order'
  const ordered =
    /^(?:status|cek|refill|ulang|klaim|garansi|batal|stop|tagihan)$/.test(word) && lead === at - 1
  if (ordered && !ofGoods && /^\d{4,6}$/.test(piece.raw) && !counted) return 'orderPerhaps'
  if (/^(?:order|ordr|odr)$/.test(written) && !piece.scaled && !ofGoods)
    return isVerb(pieces, lead) ? null : 'orderPerhaps'
  return null
}

/** "mau order 1000" buys; "order 12345" names one. */
const isVerb = (pieces: Piece[], at: number): boolean =>
  pieces[at - 1]?.raw.toLowerCase() !== 'my' &&
  /^(?:mau|bisa|minimal|maksimal|saya|jadi|langsung|mohon|tolong|coba|lanjut|ya|ok)$/.test(
    textAt(pieces, at - 1),
  )

const placed = ({ pieces, at }: Around): boolean => {
  const hyphen = pieces[at - 1]?.raw === '-' && textAt(pieces, at - 2) === 'ke'
  const order =
    textAt(pieces, at - 1) === 'ke' &&
    /^(?:yang|nomor|urutan|pilih|pilihan|opsi)$/.test(textAt(pieces, at - 2))
  return hyphen || order
}

/** "ceban", "goceng" are said of money; a kind right behind makes it a quantity. */
const SLANG = /^(?:ceban|goceng|noceng|goban|noban|cetiau)$/i
const HAS_MONEY = new Set(['punya', 'uang', 'budget', 'dapat', 'ada', 'cukup', 'bayar'])
const isSlangMoney = (pieces: Piece[], at: number, ofGoods: boolean): boolean => {
  const raw = pieces[at]?.raw ?? ''
  if (!SLANG.test(raw)) return false
  const cued = pieces.some(({ text }) => HAS_MONEY.has(text))
  const goods = [...marksOf(KIND_WORDS, pieces), ...marksOf(PLATFORM_WORDS, pieces)]
  return cued || (!ofGoods && goods.length > 0)
}

/** "punya 20rb", "dengan 50k" */
const HOLDS = new Set([
  'punya',
  'bawa',
  'pegang',
  'megang',
  'dengan',
  'kisaran',
  'tinggal',
  'sisa',
  'tersisa',
])

const isMoney = ({ pieces, at, ofGoods }: Around): boolean => {
  const piece = pieces[at] as Piece
  // "100rb aja deh budgetnya"
  const next = pieces.slice(at + 1, at + 5).map(({ text }) => text)
  if (/^(?:(?:saja|deh|dong|kak|ya|itu) )*budget\b(?! (?:berapa|#))/.test(next.join(' '))) return true
  if (piece.money || MONEY_AFTER.has(textAt(pieces, at + 1))) return true
  if (MONEY_BEFORE.has(textAt(pieces, at - 1))) return true
  if (isEnough({ pieces, at, ofGoods })) return true
  const led = textAt(pieces, at - 1)
  if (
    piece.scaled &&
    !ofGoods &&
    (HOLDS.has(led) ||
      (led === 'ada' &&
        (/^(?:cuma|saja|hanya)$/.test(textAt(pieces, at - 2)) ||
          (/^(?:saya|kita|kami)$/.test(textAt(pieces, at - 2)) && textAt(pieces, at + 1) === 'untuk'))))
  )
    return true
  if (
    piece.scaled &&
    led === 'dari' &&
    textAt(pieces, at - 2) === 'lebih' &&
    /^(?:tidak|jangan)$/.test(textAt(pieces, at - 3))
  )
    return true
  // "ada yg 5000an?"
  if (
    /^\d{1,9}\s?(?:rb|ribu|k)?an$/i.test(piece.raw) &&
    !ofGoods &&
    (piece.value ?? 0) >= 1000 &&
    textAt(pieces, at - 1) === 'yang'
  )
    return true
  if (isSlangMoney(pieces, at, ofGoods) || isSpent({ pieces, at })) return true
  if (piece.scaled && isPurse(pieces, at)) return true
  if (ofGoods) return false
  const before = [textAt(pieces, at - 1), textAt(pieces, at - 2)]
  if (before.some((word) => MONEY_BEFORE.has(word))) return true
  const price =
    before.includes('harga') &&
    ([textAt(pieces, at - 2), textAt(pieces, at - 3)].includes('yang') ||
      (piece.scaled === true && !pieces.some(({ text }) => text === 'berapa')))
  return price || (piece.scaled === true && before.some((word) => UNDER.has(word)))
}

const isOther = ({ pieces, at, ofGoods }: Around): boolean => {
  const piece = pieces[at] as Piece
  const [before, after] = [textAt(pieces, at - 1), textAt(pieces, at + 1)]
  if (piece.other || (piece.value === 1 && after === 'lagi')) return true
  // Nobody waits a hundred hours: those are hours watched.
  if (after === 'jam' && (textAt(pieces, at + 2) === 'tayang' || (piece.value ?? 0) >= 100)) return false
  if (before === 'jam' && (piece.value ?? 0) >= 100) return false
  if (OTHER_AFTER.has(after) && !(ofGoods && after === 'jam')) return true
  return OTHER_BEFORE.has(before) || (DAYS_BEFORE.has(before) && (piece.value ?? 0) <= 365 && !piece.scaled)
}

const roleOf = (around: Around): Role => {
  const special = led(around)
  if (special) return special
  if (textAt(around.pieces, around.lead) === 'jumlah' || textAt(around.pieces, around.lead) === 'sebanyak')
    return 'amount'
  if (placed(around) || /^(?:urut|urutan|baris|posisi|peringkat)$/.test(textAt(around.pieces, around.at - 1)))
    return 'place'
  if (isMoney(around)) return 'money'
  if (isOther(around)) return 'other'
  const picked = PICKED.has(textAt(around.pieces, around.at - 1)) && !around.pieces[around.at]?.scaled
  return picked ? 'picked' : 'free'
}

/** "100rb dapat berapa": whatever number stands free there is money. */
const BUYS =
  /\b(?:ada|punya) #.*\bberapa\b|\b(?:dapat|dpt|cukup)\b(?: \S+){0,2} (?:berapa|apa|banyak)|\bberapa yang dapat|\bwhat can i get|\b(?:dapat) berapa/

/** "-5" at the beginning, or after a word: less than nothing. A range or a list has a number or a sign before it. */
const isNegative = (pieces: Piece[], at: number): boolean => {
  const [sign, number] = [pieces[at - 1], pieces[at]]
  const touching = sign?.raw === '-' && number !== undefined && sign.from + 1 === number.from
  const before = pieces[at - 2]
  return touching && (!before || (before.sort === 'word' && before.from + before.raw.length < sign.from))
}

export const countsIn = (pieces: Piece[], line: string): Count[] => {
  const goods = [...marksOf(KIND_WORDS, pieces), ...marksOf(PLATFORM_WORDS, pieces)].map(({ at }) => at)
  const buys = BUYS.test(line)
  return pieces.flatMap((piece, at) => {
    if (piece.sort !== 'number' || piece.value === undefined) return []
    const between = pieces[at + 1]
    const apart = goods.includes(at + 2) && between?.sort === 'word' && !BETWEEN.has(between.text)
    const ofGoods = goods.includes(at + 1) || apart
    const role = roleOf({ pieces, at, lead: leading(pieces, at), ofGoods })
    const had = /^(?:punya|ada|uang|budget|dengan|cuma|pakai)$/.test(textAt(pieces, at - 1))
    const spent = role === 'free' && buys && (!goods.includes(at + 1) || (had && piece.scaled === true))
    const { value, scaled = false, raw } = piece
    const broken = !Number.isSafeInteger(value) || value < 1 || isNegative(pieces, at)
    return [{ value, at, to: at + 1, role: spent ? 'money' : role, scaled, ofGoods, broken, written: raw }]
  })
}
