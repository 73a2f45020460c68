// Ids that count, so that a failed test reads the same every time.
import type { Ids } from '../../src/lib/ids.ts'

const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ'

export const countingIds = (): Ids => {
  let n = 0
  return {
    id: (prefix) => `${prefix}_${String(++n).padStart(4, '0')}`,
    token: () => `token-${String(++n).padStart(36, '0')}`,
    orderNumber: () => {
      n++
      return `A${[3, 2, 1, 0].map((place) => ALPHABET[Math.floor(n / ALPHABET.length ** place) % ALPHABET.length]).join('')}`
    },
  }
}
