// A link that a seller typed: fetched from public hosts alone, at every hop, within a size and a time; each failure has its name.
import { afterAll, describe, expect, test } from 'bun:test'
import { makeFetchDocument } from '../../../src/assistant/documents/link.ts'
import { readDocument } from '../../../src/assistant/documents/read.ts'
import { makeSafeFetch, type SafeFetch } from '../../../src/lib/safe-fetch.ts'
import { pdf } from './made.ts'

const MEGABYTE = 1024 * 1024
const endless = () =>
  new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(new Uint8Array(MEGABYTE))
    },
  })
const drip = () =>
  new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(new Uint8Array(1))
      await Bun.sleep(20)
    },
  })

let inside = 0
const secret = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: () => {
    inside++
    return new Response('<html><p>the inner server</p></html>')
  },
})
const site = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const to = searchParams.get('to')
    if (to) return Response.redirect(to, 302)
    const html = (body: string) =>
      new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    switch (pathname) {
      case '/index.php':
        return html('<title>FAQ toko</title><h1>Jam</h1><p>Buka jam 9</p>')
      case '/panduan.pdf':
        return new Response(pdf([['Buka jam 9.']]), { headers: { 'content-type': 'application/pdf' } })
      case '/unduh':
        return new Response('Buka jam 9', {
          headers: { 'content-disposition': 'attachment; filename="jam.txt"' },
        })
      case '/huge':
        return new Response(endless())
      case '/bomb':
        return new Response(Bun.gzipSync(new Uint8Array(40 * MEGABYTE)), {
          headers: { 'content-encoding': 'gzip' },
        })
      case '/slow':
        return new Response(drip())
      case '/loop':
        return Response.redirect('/loop', 302)
      case '/picture':
        return new Response(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), {
          headers: { 'content-type': 'image/png' },
        })
      default:
        return new Response('nothing', { status: 404 })
    }
  },
})
afterAll(() => {
  site.stop(true)
  secret.stop(true)
})

const safe = makeSafeFetch({
  allowHosts: [`127.0.0.1:${site.port}`],
  resolve: async (host) => {
    if (host === 'dalam.contoh') return ['10.0.0.5']
    if (host === 'dua.contoh') return ['8.8.8.8', '127.0.0.1']
    throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' })
  },
})
const quick: SafeFetch = (url, request) => safe(url, { ...request, timeoutMs: 1500 })
const at = (path: string) => `http://127.0.0.1:${site.port}${path}`
const look = async (url: string) => {
  const fetched = await makeFetchDocument(quick)(url)
  return fetched.ok ? readDocument(fetched.file) : fetched
}

describe('a link', () => {
  test('is read as what it answers, whatever its address looks like, over a redirect too', async () => {
    const page = { ok: true, format: 'html', title: 'FAQ toko', text: '# Jam\n\nBuka jam 9' }
    expect(await look(at('/index.php'))).toEqual(page as never)
    expect(await look(at('/panduan.pdf'))).toMatchObject({ format: 'pdf', text: 'Buka jam 9.', pages: 1 })
    expect(await look(at('/unduh'))).toMatchObject({ format: 'text', text: 'Buka jam 9' })
    expect(await look(at(`/?to=${encodeURIComponent(at('/index.php'))}`))).toEqual(page as never)
  })

  test.each([
    ['a private address', 'http://127.0.0.1:9/x'],
    ['another port of this machine', `http://127.0.0.1:${secret.port}/`],
    ['the cloud’s own', 'http://169.254.169.254/latest/meta-data'],
    ['a number that is one', 'http://2130706433/'],
    ['IPv6 of this machine', 'http://[::1]/'],
    ['a name that leads inside', 'http://dalam.contoh/'],
    ['a name that leads inside as well', 'http://dua.contoh/'],
    ['a file', 'file:///etc/passwd'],
    ['another scheme', 'ftp://contoh.id/x'],
    ['with a password in it', 'http://a:b@contoh.id/'],
    ['a mail server', 'http://127.0.0.1:25/'],
    ['no address', 'tidak ada'],
    ['a redirect inside', at(`/?to=${encodeURIComponent(`http://127.0.0.1:${secret.port}/`)}`)],
    ['a redirect to a name that leads inside', at('/?to=http://dalam.contoh/')],
    ['a redirect to a file', at('/?to=file:///etc/passwd')],
  ])('%s is refused, and nothing is sent there', async (_what, url) => {
    expect(await look(url)).toMatchObject({ ok: false, reason: 'blockedAddress' })
    expect(inside).toBe(0)
  })

  test.each([
    ['/huge', 'tooLarge'],
    ['/bomb', 'tooLarge'],
    ['/slow', 'linkTooSlow'],
    ['/loop', 'linkRedirects'],
    ['/404', 'linkStatus'],
    ['/picture', 'unsupported'],
  ])('%s is %s', async (path, reason) => {
    expect(await look(at(path))).toMatchObject({ ok: false, reason })
  })

  test('a name that is not there', async () => {
    expect(await look('http://tidak-ada.contoh/')).toMatchObject({ ok: false, reason: 'linkSilent' })
  })
})
