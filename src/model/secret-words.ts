// What looks like a password, a PIN or an OTP is blanked before it is stored or shown to the model. Pure; errs on the side of blanking
// only where a secret's name stands before its value: "pass 1000 ya" is a quantity, "password: 1000abc" is not.

const NAME = String.raw`(?:pass(?:word|wd)?|kata\s*sandi|sandi|pw|pwd|pin|otp|kode\s*(?:otp|verifikasi|rahasia)|verification\s*code|cvv|cvc)`
const ASSIGN = String.raw`\s*(?:(?:saya|aku|ku|nya|ig|akun|gue|my|is|adalah|nih)\s*){0,3}[:=]\s*`
/** With a colon anything is a secret; without one only what no quantity looks like. */
const ASSIGNED = new RegExp(String.raw`\b${NAME}${ASSIGN}(\S{3,64})`, 'giu')
const NAMED =
  /\b(?:password|passwd|kata\s*sandi|sandi|pw|pwd|pin|otp|kode\s*(?:otp|verifikasi|rahasia)|cvv|cvc)(?:nya|ku)?\s+(?:(?:saya|aku|ig|akun|gue|my|is|adalah|nih|itu)\s+){0,3}(\S*(?:\d\S*[a-z!@#$%^&*]|[a-z!@#$%^&*]\S*\d)\S*|\d{4,8})(?=\s|$)/giu
/** A quantity with its unit, a link or a name is no secret. */
const HARMLESS = /^(?:\d+(?:[.,]\d+)*\s*(?:k|rb|ribu|jt|juta|x|hari|jam)?|https?:\/\/.*|@.*)$/iu
const QUANTITY_AFTER = /^\d+(?:[.,]\d+)*(?:k|rb|ribu|jt|juta)?$/iu

const blank = (text: string, pattern: RegExp, isSecret: (value: string) => boolean): string =>
  text.replace(pattern, (whole, value: string) =>
    isSecret(value) ? `${whole.slice(0, whole.length - value.length)}•••` : whole,
  )

const afterColon = (value: string): boolean => !/^https?:/iu.test(value)
const afterName = (value: string): boolean =>
  /^\d{4,8}$/u.test(value) || !(HARMLESS.test(value) || QUANTITY_AFTER.test(value))

/** The text with every secret replaced by dots. */
export const blankSecrets = (text: string): string =>
  blank(blank(text, ASSIGNED, afterColon), NAMED, afterName)

export const looksSecret = (text: string): boolean => blankSecrets(text) !== text

const PHONE = /(?<![\w/])(?:\+?62|0)8\d(?:[\s-]?\d){6,12}(?!\w)/gu
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/gu

/** For the model: secrets, telephone and wallet numbers and e-mail addresses are blanked. */
export const maskForModel = (text: string): string =>
  blankSecrets(text).replace(PHONE, '[number]').replace(EMAIL, '[e-mail]')
