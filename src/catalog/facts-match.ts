// What the tables of facts share: a table of patterns that answers the earliest match, and a row's texts folded.

export type Row<Value> = readonly [value: Value, pattern: string]

/**
 * Reads the value of the earliest match: what a name says first is what it sells ("Views + Likes"). At the same place the
 * earlier row wins, so tables put the special before the general. Patterns hold no groups that capture, and match whole words.
 */
export const earliest = <Value>(table: readonly Row<Value>[]): ((text: string) => Value | undefined) => {
  const all = new RegExp(`\\b(?:${table.map(([, pattern]) => `(${pattern})`).join('|')})\\b`)
  return (text) => {
    const found = all.exec(text)
    if (!found) return undefined
    const at = found.findIndex((group, n) => n > 0 && group !== undefined)
    return table[at - 1]?.[0]
  }
}

export const wordsIn = (folded: string): readonly string[] => folded.match(/[a-z]+/g) ?? []

/** A row's texts, folded, and the words of its name. */
export type Fold = { name: string; category: string; description: string; words: readonly string[] }
