// Files of every format that a seller may have, and those that nobody should send: each gives its text or a plain reason, in time.
import { describe, expect, test } from 'bun:test'
import { deflateRawSync } from 'node:zlib'
import { readDocument } from '../../../src/assistant/documents/read.ts'
import { cutUp } from '../../../src/assistant/passages.ts'
import { bombPdf, documentXml, docx, lockedDocx, lockedPdf, pdf, text, zip } from './made.ts'

const read = (bytes: Uint8Array, name = '', type = '') => readDocument({ bytes, name, type })
const reason = async (bytes: Uint8Array, name = '', type = '') => {
  const answer = await read(bytes, name, type)
  return answer.ok ? answer.text.slice(0, 80) : answer.reason
}

describe('what a seller has', () => {
  test('plain text, of old and new systems', async () => {
    expect(await read(text('Buka jam 9–17.\r\n\r\n\r\n\r\nLibur Minggu.  \n'), 'jam.txt')).toEqual({
      ok: true,
      format: 'text',
      text: 'Buka jam 9–17.\n\nLibur Minggu.',
    })
    expect(await read(new Uint8Array(Buffer.from('\ufeffbuka caf\u00e9', 'utf16le')), 'a.txt')).toMatchObject(
      { text: 'buka café' },
    )
    expect(await read(new Uint8Array(Buffer.from('buka caf\xe9', 'latin1')), 'a.txt')).toMatchObject({
      text: 'buka café',
    })
    expect(await read(text('tanpa nama'))).toMatchObject({ ok: true, text: 'tanpa nama' })
  })

  test('Markdown keeps its headings, the first is its title', async () => {
    expect(await read(text('# Panduan toko\n\n**Halo**'), 'a.md')).toMatchObject({
      format: 'markdown',
      title: 'Panduan toko',
    })
  })

  test('HTML: what a visitor reads, whatever is hidden around it', async () => {
    const page = `<!doctype html><html><head><title>Toko &amp; Kita</title><style>p{}</style></head><body><nav>Menu</nav>
      <h2>Garansi</h2><p>Klaim   lewat <b>admin</b>.</p><ul><li>satu</li><li>dua</li></ul><script>alert("x")</script>
      <table><tr><td>IG</td><td>30 hari</td></tr></table><p>a&lt;b&gt;</p><footer>kaki</footer></body></html>`
    expect(await read(text(page), 'a.html')).toEqual({
      ok: true,
      format: 'html',
      title: 'Toko & Kita',
      text: '# Garansi\n\nKlaim lewat admin.\n\n- satu\n- dua\n\nIG | 30 hari\n\na<b>',
    })
    expect(await read(text('<p>kaf\u00e9</p>'), '', 'text/html; charset=utf-8')).toMatchObject({
      format: 'html',
    })
    const old = new Uint8Array(
      Buffer.from('<html><meta charset="iso-8859-1"><p>kaf\xe9</p></html>', 'latin1'),
    )
    expect(await read(old)).toMatchObject({ text: 'kafé' })
  })

  test('HTML: a row of a table is a line, a page laid out in a table or wrapped in a form is a page', async () => {
    const said = async (body: string) => {
      const answer = await read(text(`<html><body>${body}</body></html>`))
      return answer.ok ? answer.text : answer.reason
    }
    const row = (a: string, b: string) => `<tr><td><p>${a}</p></td><td><div>${b}</div></td></tr>`
    expect(await said(`<table>${row('IG', '30 hari')}${row('TikTok', '15 hari')}</table>`)).toBe(
      'IG | 30 hari\nTikTok | 15 hari',
    )
    const paragraph = '<p>Kalimat yang cukup panjang untuk sebuah halaman, ditulis di dalam sebuah sel.</p>'
    const page = (await said(`<form><table><tr><td>${paragraph.repeat(3)}</td></tr></table></form>`)).split(
      '\n\n',
    )
    expect(page).toHaveLength(3)
    expect(await said('<p>satu<p>dua<table><td>tiga</table></td></b>empat')).toBe(
      'satu\n\ndua\n\ntiga\n\nempat',
    )
  })

  test('PDF: lines become paragraphs, pages are counted', async () => {
    const file = pdf([
      [
        'Cara klaim',
        '',
        'Klaim garansi lewat admin dengan',
        'menyebut nomor pesanan.',
        '',
        'Garansi hangus kalau username diganti.',
        '12',
      ],
      ['Berapa lama prosesnya?', 'Paling lama 24 jam.', 'Bisa (COD)?', 'Tidak.'],
    ])
    const answer = await read(file, 'panduan.pdf')
    expect(answer).toMatchObject({ ok: true, format: 'pdf', pages: 2 })
    expect(answer.ok && cutUp(answer.text).map(({ heading, text: words }) => [heading, words])).toEqual([
      ['', 'Cara klaim'],
      ['', 'Klaim garansi lewat admin dengan menyebut nomor pesanan.'],
      ['', 'Garansi hangus kalau username diganti.'],
      ['Berapa lama prosesnya?', 'Paling lama 24 jam.'],
      ['Bisa (COD)?', 'Tidak.'],
    ])
  })

  test('300 pages are read, 301 are not', async () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, n) => [`Halaman nomor ${n} tentang garansi.`])
    expect(await read(pdf(pages(300)), 'a.pdf')).toMatchObject({ ok: true, pages: 300 })
    expect(await reason(pdf(pages(301)), 'a.pdf')).toBe('tooManyPages')
  })

  test('DOCX: paragraphs and headings', async () => {
    expect(await read(docx(['# Jam buka', 'Setiap hari & malam.', 'Kecuali <Lebaran>.']), 'a.docx')).toEqual({
      ok: true,
      format: 'docx',
      title: 'Jam buka',
      text: '# Jam buka\n\nSetiap hari & malam.\n\nKecuali <Lebaran>.',
    })
  })
})

describe('what is refused, with its reason', () => {
  test.each([
    ['empty', new Uint8Array(), 'a.txt'],
    ['noText', text(' \n\t \n'), 'a.txt'],
    ['noText', text('<html><script>only()</script></html>'), 'a.html'],
    ['noText', pdf([[], []]), 'scan.pdf'],
    ['noText', docx(['', ' ']), 'a.docx'],
    ['encrypted', lockedPdf(), 'a.pdf'],
    ['encrypted', lockedDocx(), 'a.docx'],
    ['encrypted', zip([{ name: 'word/document.xml', data: 'x', flags: 1 }]), 'a.docx'],
    ['wrongKind', text('MZ not a pdf'), 'a.pdf'],
    ['wrongKind', text('<html>not word</html>'), 'a.docx'],
    ['unsupported', zip([{ name: 'xl/workbook.xml', data: '<x/>' }]), 'a.xlsx'],
    ['unsupported', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a.png'],
    [
      'unsupported',
      new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])),
      'a.doc',
    ],
    ['unsupported', text('a'), 'a.exe'],
    ['unsupported', new Uint8Array(4096).map((_, n) => (n * 7) % 256), 'a.txt'],
    ['broken', text('%PDF-1.4\nnothing follows'), 'a.pdf'],
    ['broken', docx(['x']).slice(0, 400), 'a.docx'],
    ['broken', zip([{ name: 'word/document.xml', data: '<w:document' }]), 'a.docx'],
    ['tooMuchText', text('kata '.repeat(320_000)), 'a.txt'],
    ['tooLarge', new Uint8Array(10 * 1024 * 1024 + 1), 'a.txt'],
  ])('%s (%#)', async (expected, bytes, name) => {
    expect(await reason(bytes, name)).toBe(expected)
  })

  test('an archive that unpacks to more than anybody needs, honest or lying', async () => {
    const bomb = deflateRawSync(Buffer.alloc(90 * 1024 * 1024))
    const part = { name: 'word/media/x.xml', data: '', packed: bomb }
    expect(await reason(docx(['x'], [{ ...part, claims: 90 * 1024 * 1024 }]), 'a.docx')).toBe('tooHeavy')
    expect(await reason(docx(['x'], [{ ...part, claims: 100 }]), 'a.docx')).toBe('broken')
    const many = Array.from({ length: 3000 }, (_, n) => ({ name: `word/${n}.xml`, data: '' }))
    expect(await reason(docx(['x'], many), 'a.docx')).toBe('tooHeavy')
  })

  test('nesting without end costs no more than its length', async () => {
    const deep = `<html><body>${'<div>'.repeat(200_000)}dalam${'</div>'.repeat(200_000)}</body></html>`
    expect(await reason(text(deep), 'a.html')).toBe('tooMuchText')
    expect(await reason(text(`<html><p>buka ${'<b>'.repeat(10_000)}jam 9</p></html>`), 'a.html')).toBe(
      'buka jam 9',
    )
    const xml = documentXml(`<w:p>${'<w:r>'.repeat(50_000)}<w:t>x</w:t>${'</w:r>'.repeat(50_000)}</w:p>`)
    expect(['broken', 'noText', 'x']).toContain(
      await reason(zip([{ name: 'word/document.xml', data: xml }]), 'a.docx'),
    )
    expect(await reason(text(`<html>${'<'.repeat(500_000)}</html>`), 'a.html')).toBeString()
  })

  test('a PDF that refers to itself, or says it has more pages than there are', async () => {
    expect(['broken', 'noText']).toContain(await reason(pdf([['x']], { kids: '2 0 R', count: 5 }), 'a.pdf'))
    expect(['broken', 'noText', 'x']).toContain(await reason(pdf([['x']], { count: 100 }), 'a.pdf'))
    expect(['tooManyPages', 'x']).toContain(await reason(pdf([['x']], { count: 1_000_000 }), 'a.pdf'))
    expect(await reason(bombPdf(30_000_000), 'a.pdf')).toBe('noText')
  })

  test('any bytes at all: a reason or a text, never a throw', async () => {
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed
    }
    const starts = ['%PDF-1.7\n', 'PK\x03\x04', '<html>', '# ', '', '\xff\xfe', '\xd0\xcf\x11\xe0']
    for (let n = 0; n < 200; n++) {
      const body = Buffer.from(Array.from({ length: random() % 400 }, () => random() % 256))
      const bytes = new Uint8Array(
        Buffer.concat([Buffer.from(starts[n % starts.length] ?? '', 'latin1'), body]),
      )
      const answer = await read(bytes, ['a.pdf', 'a.docx', 'a.html', 'a.md', 'a.txt', ''][n % 6])
      expect(typeof answer.ok).toBe('boolean')
    }
    // A sound file with a hole in it.
    const sound = [pdf([['buka jam 9']]), docx(['buka jam 9'])]
    for (let n = 0; n < 100; n++) {
      const bytes = Uint8Array.from(sound[n % 2] as Uint8Array)
      bytes.fill(random() % 256, random() % bytes.length, random() % bytes.length)
      expect(typeof (await read(bytes, n % 2 ? 'a.docx' : 'a.pdf')).ok).toBe('boolean')
    }
  })
})
