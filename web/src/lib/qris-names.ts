// Whom a static QRIS pays, read only to be shown before it is kept; whether it is one is for the server to say.

/** Tag, two digits of length, value, one after the other; null where that does not come out. */
const fieldsOf = (text: string): Map<string, string> | null => {
  const fields = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const length = /^\d{2}$/.test(text.slice(at + 2, at + 4))
      ? Number(text.slice(at + 2, at + 4))
      : Number.NaN
    const end = at + 4 + length
    if (!(end <= text.length)) return null
    fields.set(text.slice(at, at + 2), text.slice(at + 4, end))
    at = end
  }
  return fields
}

/** Tag 59 is the merchant, tag 51 the national entry with the NMID in its 02. */
export const namesIn = (text: string): { merchant: string; nmid?: string } | null => {
  const fields = fieldsOf(text.trim())
  const merchant = fields?.get('59')
  if (!merchant) return null
  const nmid = fieldsOf(fields?.get('51') ?? '')?.get('02')
  return { merchant, ...(nmid ? { nmid } : {}) }
}
