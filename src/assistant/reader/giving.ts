// The answers to what was asked for: a link or name, and a quantity. Other slots of the same message count, too.

import { canonicalLink } from '../../model/target.ts'
import type { Understanding } from '../../model/understanding.ts'
import { ORDINARY } from '../../model/words-known.ts'
import { answer, budgetOf, type Case, freeCounts, linkSlots, linksOf, quantityOf } from './case.ts'
import { changesField, changesProduct } from './changes.ts'
import { asksProduct } from './everyday.ts'
import { limitOf } from './limits.ts'
import { nameIn } from './names.ts'
import { asksGenerally, isQuestion } from './questions.ts'
import type { Count } from './roles.ts'
import { tellsHave } from './stock.ts'

const quantitySlot = (value: number | undefined): { quantity?: number } =>
  value === undefined ? {} : { quantity: value }

/** A name that nobody wrote an @ before; only where one was asked for. */
const bareName = (one: Case): Understanding | null => {
  const { said, subject } = one
  if (said.phone || isQuestion(said)) return null
  // A link that cannot be read names nobody.
  if (said.links.length > 0 || /[/\\]|:\/\/|^\w+:\S/u.test(said.folded))
    return said.links.length > 0 ? answer('give_link', 0.5) : null
  const found = nameIn(said.folded)
  const target = found && canonicalLink(`@${found.name.replace(/^@/, '')}`, subject?.platform)
  // Half a guess is no link: what else was said may mean more.
  if (!found || !target?.ok) return null
  if (found.sure < 0.5) return said.pieces.length < 4 ? answer('give_link', found.sure) : null
  return answer('give_link', found.sure, {
    link: target.link,
    ...quantitySlot(quantityOf(one, freeCounts(one)).value),
  })
}

/** "tokosepatu.id", where an address of the web was asked for. */
const siteOf = ({ said, subject }: Case): string | null => {
  if (subject?.platform !== 'website') return null
  const sites = said.folded.split(/\s+/).filter((part) => /^[\w-]+(?:\.[\w-]+)+$/u.test(part))
  const target = sites.length === 1 ? canonicalLink(sites[0] ?? '') : null
  return target?.ok && target.link.startsWith('https://') ? target.link : null
}

const UNNAMED =
  /\b(?:postingan|post|video|vidio|reels?|foto|konten|feed)\b.*\b(?:terbaru|terakhir|baru|diupload|upload|teratas|tadi|kemarin|atas|pertama|saya)\b|\b(?:teratas|terbaru)\b.*\b(?:profil|akun|saya)\b/

/** Words that may be somebody's name. */
const isNamed = ({ strange, pieces }: Case['said']): boolean =>
  strange.length > 0 || pieces.some(({ text }) => ORDINARY.has(text))

export const onAskingLink = (one: Case): Understanding | null => {
  const { said, context } = one
  const product = changesProduct(one)
  const links = linksOf(one, one.subject?.platform)
  const amount = quantityOf(one, freeCounts(one))
  if (links.length > 0 && !(asksGenerally(said) && isQuestion(said)) && product?.intent !== 'change')
    return answer('give_link', links.length > 1 || amount.torn ? 0.55 : 0.97, {
      ...linkSlots(links),
      ...quantitySlot(amount.value ?? (amount.torn ? undefined : limitOf(said, one.subject))),
    })
  if (product) return product
  const question = isQuestion(said) ? asksProduct(one) : null
  if (question || (isQuestion(said) && asksGenerally(said))) return question
  // "post terbaru aku" points at something that only its address names.
  if (links.length === 0 && !said.asks && UNNAMED.test(said.line)) return answer('chitchat', 0.6)
  const site = links.length === 0 && !isQuestion(said) ? siteOf(one) : null
  if (site) return answer('give_link', 0.85, { link: site, ...quantitySlot(amount.value) })
  const changed =
    context.quantity !== undefined && amount.value !== undefined && amount.value !== context.quantity
  const name = bareName(one)
  if (name) return name
  if (changed) return answer('change', 0.85, { field: 'quantity', ...quantitySlot(amount.value) })
  // Beside words that nobody knows a number may belong to a name.
  if (amount.value !== undefined)
    return answer('give_quantity', isNamed(said) ? 0.4 : 0.85, quantitySlot(amount.value))
  return changesField(one)
}

const ASKED: Count['role'][] = ['free', 'picked', 'amount', 'numbered', 'orderPerhaps', 'place']
/** More than one number makes the quantity, or a part of it: a sum, a range, so much a day or a post. */
const UNCLEAR =
  /# (?:\+|plus|tambah|nambah|hingga|sampai) #|\bminimal # maksimal #|\bmin # maksimal|\b(?:kurang|lebih) dari #|# kurang #|\bkurang # |# eh bukan #|\bsetengah (?:dari )?(?:maksimal|minimal)\b|# lusin\b|\b(?:masing|masing-masing|tiap|setiap)\b.*#|# (?:per|tiap|setiap) (?:hari|jam|post|akun|video)|# (?:sehari|perhari)\b|\buntuk # (?:akun|post|postingan|video|link)\b/
const isUnclear = (asked: Count[]): boolean => {
  const [only, second] = asked
  if (second && asked.every(({ value, written }) => value === only?.value && written === only.written))
    return true
  // "dua ribu lima" is 2005, or 2500.
  return asked.some(
    ({ value, written }) => /^\D+$/.test(written) && value > 1000 && value % 1000 > 0 && value % 1000 < 10,
  )
}

/** "max 5000 kan? ya udah 5000" */
const DECIDES = /# .*\b(?:ya|ya sudah|ok|sip|deal|kalau begitu) #(?: (?:saja|deh|ya|kak))*$/

/** "2x": twice of what nobody knows. */
const isTimes = ({ written, value }: Count): boolean => /^\d+x$/i.test(written) && value < 100

export const onAskingQuantity = (one: Case): Understanding | null => {
  const { said, context } = one
  const budget = budgetOf(one)
  const asked = said.counts.filter(({ role }) => ASKED.includes(role))
  const amount = quantityOf(one, asked)
  const product = changesProduct(one)
  if (product) return product
  const last = asked.at(-1)
  if (last && DECIDES.test(said.line) && !last.broken && asked.every(({ value }) => value === last.value))
    return answer('give_quantity', 0.85, { quantity: last.value })
  if (isQuestion(said) || budget !== undefined || /^(?:cek|tanya|info|lihat) harga\b/.test(said.line)) {
    const question = asksProduct(one)
    if (question && !(asked.length === 0 && asksGenerally(said) && budget === undefined)) return question
    if (asksGenerally(said)) return null
  }
  if (budget !== undefined && asked.length === 0)
    return answer('ask_product', 0.72, {
      about: 'price',
      budget,
      ...(one.subject ? { mids: [one.subject.mid] } : {}),
    })
  if (UNCLEAR.test(said.line) || isUnclear(asked) || tellsHave(said)) return answer('give_quantity', 0.4)
  if (/# kali #|\bkali #|# kali\b|# x #|\blipat\b/.test(said.line) || asked.some(isTimes))
    return answer('give_quantity', 0.4)
  const links = linksOf(one, one.subject?.platform)
  const slots = { ...linkSlots(links), ...quantitySlot(amount.value ?? limitOf(said, one.subject)) }
  if (slots.quantity !== undefined) return answer('give_quantity', sureOf(one, asked), slots)
  if (amount.torn) return answer('give_quantity', 0.4)
  if (links.length === 0) return changesField(one)
  const other = context.link !== undefined && context.link !== links[0]
  return other
    ? answer('change', links.length > 1 ? 0.55 : 0.9, { field: 'link', ...slots })
    : answer('give_link', 0.85, slots)
}

/** A bare number is always the quantity; with a question, or with words nobody knows, less so. */
const sureOf = ({ said }: Case, asked: Count[]): number => {
  if (asked.some(({ role }) => role === 'orderPerhaps')) return 0.72
  if (/\batau\b|# (?:kali|lipat|x)\b|\b(?:kali|x) #|# (?:hingga|sampai|masuk) #/.test(said.line)) return 0.55
  const words = said.pieces.filter(({ sort }) => sort === 'word').length
  if (said.strange.length > 1 && said.strange.length * 2 > words) return 0.65
  return isQuestion(said) ? 0.72 : 0.96
}
