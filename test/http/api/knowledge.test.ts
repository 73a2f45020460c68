// The knowledge base over HTTP: files and links with their limits and reasons, what a list carries, who may see it, what is written down.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import type { KnowledgeDocumentView, KnowledgeView, TryView } from '../../../src/http/api/knowledge-views.ts'
import { docx, lockedPdf, pdf, text } from '../../assistant/documents/made.ts'
import { type Browser, setUp, type Whole, whole } from '../../support/whole.ts'

/** Files are read by processes of their own, which take their time to start on a busy machine. */
setDefaultTimeout(60_000)

let page = '<title>FAQ</title><p>Toko buka jam 9 pagi.</p>'
let status = 200
const site = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: () => new Response(page, { status, headers: { 'content-type': 'text/html' } }),
})
const LINK = `http://127.0.0.1:${site.port}/faq`

let at: Whole
let me: Browser
let path: string

beforeAll(async () => {
  at = await whole({ env: { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${site.port}` } })
  me = at.browser()
  const shops = await setUp(at, me)
  path = `/shops/${shops.practice}/knowledge`
})
afterAll(async () => {
  site.stop(true)
  await at.stop()
})

const form = (bytes: Uint8Array | null, name: string, title?: string): FormData => {
  const made = new FormData()
  if (bytes) made.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  if (title !== undefined) made.set('title', title)
  return made
}
const list = () => me.get<KnowledgeView>(path)
const said = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: { code: string; message: string } }
  return [answer.status, error.code]
}
const upload = (bytes: Uint8Array | null, name: string, title?: string) =>
  me.send('POST', `/api${path}/files`, form(bytes, name, title))
const audited = async () =>
  (await at.app.store.audit.list({ shop: path.split('/')[2] ?? '', limit: 50 })).map(({ what, data }) => ({
    what,
    data,
  }))

describe('files', () => {
  test('of each format come in, and are in the list with kind, size and pages, without their texts', async () => {
    const file = pdf([['Klaim garansi lewat tombol bantuan.'], ['Halaman dua.']])
    const made = await me.post<KnowledgeDocumentView>(`${path}/files`, form(file, '../Panduan Toko.PDF'))
    expect(made).toMatchObject({
      kind: 'file',
      format: 'pdf',
      title: 'Panduan Toko',
      name: 'Panduan Toko.PDF',
      pages: 2,
      bytes: file.length,
    })
    await me.post(`${path}/files`, form(docx(['# Aturan', 'Dilarang spam di grup.']), 'aturan.docx'))
    await me.post(`${path}/files`, form(text('Promo tanggal kembar.'), 'promo.md', ' Promo  '))
    const { documents } = await list()
    expect(documents.map(({ title, format }) => [title, format]).sort()).toEqual([
      ['Aturan', 'docx'],
      ['Panduan Toko', 'pdf'],
      ['Promo', 'markdown'],
    ])
    expect(JSON.stringify(documents)).not.toContain('Klaim')
    const whole = await me.get<{ text: string }>(`${path}/${made.id}`)
    expect(whole.text).toBe('Klaim garansi lewat tombol bantuan.\n\nHalaman dua.')
  })

  test('are tried: what a customer would be answered, and from where', async () => {
    const { answer, passages } = await me.get<TryView>(
      `${path}/try?question=${encodeURIComponent('cara klaim garansi gimana?')}`,
    )
    expect(answer).toMatchObject({ title: 'Panduan Toko', text: 'Klaim garansi lewat tombol bantuan.' })
    expect(passages[0]).toMatchObject({ document: answer?.document })
    expect(await me.get<TryView>(`${path}/try?question=sepatu`)).toEqual({ answer: null, passages: [] })
    expect(await said(await me.send('GET', `/api${path}/try?question=`))).toEqual([400, 'invalid'])
  })

  test('are refused with a status and a code, and nothing is kept', async () => {
    const before = (await list()).documents.length
    expect(await said(await upload(lockedPdf(), 'a.pdf'))).toEqual([422, 'encrypted'])
    expect(await said(await upload(pdf([[]]), 'a.pdf'))).toEqual([422, 'noText'])
    expect(await said(await upload(text('GIF89a'), 'a.gif'))).toEqual([415, 'unsupported'])
    expect(await said(await upload(text('<html>'), 'a.pdf'))).toEqual([415, 'wrongKind'])
    expect(await said(await upload(new Uint8Array(), 'a.txt'))).toEqual([422, 'empty'])
    expect(await said(await upload(null, 'a.txt'))).toEqual([400, 'invalid'])
    expect(await said(await me.send('POST', `/api${path}/files`, { file: 'x' }))).toEqual([400, 'invalid'])
    expect((await list()).documents).toHaveLength(before)
  })

  test('larger than 10 MB are stopped while they come in, said to be so or not', async () => {
    expect(await said(await upload(new Uint8Array(10 * 1024 * 1024 + 1), 'a.txt'))).toEqual([413, 'tooLarge'])
    expect(await said(await upload(new Uint8Array(11 * 1024 * 1024), 'a.txt'))).toEqual([413, 'tooLarge'])
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        sent++
        if (sent > 400) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(120))
      },
    })
    expect(await said(await me.send('POST', `/api${path}/files`, body))).toEqual([413, 'tooLarge'])
    expect(sent).toBeLessThan(20)
  })
})

describe('links', () => {
  let id: string
  const link = (url: string, title?: string) =>
    me.send('POST', `/api${path}/links`, { url, ...(title ? { title } : {}) })
  const doc = async () => (await list()).documents.find((one) => one.id === id)

  test('are fetched and read; the same one once', async () => {
    const made = await me.post<KnowledgeDocumentView>(`${path}/links`, { url: LINK })
    id = made.id
    expect(made).toMatchObject({
      kind: 'link',
      format: 'html',
      title: 'FAQ',
      link: { url: LINK, fetchedAt: at.clock.now() },
    })
    expect(await said(await link(LINK))).toEqual([409, 'alreadyThere'])
  })

  test('are fetched again by a button, and say when; the answer is the new one', async () => {
    page = '<title>FAQ</title><p>Toko buka jam 10 pagi.</p>'
    at.clock.advance(60_000)
    const made = await me.post<KnowledgeDocumentView>(`${path}/${id}/refresh`)
    expect(made.link).toEqual({ url: LINK, fetchedAt: at.clock.now() })
    const { answer } = await me.get<TryView>(`${path}/try?question=toko+buka+jam+berapa`)
    expect(answer?.text).toBe('Toko buka jam 10 pagi.')
  })

  test('fail visibly and keep the old text; a good try clears the fault', async () => {
    const fetchedAt = (await doc())?.link?.fetchedAt
    at.clock.advance(60_000)
    for (const [code, what] of [
      [500, 'linkStatus'],
      [200, 'noText'],
    ] as const) {
      status = code
      page = '<script>x</script>'
      expect(await said(await me.send('POST', `/api${path}/${id}/refresh`, {}))).toEqual([422, what])
      expect((await doc())?.link).toMatchObject({ fetchedAt, fault: { code: what, at: at.clock.now() } })
    }
    expect((await me.get<{ text: string }>(`${path}/${id}`)).text).toBe('Toko buka jam 10 pagi.')
    page = '<p>Toko buka jam 11 pagi.</p>'
    await me.post(`${path}/${id}/refresh`)
    expect((await doc())?.link?.fault).toBeUndefined()
  })

  test('to what is not public, or not there, are refused', async () => {
    for (const url of [
      'http://127.0.0.1:1/',
      'http://169.254.169.254/',
      'http://localhost/',
      'http://[::1]:8080/',
      'file:///etc/passwd',
      'ftp://x.id/',
    ])
      expect(await said(await link(url))).toEqual([422, 'blockedAddress'])
    expect(await said(await link('bukan alamat'))).toEqual([400, 'invalid'])
    status = 404
    expect(await said(await link(`${LINK}/2`))).toEqual([422, 'linkStatus'])
    status = 200
  })

  test('only a link is fetched again; of a file or link only the title changes', async () => {
    const typed = await me.put<{ id: string }>(path, { title: 'Jam', text: 'Buka.' })
    expect(await said(await me.send('POST', `/api${path}/${typed.id}/refresh`, {}))).toEqual([409, 'noLink'])
    expect(await said(await me.send('POST', `/api${path}/kd_9/refresh`, {}))).toEqual([404, 'notFound'])
    expect(await said(await me.send('PUT', `/api${path}`, { id, title: 'Halaman', text: 'lain' }))).toEqual([
      409,
      'titleOnly',
    ])
    await me.put(path, { id, title: 'Halaman kami' })
    expect((await doc())?.title).toBe('Halaman kami')
    expect(await said(await me.send('PUT', `/api${path}`, { title: 'Tanpa isi' }))).toEqual([400, 'invalid'])
  })
})

test('each act is in the audit, without any text of a document', async () => {
  const lines = await audited()
  const whats = new Set(lines.map(({ what }) => what))
  for (const what of ['knowledge.uploaded', 'knowledge.linked', 'knowledge.refreshed', 'knowledge.changed'])
    expect(whats).toContain(what)
  expect(lines.find(({ what }) => what === 'knowledge.uploaded')?.data).toHaveProperty('title')
  expect(JSON.stringify(lines)).not.toContain('Klaim garansi')
})

test('a shop can have two hundred documents, and then says so', async () => {
  const shop = path.split('/')[2] ?? ''
  const { documents } = await list()
  for (let n = documents.length; n < 200; n++)
    await at.app.store.knowledge.create({
      id: `kd_x${n}`,
      shop,
      title: `x${n}`,
      kind: 'text',
      format: 'text',
      text: 'x',
      length: 1,
      at: 1,
      v: 1,
    })
  expect(await said(await upload(text('satu lagi'), 'a.txt'))).toEqual([409, 'full'])
  expect(await said(await me.send('PUT', `/api${path}`, { title: 'x', text: 'x' }))).toEqual([409, 'full'])
})
