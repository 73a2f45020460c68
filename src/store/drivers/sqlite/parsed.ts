// A stored text as a value that every database can hold.

/** Half of a character is none anywhere else: it becomes the sign for one that is lost. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toWellFormed(), wellFormed(one)]))
}

/** JSON writes half a character as an escape. */
export const parsed = (body: string): unknown => {
  const value = JSON.parse(body) as unknown
  return body.includes('\\ud') ? wellFormed(value) : value
}
