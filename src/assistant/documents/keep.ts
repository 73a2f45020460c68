// The seller's documents: typed, as a file, fetched from a link; changed and fetched anew. A link that fails keeps its old text and says so.
import type { Millis, ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Ids } from '../../lib/ids.ts'
import { type Outcome, refuse } from '../../lib/outcome.ts'
import { cut } from '../../lib/text.ts'
import type { KnowledgeDoc, KnowledgeHead } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import type { FetchDocument, LinkFault } from './link.ts'
import type { RawDocument, ReadDocument, ReadFault, ReadText } from './reading.ts'

export type KeepDeps = {
  store: Pick<Store, 'knowledge'>
  clock: Clock
  ids: Ids
  read: ReadDocument
  fetchDocument: FetchDocument
}

export const KEEP_LIMITS = { documents: 200, text: 4_500_000, title: 120, typed: 50_000 } as const

/** `full`: this shop has as many documents, or as much text, as a shop can have. */
export type KeepFault = ReadFault | LinkFault | 'full' | 'alreadyThere' | 'notFound' | 'noLink' | 'titleOnly'
type Kept = Outcome<{ head: KnowledgeHead }, KeepFault>

const titleOf = (...given: (string | undefined)[]): string =>
  cut(given.map((one) => one?.replace(/\s+/g, ' ').trim()).find(Boolean) ?? '–', KEEP_LIMITS.title)

const bareName = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,10}$/i, '')

export const headOf = ({ text: _, ...head }: KnowledgeDoc): KnowledgeHead => head

/** Two that come at once may both be the last one that fits: the limit is for a shop's good, not a lock. */
const hasRoom = (heads: readonly KnowledgeHead[], length: number): boolean =>
  heads.length < KEEP_LIMITS.documents &&
  heads.reduce((sum, head) => sum + head.length, length) <= KEEP_LIMITS.text

type Draft = Pick<KnowledgeDoc, 'shop' | 'title' | 'kind' | 'format' | 'text'> &
  Partial<Pick<KnowledgeDoc, 'pages' | 'file' | 'link'>>

const keep = async (deps: KeepDeps, draft: Draft): Promise<Kept> => {
  const heads = await deps.store.knowledge.list(draft.shop)
  if (!hasRoom(heads, draft.text.length)) return refuse('full')
  const id = deps.ids.id('kd')
  const doc: KnowledgeDoc = { ...draft, id, length: draft.text.length, at: deps.clock.now(), v: 1 }
  await deps.store.knowledge.create(doc)
  return { ok: true, head: headOf(doc) }
}

export const addTyped = (
  deps: KeepDeps,
  { shop, title, text }: { shop: ShopId; title: string; text: string },
): Promise<Kept> => keep(deps, { shop, title: titleOf(title), kind: 'text', format: 'text', text })

const fromRead = ({ text, format, pages }: ReadText) => ({
  text,
  format,
  ...(pages === undefined ? {} : { pages }),
})

export const addFile = async (
  deps: KeepDeps,
  { shop, title, file }: { shop: ShopId; title?: string | undefined; file: RawDocument },
): Promise<Kept> => {
  const read = await deps.read(file)
  if (!read.ok) return read
  const name = cut(file.name.replace(/^.*[\\/]/, ''), 120)
  return keep(deps, {
    shop,
    kind: 'file',
    title: titleOf(title, read.title, bareName(file.name)),
    file: { name, bytes: file.bytes.length },
    ...fromRead(read),
  })
}

/** Fetched and read: what a link says now. */
const look = async (
  deps: KeepDeps,
  url: string,
): Promise<Outcome<{ read: ReadText; bytes: number }, KeepFault>> => {
  const fetched = await deps.fetchDocument(url)
  if (!fetched.ok) return fetched
  const read = await deps.read(fetched.file)
  return read.ok ? { ok: true, read, bytes: fetched.file.bytes.length } : read
}

export const addLink = async (
  deps: KeepDeps,
  { shop, title, url }: { shop: ShopId; title?: string | undefined; url: string },
): Promise<Kept> => {
  const known = await deps.store.knowledge.list(shop)
  if (known.some(({ link }) => link?.url === url)) return refuse('alreadyThere')
  const looked = await look(deps, url)
  if (!looked.ok) return looked
  const { read } = looked
  return keep(deps, {
    shop,
    kind: 'link',
    title: titleOf(title, read.title, URL.parse(url)?.host),
    link: { url, fetchedAt: deps.clock.now() },
    ...fromRead(read),
  })
}

/** Only this door notes a fault on a document that is there: what was read before goes on answering. */
export const refreshLink = async (
  deps: KeepDeps,
  { shop, id }: { shop: ShopId; id: string },
): Promise<Kept> => {
  const found = await deps.store.knowledge.get(shop, id)
  if (!found) return refuse('notFound')
  if (!found.link) return refuse('noLink')
  const { url } = found.link
  const looked = await look(deps, url)
  const now = deps.clock.now()
  const heads = await deps.store.knowledge.list(shop)
  const others = heads.filter((head) => head.id !== id)
  const end: typeof looked = looked.ok && !hasRoom(others, looked.read.text.length) ? refuse('full') : looked
  const changed = await deps.store.knowledge.change(shop, id, (current) => {
    if (!current.link) return null
    return end.ok ? renewed(current, end.read, now) : failed(current, end.reason, now)
  })
  if (!changed) return refuse('notFound')
  return end.ok ? { ok: true, head: headOf(changed) } : end
}

const renewed = ({ pages: _, ...doc }: KnowledgeDoc, read: ReadText, now: Millis): KnowledgeDoc => ({
  ...doc,
  ...fromRead(read),
  length: read.text.length,
  link: { url: doc.link?.url ?? '', fetchedAt: now },
})

const failed = (doc: KnowledgeDoc, code: string, at: Millis): KnowledgeDoc =>
  doc.link ? { ...doc, link: { ...doc.link, fault: { code, at } } } : doc

/** What came from elsewhere keeps the words it came with: only its title is the seller's. */
export const changeDocument = async (
  deps: Pick<KeepDeps, 'store' | 'clock'>,
  { shop, id, title, text }: { shop: ShopId; id: string; title: string; text?: string | undefined },
): Promise<Kept> => {
  const found = await deps.store.knowledge.get(shop, id)
  if (!found) return refuse('notFound')
  const isTyped = found.kind === 'text' || found.kind === 'answer'
  if (!isTyped && text !== undefined && text !== found.text) return refuse('titleOnly')
  const changed = await deps.store.knowledge.change(shop, id, (current) => {
    const words = isTyped ? (text ?? current.text) : current.text
    return { ...current, title: titleOf(title), text: words, length: words.length, at: deps.clock.now() }
  })
  return changed ? { ok: true, head: headOf(changed) } : refuse('notFound')
}
