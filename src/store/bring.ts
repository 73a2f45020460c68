// Brings all that one database holds into another one, in lots. How far it is stands in the target's platform, which is brought last and
// by that ends it: until then no shop starts there, and a run that was killed is gone on with.
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Arriving, Platform } from './documents.ts'
import { canonical, contentOf, type Dump, digestOf, isSame, NOUNS, type Noun, pagesOf } from './dump.ts'
import type { Store } from './store.ts'
import { PLATFORM_ID } from './tables.ts'

type Target = Pick<Store, 'dump' | 'platform'>

/** All but the platform. */
const DATA = NOUNS.slice(0, -1)

const noted = async ({ platform }: Pick<Target, 'platform'>, arriving: Arriving): Promise<Arriving> => {
  await platform.change((one) => ({ ...one, arriving }))
  return arriving
}

export const clearData = async ({ dump }: Pick<Target, 'dump'>): Promise<void> => {
  for (const noun of DATA) await dump.clear(noun)
}

export const contentIn = async ({ dump }: Pick<Target, 'dump'>): Promise<string> =>
  (await contentOf(dump)).map(({ noun, count }) => `${count} ${noun}`).join(', ')

/** `again`: what an earlier run brought is there, and counts, unless the source has moved since. */
export const begun = async (
  to: Target,
  wish: Arriving,
): Promise<Outcome<{ arriving: Arriving; again: boolean }, 'notEmpty' | 'another'>> => {
  const { arriving } = await to.platform.get()
  if (!arriving) {
    const content = await contentIn(to)
    return content ? refuse('notEmpty', content) : { ok: true, arriving: await noted(to, wish), again: false }
  }
  if (arriving.by !== wish.by || arriving.from !== wish.from) return refuse('another', await contentIn(to))
  if (arriving.beat === wish.beat) return { ok: true, arriving, again: true }
  return { ok: true, arriving: await fromTheStart(to, wish), again: false }
}

export const fromTheStart = async (to: Target, wish: Arriving): Promise<Arriving> => {
  const { noun: _, after: __, ...whole } = wish
  await noted(to, whole)
  await clearData(to)
  return whole
}

type Bringing = { from: Pick<Dump, 'read'>; to: Target; told(noun: Noun, count: number): void }

/** What is written twice by a run that was cut off is written once. */
export const bring = async ({ from, to, told }: Bringing, arriving: Arriving): Promise<void> => {
  const { noun: first = NOUNS[0], after = null, ...whole } = arriving
  for (const noun of NOUNS.slice(NOUNS.indexOf(first), -1)) {
    let count = 0
    for await (const { rows, next } of pagesOf(from, noun, noun === first ? after : null)) {
      await to.dump.write(noun, rows)
      count += rows.length
      const then = NOUNS[NOUNS.indexOf(noun) + 1] ?? noun
      await noted(to, next === null ? { ...whole, noun: then } : { ...whole, noun, after: next })
    }
    told(noun, count)
  }
}

export type Compared = { documents: number; wrong: Noun[] }

/** Each side is read for itself. */
export const compared = async (from: Pick<Dump, 'read'>, to: Pick<Dump, 'read'>): Promise<Compared> => {
  const result: Compared = { documents: 0, wrong: [] }
  for (const noun of DATA) {
    const [one, other] = [await digestOf(from, noun), await digestOf(to, noun)]
    result.documents += one.count
    if (!isSame(one, other)) result.wrong.push(noun)
  }
  return result
}

/** Nobody runs on the new one yet, and it arrives no more. */
export const arrived = async (
  { dump, platform }: Target,
  { arriving: _, hearts = {}, ...one }: Platform,
): Promise<boolean> => {
  const still = Object.fromEntries(Object.entries(hearts).map(([replica, { n }]) => [replica, { n }]))
  const whole = { ...one, hearts: still }
  await dump.write('platform', [{ id: PLATFORM_ID, doc: whole }])
  return canonical(await platform.get()) === canonical(whole)
}
