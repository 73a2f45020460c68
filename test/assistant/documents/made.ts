// Files made by hand: PDFs, archives and Word documents, sound and hostile.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

export type PdfOptions = {
  /** Added to the trailer, as `/Encrypt 9 0 R`. */
  trailer?: string
  /** Objects of their own, from number 5 + 2 × pages on. */
  more?: string[]
  /** The page tree of a hostile hand. */
  kids?: string
  count?: number
}

const drawn = (lines: readonly string[]): string =>
  lines
    .map((line, at) => {
      const text = line.replace(/[\\()]/g, '\\$&')
      return `BT /F1 12 Tf 1 0 0 1 50 ${780 - at * 16} Tm (${text}) Tj ET`
    })
    .join('\n')

/** One page for each list of lines; an empty line leaves room. Content may be given as bytes with its filter. */
export const pdf = (
  pages: readonly (readonly string[] | { stream: Buffer; filter: string })[],
  { trailer = '', more = [], kids, count }: PdfOptions = {},
): Uint8Array => {
  const first = 4
  const pageNumber = (at: number) => first + at * 2
  const objects: Buffer[] = [
    latin('<< /Type /Catalog /Pages 2 0 R >>'),
    latin(
      `<< /Type /Pages /Kids [${kids ?? pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ')}] /Count ${count ?? pages.length} >>`,
    ),
    latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ]
  for (const [at, page] of pages.entries()) {
    const content = 'stream' in page ? page.stream : latin(drawn(page))
    const filter = 'stream' in page ? ` /Filter ${page.filter}` : ''
    objects.push(
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageNumber(at) + 1} 0 R >>`,
      ),
      Buffer.concat([
        latin(`<< /Length ${content.length}${filter} >>\nstream\n`),
        content,
        latin('\nendstream'),
      ]),
    )
  }
  objects.push(...more.map(latin))
  const parts: Buffer[] = [latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [at, body] of objects.entries()) {
    const part = Buffer.concat([latin(`${at + 1} 0 obj\n`), body, latin('\nendobj\n')])
    offsets.push(length)
    parts.push(part)
    length += part.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    latin(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** Asks for a password that nobody knows. */
export const lockedPdf = (): Uint8Array => {
  const secret = `<${'ab'.repeat(32)}>`
  return pdf([['rahasia']], {
    more: [`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`],
    trailer: `/Encrypt 6 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  })
}

/** `size` bytes of spaces as one page's content, which packs to a thousandth. */
export const bombPdf = (size: number): Uint8Array =>
  pdf([{ stream: deflateSync(Buffer.alloc(size, ' '), { level: 9 }), filter: '/FlateDecode' }])

export type ZipPart = {
  name: string
  data: Buffer | string
  packed?: Buffer
  claims?: number
  flags?: number
}

export const zip = (parts: readonly ZipPart[]): Uint8Array => {
  const files: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const { name, data, packed, claims, flags = 0 } of parts) {
    const bytes = Buffer.from(data)
    const body = packed ?? deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(claims ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([latin('PK\x03\x04'), fields, Buffer.from(name), body])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    table.push(Buffer.concat([latin('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(table)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...files, directory, latin('PK\x05\x06'), end]))
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const STYLES =
  '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'

export const documentXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Lines that begin with `# ` are headings. */
export const docx = (paragraphs: readonly string[], more: ZipPart[] = []): Uint8Array => {
  const body = paragraphs.map((text) => {
    const style = text.startsWith('# ') ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : ''
    return `<w:p>${style}<w:r><w:t xml:space="preserve">${escaped(text.replace(/^# /, ''))}</w:t></w:r></w:p>`
  })
  return zip([
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: RELATIONS },
    {
      name: 'word/_rels/document.xml.rels',
      data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    },
    { name: 'word/styles.xml', data: STYLES },
    { name: 'word/document.xml', data: documentXml(body.join('')) },
    ...more,
  ])
}

/** The box that Office puts a locked document in: not the whole format, its signature and the stream's name. */
export const lockedDocx = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  )

export const text = (words: string): Uint8Array => new TextEncoder().encode(words)
