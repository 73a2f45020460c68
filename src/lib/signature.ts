// Digests, and comparison that tells nothing by its time.
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export const sha256Hex = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex')
export const sha512Hex = (text: string | Uint8Array): string =>
  createHash('sha512').update(text).digest('hex')

/** Equality in constant time. Both are hashed first, so neither the length nor the first difference shows. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/**
 * What is stored in place of a token (session, invitation, bind code). Tokens carry at least 128 random bits,
 * so one plain hash is enough: there is nothing to guess from it.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
