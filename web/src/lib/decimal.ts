// Decimal numbers as people in Indonesia type them: dots group thousands, a comma begins the fraction; the English way is read too.

/** Decimal text for the server, or null. "16.250" is sixteen thousand: a rate read as 16.25 would sell a thousand times too cheap. */
export const readDecimal = (typed: string): string | null => {
  const text = typed.trim().replace(/^Rp\s*/i, '')
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,8})?$/.test(text)
  const english = /^\d{1,3}(,\d{3})+(\.\d{1,8})?$/.test(text)
  const plain = grouped
    ? text.replaceAll('.', '').replace(',', '.')
    : english
      ? text.replaceAll(',', '')
      : text
  const decimal = plain.replace(',', '.')
  return /^\d{1,9}(\.\d{1,8})?$/.test(decimal) ? decimal : null
}

/** "25", "12,5", "12.5 %": at most two decimals, or null. */
export const readPercent = (typed: string): string | null => {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  return /^\d{1,4}(\.\d{1,2})?$/.test(text) ? text : null
}

/** Whole rupiah: "10.000", "Rp10.000", "10000"; null for anything else. */
export const readWhole = (typed: string): number | null => {
  const text = typed.trim().replace(/^Rp\s*/i, '')
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}
