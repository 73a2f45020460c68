// Passwords: argon2id with the figures that OWASP names (19 MiB, two passes), and the same work for an account that isn't there.
import { type Outcome, refuse } from '../lib/outcome.ts'

export type Passwords = {
  hash(plain: string): Promise<string>
  /** Without a stored hash it works as long and answers false: an unknown e-mail can't be told by the time. */
  verify(plain: string, stored: string | undefined): Promise<boolean>
}

const ARGON = { algorithm: 'argon2id', memoryCost: 19_456, timeCost: 2 } as const

/** Hash of a random text that nobody kept. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$Zqgmd5rKQ2n3CRq4U/uzVuGg3Caciz3h+vLJ/ijUYpI$5+G8cmYW+6QS/9c8x+fOG7gJGo3r0hqctNgnf9N+42w'

export const argonPasswords: Passwords = {
  hash: (plain) => Bun.password.hash(plain, ARGON),
  verify: async (plain, stored) => {
    // Bun throws on an empty password; nobody has one.
    const fits = await Bun.password.verify(plain || ' ', stored ?? DECOY)
    return fits && stored !== undefined
  },
}

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

export type PasswordRefusal = 'passwordShort' | 'passwordLong' | 'passwordGuessable'

/** Long enough, not absurdly long, neither the e-mail address nor one character repeated. */
export const checkPassword = (plain: string, email: string): Outcome<object, PasswordRefusal> => {
  if ([...plain].length < PASSWORD_MIN) return refuse('passwordShort')
  if ([...plain].length > PASSWORD_MAX) return refuse('passwordLong')
  if (plain.trim().toLowerCase() === email || new Set(plain).size < 3) return refuse('passwordGuessable')
  return { ok: true }
}
