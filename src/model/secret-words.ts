// What looks like a password, a PIN or an OTP is blanked before it is stored or shown to the model. Pure; errs on the side of blanking
// only where a secret's name stands beside its value: "pass 1000 ya" is a quantity, "password: 1000abc" is not.

const STRONG = String.raw`(?:password|passwd|passcode|kata\s*sandi|sandi|pasword|pw|pwd)`
const CODE = String.raw`(?:pin|otp|cvv|cvc|kode\s*(?:otp|verifikasi|verif|rahasia|keamanan|login|pin)|(?:verification|security|login)\s*code)`
const OWNER = String.raw`(?:nya|ku|mu)?(?:\s+(?:saya|aku|ku|nya|ig|instagram|tiktok|fb|akun|akunku|gue|gw|my|is|adalah|nih|itu|ini|yaitu|dari|baru|bank|atm|wa)){0,4}`

/** With a colon anything is a secret, even after the word that may also mean "exactly". */
const ASSIGNED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${STRONG}|${CODE}|pass)${OWNER}\s*[:=]\s*["'“”]?([^\s"'“”,]{3,64})`,
  'giu',
)
/** Without one only what no quantity and no ordinary word looks like. */
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${STRONG}|pass)${OWNER}\s+["'“”]?([^\s"'“”,]{4,64})`,
  'giu',
)
const CODED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${CODE}${OWNER}\s*(?:->|-)?\s*(\d(?:[\s-]?\d){3,7})(?![\p{L}\p{N}.,]*\d)(?!\s*(?:k|rb|ribu|jt|juta|x|hari|jam|followers?|likes?|views?|subs?\w*|saves?|members?|komen\w*|share\w*)(?![\p{L}]))`,
  'giu',
)
/** "123456 adalah kode OTP kamu", "G-123456 is your verification code". */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:G-)?(\d(?:[\s-]?\d){3,7})\s+(?:adalah|is|itu|ini)\s+(?:\p{L}+\s+){0,3}${CODE}`,
  'giu',
)
/** The passage that providers send with a code. */
const SECRECY =
  /(?:jangan|do\s*not|don'?t|never)\s+(?:\p{L}+\s+){0,3}?(?:bagi|beri|berikan|bagikan|sebar|share|give)/iu
const CODE_ALONE = /(?<![\p{L}\p{N}.,/=-])(\d{4,8})(?![\p{L}\p{N}/]|[.,-]\d)/gu

const QUANTITY = /^\d+(?:[.,]\d+)*(?:k|rb|ribu|jt|juta|x)?[.,!?]*$/iu
const LINK_OR_NAME = /^(?:https?:\/\/|www\.|@)|\.\p{L}{2,}\//iu
const DOTS = /^•+$/u
/** Letters and digits or signs together, or capitals inside: not a word of a sentence. */
const MIXED = /^(?=.*\p{L})(?=.*[\d!@#$%^&*_+=~])|^\p{Ll}+\p{Lu}/u

type Judge = (value: string, whole: string) => boolean

const blank = (text: string, pattern: RegExp, isSecret: Judge): string =>
  text.replace(pattern, (whole: string, value: string) => {
    if (!isSecret(value, whole)) return whole
    // The last one: "pin: pin" names the secret by the very word that it is.
    const at = whole.lastIndexOf(value)
    return `${whole.slice(0, at)}•••${whole.slice(at + value.length)}`
  })

const harmless = (value: string): boolean => DOTS.test(value) || LINK_OR_NAME.test(value)
/** Never what follows "password:" is a quantity; after the mere "pass:" it may be one. */
const assigned: Judge = (value, whole) =>
  !harmless(value) && !(/^pass\s*[:=]/iu.test(whole) && QUANTITY.test(value))
const named: Judge = (value, whole) => {
  if (harmless(value) || /[?]$/u.test(value)) return false
  if (/^pass(?!w|c)/iu.test(whole)) return MIXED.test(value) && !QUANTITY.test(value)
  return MIXED.test(value) || /^\d{4,}$/u.test(value)
}
const always: Judge = (value) => !harmless(value)

/** The text with every secret replaced by dots. */
export const blankSecrets = (text: string): string => {
  let safe = blank(text, ASSIGNED, assigned)
  safe = blank(safe, NAMED, named)
  safe = blank(blank(safe, CODED, always), BEFORE, always)
  return SECRECY.test(safe) && /\b(?:kode|code|otp)\b/iu.test(safe) ? blank(safe, CODE_ALONE, always) : safe
}

export const looksSecret = (text: string): boolean => blankSecrets(text) !== text
