// The seller's own static QRIS in a browser of a telephone's size: a picture is read in the page, the text checked by the server.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'
import type { Browser, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { launch, mayRun } from '../support/chromium.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { staticQris } from '../support/static-qris.ts'
import { PERSON } from '../support/whole.ts'

const PHONE = { width: 390, height: 844 }

const picture = (text: string): Buffer =>
  Buffer.from(
    toPngBuffer(generate(text, { minCorrectionLevel: correction.M }), {
      scale: 8,
      pad: 4,
      on: [0, 0, 0, 255],
      off: [255, 255, 255, 255],
    }),
  )

describe.skipIf(!mayRun())('the static QRIS of a seller', () => {
  const place = scratch()
  let shop: Running
  let browser: Browser
  let page: Page
  const faults: string[] = []
  const byId = (id: string) => page.getByTestId(id)

  beforeAll(async () => {
    const { email, password } = PERSON
    shop = await serve(place.folder, { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, BASE_PATH: '/toko' })
    browser = await launch()
    page = await browser.newPage({ viewport: PHONE, locale: 'id-ID' })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(shop.url)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()
    await byId('shop-name').waitFor()
    await byId('mode-live').first().click()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await shop?.stop()
    place.remove()
  })

  const choose = (buffer: Buffer, name = 'qris.png', mimeType = 'image/png') =>
    byId('qris-file').setInputFiles({ name, mimeType, buffer })

  const meant = () => page.getByRole('dialog').getByRole('button', { name: 'Ya, pakai' }).click()

  /** As a camera sees a card on a counter: large, tilted, not quite sharp, as JPEG. */
  const photographed = async (buffer: Buffer): Promise<Buffer> => {
    const jpeg = await page.evaluate<string>(`(async () => {
      const image = new Image()
      image.src = 'data:image/png;base64,${buffer.toString('base64')}'
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 2400, height: 3200 })
      const to = canvas.getContext('2d')
      to.fillStyle = '#cfc8bd'
      to.fillRect(0, 0, 2400, 3200)
      to.filter = 'blur(2px) brightness(0.9)'
      to.translate(1200, 1700)
      to.rotate(0.12)
      to.drawImage(image, -700, -700, 1400, 1400)
      return canvas.toDataURL('image/jpeg', 0.7).split(',')[1]
    })()`)
    return Buffer.from(jpeg, 'base64')
  }

  test('is read from a picture, checked, shown with merchant and NMID, and drawn so that it can be scanned', async () => {
    await page.goto(`${shop.url}#/settings?part=midtrans`)
    await byId('qris-file').waitFor()
    await choose(picture(staticQris()))
    await page
      .getByRole('dialog')
      .getByText(/WARUNG KOPI SENJA.*ID1020000000007/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click()
    expect(await byId('manual-qris').count()).toBe(0)
    await choose(picture(staticQris()))
    await meant()
    await byId('manual-qris').waitFor()
    expect(await byId('qris-merchant').textContent()).toBe('WARUNG KOPI SENJA')
    expect(await byId('qris-nmid').textContent()).toBe('ID1020000000007')
    await byId('qr-code').waitFor()
    const shot = await page.evaluate<{ data: number[]; width: number; height: number }>(`(async () => {
      const svg = document.querySelector('[data-testid=qr-code]')
      const copy = svg.cloneNode(true)
      copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
      copy.setAttribute('width', '600')
      copy.setAttribute('height', '600')
      const image = new Image()
      image.src = 'data:image/svg+xml;base64,' + btoa(new XMLSerializer().serializeToString(copy))
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 600, height: 600 })
      const to = canvas.getContext('2d')
      to.fillStyle = '#fff'
      to.fillRect(0, 0, 600, 600)
      to.drawImage(image, 0, 0, 600, 600)
      return { data: [...to.getImageData(0, 0, 600, 600).data], width: 600, height: 600 }
    })()`)
    expect(decodeQR({ ...shot, data: Uint8Array.from(shot.data) })).toBe(staticQris())
    expect(
      await page.evaluate<boolean>(
        'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
      ),
    ).toBe(true)
  }, 60_000)

  test('is read from a photograph too', async () => {
    await choose(await photographed(picture(staticQris('TOKO DARI FOTO'))), 'foto.jpg', 'image/jpeg')
    await meant()
    await byId('qris-merchant').filter({ hasText: 'TOKO DARI FOTO' }).waitFor()
  }, 60_000)

  test('says in plain words what is wrong, and keeps what was there', async () => {
    const told = async (buffer: Buffer, words: RegExp, yes = false) => {
      await choose(buffer)
      if (yes) await meant()
      await byId('qris-trouble').filter({ hasText: words }).waitFor()
    }
    await told(picture('https://wa.me/62811'), /bukan teks QRIS/)
    await told(picture(staticQris('W', 'ID1020000000007', '540510000')), /sudah berisi jumlah/, true)
    await told(picture(staticQris('W', 'ID1020000000007', '550201')), /tip atau biaya/, true)
    await told(Buffer.from('no picture'), /bukan gambar/)
    const white = await page.evaluate<string>(
      "Object.assign(document.createElement('canvas'), { width: 300, height: 300 }).toDataURL('image/png').split(',')[1]",
    )
    await told(Buffer.from(white, 'base64'), /Tidak ada kode QR/)
    expect(await byId('qris-merchant').textContent()).toBe('TOKO DARI FOTO')
  }, 60_000)

  test('is pasted as text, switched off and on, and taken away', async () => {
    await page.locator('summary').click()
    await byId('qris-text').fill(`  ${staticQris('TOKO TEKS')}\n`)
    await byId('qris-save').click()
    await meant()
    await byId('qris-merchant').filter({ hasText: 'TOKO TEKS' }).waitFor()
    await byId('qris-turn').click()
    await byId('qris-turn').filter({ hasText: 'Nyalakan' }).waitFor()
    await byId('qris-turn').click()
    await byId('qris-turn').filter({ hasText: 'Matikan' }).waitFor()
    await byId('qris-remove').click()
    await byId('confirm-yes').click()
    await byId('manual-qris').waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  }, 60_000)
})
