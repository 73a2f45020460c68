// A document as it is stored: its fields as they are, but for keys that a server would take for paths or operators, and without what is
// undefined. Numbers, texts, lists and maps only, as in JSON.

const UNSAFE = /[%.$\0]/g
const needsEscape = (key: string): boolean =>
  key.includes('.') || key.includes('$') || key.includes('%') || key.includes('\0')

const escapeKey = (key: string): string =>
  needsEscape(key)
    ? key.replace(UNSAFE, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
    : key

const unescapeKey = (key: string): string =>
  key.includes('%')
    ? key.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : key

/** A name like any other: set plainly it would be no field. */
const OWN = { enumerable: true, configurable: true, writable: true }

const mapped = (value: unknown, keyOf: (key: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => (one === undefined ? null : mapped(one, keyOf)))
  if (typeof value !== 'object' || value === null) return value
  const map: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue
    const name = keyOf(key)
    if (name === '__proto__') Object.defineProperty(map, name, { ...OWN, value: mapped(one, keyOf) })
    else map[name] = mapped(one, keyOf)
  }
  return map
}

export const toStored = <Doc>(doc: Doc): Record<string, unknown> =>
  mapped(doc, escapeKey) as Record<string, unknown>

export const fromStored = <Doc>(stored: unknown): Doc => mapped(stored, unescapeKey) as Doc
