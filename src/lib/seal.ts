// Secrets at rest: AES-256-GCM under a key derived from APP_SECRET, bound to the shop and the field they belong to,
// so that a sealed text copied to another shop or field does not open.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { type Outcome, refuse } from './outcome.ts'

/** Where a secret belongs. The platform's own secrets use a fixed shop name such as `platform`. */
export type SealPlace = { shop: string; field: string }

/** `unreadable`: not one of our texts; `wrongKey`: another APP_SECRET, another place, or changed bytes. */
export type SealRefusal = 'unreadable' | 'wrongKey'

export type Sealer = {
  /** `v1.<base64url of nonce, tag and ciphertext>`; two seals of one text differ. */
  seal(plain: string, place: SealPlace): string
  open(sealed: string, place: SealPlace): Outcome<{ plain: string }, SealRefusal>
  /** What equal texts have in common and nothing else tells: a stolen database gives no way to try guesses. Not to be opened. */
  mark(plain: string): string
}

const VERSION = 'v1'
const NONCE = 12
const TAG = 16
const CANARY = 'lapak canary'
const CANARY_PLACE: SealPlace = { shop: 'platform', field: 'canary' }

// A JSON list can't be read two ways, as two joined strings could.
const placeBytes = ({ shop, field }: SealPlace): Buffer => Buffer.from(JSON.stringify([VERSION, shop, field]))

const readSealed = (sealed: string): Buffer | null => {
  const [version, text, ...more] = sealed.split('.')
  if (version !== VERSION || !text || more.length > 0 || !/^[\w-]+$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length < NONCE + TAG ? null : bytes
}

const openBytes = (key: Buffer, bytes: Buffer, place: SealPlace): string => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(placeBytes(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
}

/** `secret` is APP_SECRET, at least 32 characters of it. */
export const sealer = (secret: string | Uint8Array): Sealer => {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'lapak', use, 32))
  const key = keyFor('seal v1')
  const marking = keyFor('mark v1')
  return {
    mark: (plain) => createHmac('sha256', marking).update(plain, 'utf8').digest('base64url'),
    seal: (plain, place) => {
      const nonce = randomBytes(NONCE) // a fresh one each time is what GCM stands on
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
      cipher.setAAD(placeBytes(place))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open: (sealed, place) => {
      const bytes = readSealed(sealed)
      if (!bytes) return refuse('unreadable')
      try {
        return { ok: true, plain: openBytes(key, bytes, place) }
      } catch {
        return refuse('wrongKey')
      }
    },
  }
}

/** What a page may show of a stored secret. Empty for one so short that four characters would give it away. */
export const lastFour = (plain: string): string => (plain.length >= 12 ? plain.slice(-4) : '')

/** A sealed text stored at the first start; a later start that can't open it has another APP_SECRET and must stop. */
export const makeCanary = (box: Sealer): string => box.seal(CANARY, CANARY_PLACE)

export const checkCanary = (box: Sealer, canary: string): Outcome<object, SealRefusal> => {
  const opened = box.open(canary, CANARY_PLACE)
  if (!opened.ok) return opened
  return opened.plain === CANARY ? { ok: true } : refuse('wrongKey')
}
