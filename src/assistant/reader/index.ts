// The built-in reader: one message and what was asked → what it means. Pure, offline, in well under a millisecond per message;
// the order of the doors below is the order of certainty.
import { cut } from '../../lib/text.ts'
import type {
  Asked,
  AskedContext,
  CatalogueEntry,
  Media,
  Message,
  Understanding,
} from '../../model/understanding.ts'
import { isAttack } from './attacks.ts'
import {
  answer,
  type Case,
  freeCounts,
  linkSlots,
  linksOf,
  namesGoods,
  quantityOf,
  wishSlots,
} from './case.ts'
import { changesField } from './changes.ts'
import { onChoosing } from './choosing.ts'
import { onAskingComments } from './commenting.ts'
import { onConfirming, RESIGNED } from './confirming.ts'
import { asksProduct, asksShop, browses, byName, notSold, volunteers } from './everyday.ts'
import { shrinks } from './fallen.ts'
import { onAskingLink, onAskingQuantity } from './giving.ts'
import { guess } from './hunch.ts'
import { ROWS, type Row } from './phrases.ts'
import { aboutsOf, asksGenerally, isQuestion } from './questions.ts'
import { hear } from './said.ts'
import { onAskingAmount, onAskingDestination, saldoSlots } from './saldo.ts'
import { shelfOf } from './shelf.ts'
import { socialises, stops } from './sociable.ts'

/** More than anybody writes to a shop; what is pasted beyond is not read. */
const LONGEST = 4000

export const read = (
  message: Message,
  asked: { state: Asked; context: AskedContext },
  catalogue: CatalogueEntry[],
): Understanding => {
  const text = cut(message.text, LONGEST)
  if (/^\/start\b/.test(text)) return answer('greet', 0.95)
  if (/^\/help\b/.test(text)) return answer('ask_general', 0.8)
  if (!text.trim()) return readMedia(message.media, asked.state)
  const one = caseOf(text, asked, catalogue)
  // Of several lines each is a comment, also one that sounds like an order to the bot: it has no effect but to stand under a post.
  const comments = asked.state === 'asking_comments' && text.trim().includes('\n')
  if (!comments && isAttack(one.said)) return answer('attack', 0.92)
  if (asked.state === 'asking_comments') return onAskingComments(one)
  const meaning =
    (message.media && withProof(one)) ?? meaningOf(one) ?? guess(one) ?? answer('chitchat', 0.25)
  return guesses(one, meaning) ? { ...meaning, confidence: Math.min(meaning.confidence, 0.4) } : meaning
}

const PUT_ON_BILL: Understanding['intent'][] = ['select', 'give_quantity', 'change']

/** A number among words that nobody here knows (another language, letters apart) may mean anything. */
const guesses = ({ said: { pieces, strange } }: Case, { intent, link, links }: Understanding): boolean => {
  if (link || links || !PUT_ON_BILL.includes(intent)) return false
  const words = pieces.filter(({ sort }) => sort === 'word')
  const dark = strange.length + words.filter(({ raw, known }) => known && raw.length === 1).length
  return dark > 3 && dark * 2 > words.length
}

const readMedia = (media: Media | undefined, state: Asked): Understanding => {
  const proof = media === 'photo' || media === 'document'
  if (proof && state === 'paying') return answer('paid_claim', 0.85)
  return answer('chitchat', proof || media === 'sticker' ? 0.72 : 0.3)
}

const caseOf = (
  text: string,
  { state, context }: { state: Asked; context: AskedContext },
  catalogue: CatalogueEntry[],
): Case => {
  const shelf = shelfOf(catalogue)
  return {
    said: hear(text),
    state,
    context,
    shelf,
    shown: (context.shown ?? []).flatMap((mid) => shelf.byMid.get(mid) ?? []),
    subject: context.mid === undefined ? undefined : shelf.byMid.get(context.mid),
  }
}

const meaningOf = (one: Case): Understanding | null =>
  (one.state !== 'confirming' && notSold(one) && !/\bcara\b|\bbayar\b/.test(one.said.line)
    ? browses(one)
    : null) ||
  (one.state === 'asking_destination' && onAskingDestination(one)) ||
  fromRows(one) ||
  shrinks(one) ||
  (stopsHere(one) ? stops(one) : null) ||
  onState(one) ||
  onQuestion(one) ||
  stops(one) ||
  socialises(one) ||
  changesOrder(one) ||
  browses(one) ||
  ofOrder(one) ||
  byName(one) ||
  volunteers(one)

/** "tolong ubah link pesanan saya" */
const changesOrder = ({ said }: Case): Understanding | null =>
  /\b(?:ganti|tukar)\b (?:\S+ )?(?:link|username|akun|target)\b.*(?:\b(?:pesan|pesanan)\b|@order)/.test(
    said.line,
  )
    ? answer('change', 0.72, { field: 'link', ...(said.order ? { order_id: said.order } : {}) })
    : null

/** An order's number and little else. */
const ofOrder = ({ said }: Case): Understanding | null =>
  said.order && said.bare.split(' ').length < 6
    ? answer('order_status', 0.65, { order_id: said.order })
    : null

/** A stop is heard before anything else, except where a new value comes with it. */
const stopsHere = ({ state }: Case): boolean => state !== 'confirming' && state !== 'choosing'

const OF_ORDER =
  /\b(?:pesan|pesanan|status|bayar|transfer|cek|tadi|kemarin|sudah|belum|lacak|kabar|masuk mana|sampai mana)\b/

const rowFits = (row: Row, one: Case): boolean => {
  const { said, state } = one
  if (row.states && !row.states.includes(state)) return false
  if (row.notIn?.includes(state)) return false
  if (row.alone && namesGoods(one) && !said.order) return false
  // "udah bayar kok belum masuk", "kira udah bayar": no plain statement.
  if (
    row.intent === 'paid_claim' &&
    /\bsalah\b|\b(?:kok|padahal|tapi|kenapa|belum|kira|ternyata|atau|seandainya|andai|andaikan|umpama|scan saja|sudah tinggal|sudah minta|minta bukti|banyak yang|kena tipu)\b|^(?:teman\w*|orang)\b|\b(?:toko|admin|tempat|lapak) (?:lain|sebelah)\b/.test(
      said.line,
    )
  )
    return false
  if (row.intent === 'reorder' && state === 'choosing' && /\bbiasa$/.test(said.bare)) return false
  // Before anything is ordered "kapan masuknya" asks about the product.
  const before = /^(?:confirming|choosing|asking_link|asking_quantity)$/.test(state)
  if (row.intent === 'order_status' && before && !said.order && !OF_ORDER.test(said.line)) return false
  // Somebody who names goods and a number of them buys, also through a person.
  const buys = row.intent === 'human' && namesGoods(one) && freeCounts(one).length > 0
  if (buys && !/\b(?:bicara|hubung\S*|panggil)\b/.test(said.line)) return false
  const whole = row.on === 'line' ? said.line : said.bare
  // "500 kurang, 1000 deh": of what is being ordered nothing is missing.
  const counting = row.intent === 'complaint' && (state === 'asking_quantity' || state === 'confirming')
  const line = counting ? whole.replace(/\bkurang (?=#|dari)/g, '') : whole
  return row.says.test(line) && !row.unless?.test(line)
}

const fromRows = (one: Case): Understanding | null => {
  const row = ROWS.find((candidate) => rowFits(candidate, one))
  if (!row) return null
  const order = one.said.order ?? orderPerhaps(one)
  const saldo = row.intent === 'topup' || row.intent === 'withdraw' ? saldoSlots(one) : {}
  const named = order === undefined || saldo.budget !== undefined ? {} : { order_id: order }
  return answer(sureIntent(row, one), row.intent === 'paid_claim' && one.said.asks ? 0.72 : row.sure, {
    ...saldo,
    ...named,
  })
}

/** "udah bayar kan?" asks; a claim is only the plain statement. */
const sureIntent = (row: Row, { said }: Case): Understanding['intent'] =>
  row.intent === 'paid_claim' && said.asks ? 'order_status' : row.intent

const orderPerhaps = (one: Case): string | undefined =>
  one.said.counts.find(
    ({ role, value }) =>
      role === 'orderPerhaps' || role === 'order' || (role === 'id' && !one.shelf.byMid.has(value)),
  )?.written

const onState = (one: Case): Understanding | null => {
  switch (one.state) {
    case 'choosing':
      return onChoosing(one)
    case 'asking_link':
      return onAskingLink(one)
    case 'asking_quantity':
      return onAskingQuantity(one)
    case 'asking_amount':
      return onAskingAmount(one)
    case 'confirming':
      return onConfirming(one)
    default:
      return onFree(one)
  }
}

const PAID_SHORT =
  /^(?:(?:ok|ya|sip) )?(?:sudah|done|selesai|beres|lunas)(?: (?:kak|ya|min|gan|bang|dong|sudah|bos|sis|deh|nih|mas|cek|tolong|coba|mbak|pak|bu|saja|kok|lho))*$/

/** "udah masuk?" */
const STANDS = /^(?:bagaimana )?sudah(?: (?:masuk|selesai|proses|jalan|kirim|mulai|bayar))?$/

/** Idle, or with an open bill: a product by its number, a change of the bill, "udah" after the picture. */
const onFree = (one: Case): Understanding | null => {
  const { said, state } = one
  if (said.asks && STANDS.test(said.bare)) return answer('order_status', 0.82)
  if (state === 'paying' && PAID_SHORT.test(said.line) && !RESIGNED.test(said.folded))
    return said.asks ? answer('order_status', 0.75) : answer('paid_claim', 0.8)
  if (state === 'paying' && /^siapa\b/.test(said.bare)) return answer('chitchat', 0.5)
  if (/^(?:mau|siap|ingin) bayar\b/.test(said.bare) && !isQuestion(said))
    return state === 'paying' ? answer('resend_bill', 0.72) : answer('ask_general', 0.6)
  const ids = [...new Set(said.counts.filter(({ role }) => role === 'id').map(({ value }) => value))]
  const [mid, second] = ids
  if (mid !== undefined && aboutsOf(said).length > 0) {
    const asked = asksProduct(one, ids)
    if (asked) return asked
  }
  if (mid !== undefined && /\b(?:apa|apakah|bagaimana|detail|kenapa)\b|\bbisa\b.*\btidak$/.test(said.line))
    return answer('ask_product', 0.78, {
      mids: ids,
      about: /\b(?:garansi|refill)\b/.test(said.line) ? 'refill' : 'other',
    })
  // "id 12 komennya kita yg ngetik kan?"
  const bare = freeCounts(one).length + linksOf(one, undefined).length === 0
  if (mid !== undefined && said.asks && bare && said.bare.split(' ').length > 3)
    return answer('ask_product', 0.72, { mids: ids, about: 'other' })
  if (second !== undefined) return answer('select', 0.4)
  if (mid !== undefined && state === 'paying' && /\b(?:ganti|tukar|pindah)\b/.test(said.line))
    return { ...selected(one, mid), intent: 'change', field: 'product' }
  if (mid !== undefined) return selected(one, mid)
  if (state !== 'paying') return null
  if (
    /\b(?:hitung|nominal|tagihan|bayar)\b/.test(said.line) &&
    said.counts.some(({ scaled, role }) => scaled || role === 'money')
  )
    return answer('ask_general', 0.6)
  const turned = /\b(?:ganti|tukar)\b|\bmake (?:it|that) #/.test(said.line)
  if (turned && aboutsOf(said).length === 0 && said.countries.length + said.wishes.length > 0)
    return answer('change', 0.8, { field: 'product', ...wishSlots(one) })
  const named = turned || /\bjumlah\b/.test(said.line)
  return (named ? aboutsOf(said).length === 0 : !isQuestion(said)) && !namesGoods(one)
    ? changesField(one)
    : null
}

const selected = (one: Case, mid: number): Understanding => {
  const picked = one.said.counts.filter(({ role, value }) => role === 'picked' && value !== mid)
  const { value, torn } = quantityOf(one, [...freeCounts(one), ...picked])
  const links = linksOf(one, one.shelf.byMid.get(mid)?.platform)
  return answer('select', torn || links.length > 1 ? 0.6 : 0.95, {
    mid,
    ...(value === undefined ? {} : { quantity: value }),
    ...linkSlots(links),
  })
}

/** What no product answers, whatever is named beside it. */
const BEYOND =
  /\b(?:bayar|transfer|nego|diskon|tawar|reseller|password|sandi|otp|private|privat|gembok|digembok|aman|bahaya|refund|uang|kembali|link|testimoni|bonus|voucher|cara|jam|buka|beberapa|dibagi|hutang|cheaper|sebelah)\b|\bkurang\b|\b(?:lebih|bisa) murah\b|\bdrop harga\b/

const onQuestion = (one: Case): Understanding | null => {
  const { said } = one
  const product = asksProduct(one)
  const open = isQuestion(said) || said.kinds.length === 0 || /\b(?:atau|apa)\b/.test(said.line)
  const general = open ? asksShop(one) : null
  if (product && !(general && asksGenerally(said) && !(namesGoods(one) && !BEYOND.test(said.line))))
    return offers(one) ? null : product
  return general
}

const QUESTIONED =
  /\b(?:berapa|harga|minimal|maksimal|beda|lama)\b|\b(?:garansi|refill)(?:nya)? tidak\b|\bada (?:garansi|refill)\b/
/** "ada followers yang garansi?", "yang permanen ada?": asks whether it exists, a search. */
const offers = ({ said }: Case): boolean => {
  if (QUESTIONED.test(said.line)) return false
  if (/^(?:do|does|is|are)\b/.test(said.line) && /\b(?:garansi|refill|real|bot)\b/.test(said.line))
    return false
  const looks = /^(?:\S+ ){0,3}(?:ada|jual|cari|mau)\b/.test(said.line) && said.kinds.length > 0
  return looks || (said.wishes.length > 0 && /\bada\b.*\byang\b|\byang\b.*\bada\b/.test(said.line))
}

/** A picture with "bukti transfer" or "udah ya" under it, while a bill is open. */
const withProof = (one: Case): Understanding | null => {
  const { line } = one.said
  const proof =
    /\b(?:bukti|transfer|bayar|sudah|lunas|done)\b/.test(line) &&
    !/\b(?:belum|tidak|kalau|bagaimana|cara|mana|apa)\b/.test(line)
  return proof && one.state === 'paying' ? answer('paid_claim', 0.88) : null
}
