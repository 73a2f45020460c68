// A seller teaches the shop on a phone: a file from its files, a link, an answer to what a customer asked in vain; tries it, and sees in
// the chat preview what an answer is from. On a laptop a file is dragged in.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readDocument } from '../../src/assistant/documents/read.ts'
import { indexPassages } from '../../src/assistant/passage-index.ts'
import { lockedPdf, pdf } from '../assistant/documents/made.ts'
import { TUNED } from '../assistant/knowledge/faq.ts'
import { launch, mayRun } from '../support/chromium.ts'
import { chatIn, PERSON, setUp, type Whole, whole } from '../support/whole.ts'

setDefaultTimeout(120_000)
const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1280, height: 800 }
const SHOTS = process.env['SHOTS']

describe.skipIf(!mayRun())('the knowledge page', () => {
  let at: Whole
  let server: Bun.Server<unknown>
  let site: Bun.Server<unknown>
  let browser: Browser
  let page: Page
  let shop: string
  let seller: ReturnType<Whole['browser']>
  let down = false
  const folder = mkdtempSync(join(tmpdir(), 'lapak-files-'))
  const faults: string[] = []

  beforeAll(async () => {
    site = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: () =>
        down
          ? new Response('gone', { status: 404 })
          : new Response('<title>FAQ toko</title><h2>Bisa COD?</h2><p>Tidak bisa, hanya QRIS.</p>', {
              headers: { 'content-type': 'text/html' },
            }),
    })
    at = await whole({ env: { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${site.port}` } })
    seller = at.browser()
    shop = (await setUp(at, seller)).practice
    server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      maxRequestBodySize: 12_000_000,
      fetch: (request, bun) => at.app.fetch(request, bun),
    })
    writeFileSync(
      join(folder, 'panduan.pdf'),
      pdf([['Klaim garansi lewat tombol bantuan.'], ['Halaman dua.']]),
    )
    writeFileSync(join(folder, 'terkunci.pdf'), lockedPdf())
    writeFileSync(join(folder, 'besar.txt'), 'x'.repeat(10 * 1024 * 1024 + 1))
    browser = await launch()
    page = await browser.newPage({ viewport: PHONE, locale: 'id-ID' })
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`http://localhost:${server.port}/`)
    await page.locator('input[type=email]').fill(PERSON.email)
    await page.locator('input[type=password]').fill(PERSON.password)
    await page.locator('button[type=submit]').click()
    await byId('shop-name').waitFor()
    await page.goto(`http://localhost:${server.port}/#/knowledge`)
    await byId('document-upload').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop(true)
    await site?.stop(true)
    await at?.stop()
    rmSync(folder, { recursive: true })
  })

  const byId = (id: string) => page.getByTestId(id)
  const fits = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
  const shot = async (name: string) => {
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
  }
  const settled = (pattern: RegExp) => page.getByTestId('documents').getByText(pattern).first().waitFor()

  test('a file from the phone is uploaded, read and listed; one that cannot be read says why', async () => {
    await byId('upload-file').setInputFiles([
      join(folder, 'panduan.pdf'),
      join(folder, 'terkunci.pdf'),
      join(folder, 'besar.txt'),
    ])
    await settled(/PDF · .* · 2 halaman/)
    await byId('upload-trouble').nth(1).waitFor()
    expect(await byId('upload-trouble').allTextContents()).toEqual([
      'terkunci.pdf: Dokumen ini terkunci kata sandi. Buka kuncinya dulu.',
      'besar.txt: Terlalu besar.',
    ])
    expect(await fits()).toBe(true)
    await shot('phone-upload')
  })

  test('a link is fetched; when it fails later it says so and keeps its text', async () => {
    await byId('document-link').click()
    await byId('link-form').locator('input[name=url]').fill('ftp://x')
    await byId('link-form').locator('button[type=submit]').click()
    await page.getByText('Alamat ini bukan halaman web umum.').waitFor()
    await byId('link-form').locator('input[name=url]').fill(`http://127.0.0.1:${site.port}/faq`)
    await byId('link-form').locator('button[type=submit]').click()
    await settled(/FAQ toko/)
    down = true
    await byId('document-refresh').click()
    await byId('document-fault').waitFor()
    expect(await byId('document-fault').textContent()).toContain('Teks lama tetap dipakai.')
    await shot('phone-link')
  })

  test('a question of a customer is answered once, becomes knowledge, and the customer is told', async () => {
    const chat = chatIn(at, seller, shop)
    await chat.say('kak bisa minta faktur pajak gak?')
    const question = byId('question')
    await question.waitFor()
    await shot('phone-question')
    await page.goto(`http://localhost:${server.port}/#/`)
    await byId('to-questions').click()
    await question.waitFor()
    expect(page.url()).toContain('#/knowledge')
    await byId('question-answer').click()
    await byId('answer-form').locator('textarea').fill('Faktur pajak bisa diminta lewat tombol Admin.')
    await byId('answer-form').locator('button[type=submit]').click()
    await settled(/faktur pajak/)
    await question.waitFor({ state: 'detached' })
    await at.app.drain()
    const told = (await chat.lines()).filter(({ text }) => text.includes('Faktur pajak bisa diminta'))
    expect(told).toHaveLength(1)
    const [answer] = await chat.say('faktur pajak bisa?')
    expect(answer?.text).toContain('Faktur pajak bisa diminta lewat tombol Admin.')
  })

  test('what is tried shows the passage; the preview names the source', async () => {
    await byId('try-form').locator('input').fill('cara klaim garansi gimana kak')
    await byId('try-form').locator('button').click()
    await byId('try-result').getByText('Klaim garansi lewat tombol bantuan.').first().waitFor()
    await shot('phone-try')
    await byId('try-form').locator('input').fill('jual sepatu?')
    await byId('try-form').locator('button').click()
    await byId('try-result')
      .getByText(/pertanyaan diteruskan kepadamu/)
      .waitFor()
    await page.goto(`http://localhost:${server.port}/#/preview`)
    await byId('chat-sources').last().waitFor()
    expect(await byId('chat-sources').last().textContent()).toContain('faktur pajak')
    await shot('phone-preview')
  })

  test('a PDF that a browser printed is read as it was written: as many questions are answered from it', async () => {
    const written = (block: string) => {
      const [, heading = '', text = block] = /^## (.*)\n([\s\S]*)$/.exec(block) ?? []
      return `${heading && `<h3>${heading}</h3>`}<p>${text.replaceAll('\n', '<br>')}</p>`
    }
    const body = TUNED.documents
      .map(({ title, text }) => `<h2>${title}</h2>${text.split('\n\n').map(written).join('')}`)
      .join('')
    const printed = await browser.newPage()
    await printed.setContent(`<h1>Panduan toko</h1>${body}<ul><li>Butir satu</li><li>Butir dua</li></ul>`)
    const read = await readDocument({
      bytes: new Uint8Array(await printed.pdf({ format: 'A4' })),
      name: 'a.pdf',
    })
    await printed.close()
    if (!read.ok) throw new Error(read.reason)
    const index = await indexPassages([{ id: 'd', title: 'Panduan', text: read.text }])
    const right = TUNED.questions.filter(([question, passage]) =>
      index
        .search(question, 1)
        .some(({ text, score }) => score >= 0.5 && text.replace(/\s+/g, ' ').includes(passage)),
    )
    expect(right.length).toBeGreaterThanOrEqual(26)
    expect(TUNED.strangers.filter((question) => (index.search(question, 1)[0]?.score ?? 0) >= 0.5)).toEqual(
      [],
    )
    expect(read.text).toContain('Butir satu\n')
  })

  test('on a laptop a file is dragged in', async () => {
    await page.setViewportSize(LAPTOP)
    await page.goto(`http://localhost:${server.port}/#/knowledge`)
    await byId('upload-zone').waitFor()
    // As text: the test's own types know no browser.
    const dropped = await page.evaluateHandle(
      "(() => { const data = new DataTransfer(); data.items.add(new File(['Kami libur setiap hari Senin.'], 'libur.md')); return data })()",
    )
    await byId('upload-zone').dispatchEvent('drop', { dataTransfer: dropped })
    await settled(/libur/)
    await shot('laptop')
    expect(await fits()).toBe(true)
    expect(faults).toEqual([])
  })
})
