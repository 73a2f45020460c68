// A seller's own Telegram account, bound to the live shop by a deep link: 128 bits, ten minutes, once.
import type { AccountId, Millis, ShopId } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { hashToken } from '../lib/signature.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import type { AccountDeps } from './deps.ts'

export type BindDeps = Pick<AccountDeps, 'clock' | 'ids'> & { store: Pick<Store, 'links' | 'shops'> }

const LIFE = 10 * MINUTE
const MOST = 20
/** 22 characters of base64url are 132 bits; a start parameter holds 64 characters. */
const TOKEN_LENGTH = 22

/** A deep link to the shop's own bot: `/start b<token>`. `noBot`: the shop has none yet. */
export const makeBindLink = async (
  deps: BindDeps,
  given: { account: AccountId; shop: ShopId },
): Promise<Outcome<{ link: string; expiresAt: Millis }, 'noBot'>> => {
  const shop = await deps.store.shops.get(given.shop)
  if (!shop?.bot) return refuse('noBot')
  const token = deps.ids.token().slice(0, TOKEN_LENGTH)
  const expiresAt = (deps.clock.now() + LIFE) as Millis
  await deps.store.links.put({ id: hashToken(token), purpose: 'bind', expiresAt, ...given })
  return { ok: true, link: `https://t.me/${shop.bot.username}?start=b${token}`, expiresAt }
}

/** What `/start b<token>` does. Another shop's token is left untouched. */
export const takeBind = async (
  deps: Omit<BindDeps, 'ids'>,
  given: { shop: ShopId; token: string; user: { id: number; name: string } },
): Promise<Outcome<{ shop: Shop }, 'badLink' | 'tooMany'>> => {
  const id = hashToken(given.token)
  const link = await deps.store.links.get(id)
  const now = deps.clock.now()
  if (link?.purpose !== 'bind' || link.shop !== given.shop || (link.expiresAt ?? 0) <= now)
    return refuse('badLink')
  if (!(await deps.store.links.take(id))) return refuse('badLink')
  const entry = { user: given.user.id, name: given.user.name, at: now }
  const shop = await deps.store.shops.change(given.shop, (current) => {
    const others = current.bound.filter(({ user }) => user !== entry.user)
    return others.length >= MOST ? null : { ...current, bound: [...others, entry] }
  })
  if (!shop) return refuse('badLink')
  return shop.bound.some(({ user }) => user === entry.user) ? { ok: true, shop } : refuse('tooMany')
}

export const unbind = (
  deps: { store: Pick<Store, 'shops'> },
  shop: ShopId,
  user: number,
): Promise<Shop | null> =>
  deps.store.shops.change(shop, (current) => ({
    ...current,
    bound: current.bound.filter((one) => one.user !== user),
  }))
