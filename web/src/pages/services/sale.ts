// Turns services on and off sale and tells what came of it, also of those that were refused and why.
import { post } from '../../api.ts'
import { say } from '../../lib/load.ts'
import { number } from '../../text/index.ts'
import { words } from '../../text/services.ts'

export type SaleResult = { changed: number; refused: { id: string; reason: string }[] }

/** The server takes 500 at a time. */
const LOT = 500

export const reasonsOf = (refused: SaleResult['refused']): string =>
  [...new Set(refused.map((one) => words().reasons[one.reason] ?? one.reason))].join(', ')

export const tellSale = ({ changed, refused }: SaleResult): void => {
  const w = words()
  if (refused.length === 0) {
    say(w.changed(number(changed)))
    return
  }
  const why = `${w.refused(number(refused.length))}: ${reasonsOf(refused)}`
  say(changed > 0 ? `${w.changed(number(changed))}; ${why}` : why, changed === 0)
}

export const setSale = async (shop: string, ids: string[], on: boolean): Promise<SaleResult> => {
  const all: SaleResult = { changed: 0, refused: [] }
  for (let at = 0; at < ids.length; at += LOT) {
    const part = await post<SaleResult>(`/shops/${shop}/services/sale`, { ids: ids.slice(at, at + LOT), on })
    all.changed += part.changed
    all.refused.push(...part.refused)
  }
  tellSale(all)
  return all
}
