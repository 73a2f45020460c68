// Bank and wallet numbers in a customer's words: dots but for the last four, wherever words are kept or shown. Pure.

const PLACES = String.raw`dana|ovo|go[\s-]?pay|gojek|shopee[\s-]?pay|s-?pay|link[\s-]?aja|bca|bri|brimo|bni|bsi|btn|btpn|mandiri|livin|sea[\s-]?bank|jago|permata|cimb|danamon|ocbc|jenius|neo[\s-]?bank|superbank|allo|maybank|panin|muamalat|blu|bank|rekening|norek|rek|e-?wallet|virtual\s+account`
const NAMES_A_PLACE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${PLACES})(?![\p{L}])`, 'iu')
/** Digits in one piece or in groups; never inside a link, a name or a sum with its points. */
const RUN = /(?<![\p{L}\p{N}/@._=-])\+?\d(?:[\s.-]{0,2}\d){4,23}(?![\p{L}\p{N}/])/gu
const SUM = /^\d{1,3}(?:\.\d{3})+$/

const dotted = (run: string): string => `••••${run.replace(/\D/g, '').slice(-4)}`

const least = (text: string, answering: boolean): number | null => {
  if (answering) return 5
  return NAMES_A_PLACE.test(text) ? 8 : null
}

/** `answering`: the words answer where money shall go, so that any longer number is one. */
export const maskAccounts = (text: string, answering = false): string => {
  const digits = least(text, answering)
  if (digits === null) return text
  return text.replace(RUN, (run) =>
    run.replace(/\D/g, '').length < digits || SUM.test(run) ? run : dotted(run),
  )
}
