// Fields that several routes share, as they come in and as they go out.
import * as v from 'valibot'
import { sameEmail } from '../../accounts/deps.ts'
import { PASSWORD_MAX } from '../../accounts/password.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { KeySet } from '../../model/shop.ts'
import type { KeySetDraft, KeySetOwner } from '../../shops/key-sets.ts'
import type { RefusalTable } from '../errors.ts'
import type { KeySetView } from './views.ts'

export const Language = v.picklist(['id', 'en'])
export const Email = v.pipe(v.string(), v.transform(sameEmail), v.email(), v.maxLength(254))
/** What makes a good password is judged by accounts/password.ts, with reasons of its own. */
export const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_MAX * 4))
export const Token = v.pipe(v.string(), v.minLength(16), v.maxLength(100))
export const ShopName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64))
/** Whole milliseconds since 1970. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0))
/** A whole number as it stands in a query. */
export const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'is no whole number'), v.transform(Number))
/** A secret as it is pasted: spaces around it are dropped, none inside. */
export const Secret = v.pipe(v.string(), v.trim(), v.regex(/^[!-~]{8,400}$/, 'Expected a key without spaces'))
export const Word = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60))
export const Blocked = v.pipe(v.array(Word), v.maxLength(1000))

export const PASSWORD_REFUSALS = {
  passwordShort: [400, 'The password needs at least 10 characters'],
  passwordLong: [400, 'The password has more than 200 characters'],
  passwordGuessable: [400, 'The password is too easy to guess'],
} as const

export const KeySetForm = v.pipe(
  v.strictObject({
    environment: v.picklist(['sandbox', 'production']),
    serverKey: Secret,
    clientKey: v.optional(Secret),
    merchantId: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.regex(/^[A-Za-z0-9]{4,40}$/, 'Expected a merchant id such as G141532850'),
      ),
    ),
  }),
  // The prefix can prove "sandbox" and never "production": only the certain contradiction is refused.
  v.forward(
    v.check(
      ({ environment, serverKey }) => environment === 'sandbox' || !serverKey.startsWith('SB-'),
      'This is a key of the sandbox',
    ),
    ['serverKey'],
  ),
)

export const viewKeySet = ({ id, environment, endsIn, merchantId, at }: KeySet): KeySetView => ({
  id,
  environment,
  endsIn,
  at,
  ...(merchantId === undefined ? {} : { merchantId }),
})

/** `shops/key-sets.ts` with its deps filled in. */
export type KeySetVerbs = {
  /** `wrongKey`: Midtrans itself was asked and does not know it. */
  add(owner: KeySetOwner, draft: KeySetDraft): Promise<Outcome<{ keySet: KeySet }, 'wrongKey'>>
  remove(owner: KeySetOwner, id: string): Promise<Outcome<object, 'notFound' | 'inUse'>>
}

export const KEY_SET_REFUSALS: RefusalTable<'notFound' | 'inUse' | 'wrongKey'> = {
  wrongKey: [422, 'Midtrans does not know this server key in this environment'],
  notFound: [404, 'There is no such key set'],
  inUse: [409, 'Bills made with these keys are still open'],
}
