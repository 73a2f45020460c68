// All that a database holds, document by document, in a form that no driver owns: what is moved to another database (`lapak migrate`) and
// what a copy of a MongoDB is made of. Read while nobody writes it is the whole truth; see NOUNS for a shop that is at work.
import { createHash } from 'node:crypto'

/**
 * In the order in which they are read and written. A shop that works on meanwhile moves from an intent to its effect, and is read in that
 * order: what is due is done once more, which every effect bears, and nothing is believed done that is missing. The numbers of a chat's
 * lane are read after what was numbered, wallets after what moves them; the platform stands last, for it says what this database is.
 */
export const NOUNS = [
  'account',
  'session',
  'link',
  'shop',
  'provider',
  'service',
  'catalogue_version',
  'import_plan',
  'import_rows',
  'customer',
  'chat',
  'conversation',
  'orders',
  'withdrawal',
  'item',
  'claim',
  'notice',
  'knowledge',
  'message',
  'inbox',
  'lane',
  'job',
  'wallet_entry',
  'wallet',
  'account_lane',
  'payout',
  'audit',
  'usage',
  'practice',
  'key',
  'hit',
  'platform',
] as const
export type Noun = (typeof NOUNS)[number]

/** `n`: the place that it has among others of its noun, where they are numbered; rising, and not without gaps. */
export type Dumped = { id: string; doc: unknown; n?: number }

/** `next`: where to go on, in the words of the driver that gave it; null after the last. */
export type Page = { rows: Dumped[]; next: string | null }

export type Dump = {
  read(noun: Noun, after: string | null): Promise<Page>
  /** Inserts what is new by id, replaces what is there, so that a lot that was cut off is written once more. For a database of its own. */
  write(noun: Noun, rows: Dumped[]): Promise<void>
  count(noun: Noun): Promise<number>
  clear(noun: Noun): Promise<void>
}

const FEW: Partial<Record<Noun, number>> = { knowledge: 10, import_rows: 20, conversation: 100, message: 200 }

/** So many at once: some are long. */
export const lotOf = (noun: Noun): number => FEW[noun] ?? 500

export async function* pagesOf(
  dump: Pick<Dump, 'read'>,
  noun: Noun,
  from: string | null = null,
): AsyncGenerator<Page> {
  for (let after = from; ; ) {
    const page = await dump.read(noun, after)
    yield page
    if (page.next === null) return
    after = page.next
  }
}

/** One text for one value, whatever the order of its keys. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

export type Digest = { count: number; hash: string }
export type Digests = Partial<Record<Noun, Digest>>

const MODULUS = 1n << 256n

/** A count and a sum of hashes: the same for the same documents in any order. */
export const makeDigest = () => {
  let [count, sum] = [0, 0n]
  return {
    add: ({ id, doc }: Dumped): void => {
      const hash = createHash('sha256')
        .update(`${JSON.stringify(id)}:${canonical(doc)}`)
        .digest('hex')
      sum = (sum + BigInt(`0x${hash}`)) % MODULUS
      count += 1
    },
    end: (): Digest => ({ count, hash: sum.toString(16).padStart(64, '0') }),
  }
}

export const digestOf = async (dump: Pick<Dump, 'read'>, noun: Noun): Promise<Digest> => {
  const digest = makeDigest()
  for await (const { rows } of pagesOf(dump, noun)) for (const row of rows) digest.add(row)
  return digest.end()
}

export const isSame = (a: Digest | undefined, b: Digest | undefined): boolean =>
  a?.count === b?.count && a?.hash === b?.hash

/** What is in a database, noun by noun; empty ones are left out. */
export const contentOf = async (dump: Pick<Dump, 'count'>): Promise<{ noun: Noun; count: number }[]> => {
  const all: { noun: Noun; count: number }[] = []
  for (const noun of NOUNS) all.push({ noun, count: await dump.count(noun) })
  return all.filter(({ count }) => count > 0)
}
