// The only source of randomness. Tests hand in one that counts.
import { randomBytes } from 'node:crypto'

export type Ids = {
  /** A new unique id, `<prefix>_<22 url-safe characters>`, 128 bits. */
  id(prefix: string): string
  /** A secret for a link or a cookie: 256 bits, url-safe. */
  token(): string
  /** An order number: five characters A–Z2–9 without I, O, L, always with a letter. Unique only per shop, by the store. */
  orderNumber(): string
}

const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const drawNumber = (): string => {
  const text = Array.from(randomBytes(5), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return /[A-Z]/.test(text) ? text : drawNumber()
}

export const randomIds: Ids = {
  id: (prefix) => `${prefix}_${randomBytes(16).toString('base64url')}`,
  token: () => randomBytes(32).toString('base64url'),
  orderNumber: drawNumber,
}
