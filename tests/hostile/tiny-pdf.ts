import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** Objects of a PDF by number, without `n 0 obj`; the first is the catalogue. Streams as {dict, data}. */
export type PdfObject = string | { readonly dict: string; readonly data: Buffer }

/** A PDF with a correct cross-reference table around the given objects. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, p) => sum + p.length, 0)
  objects.forEach((object, i) => {
    offsets.push(length())
    parts.push(Buffer.from(`${i + 1} 0 obj\n`))
    if (typeof object === 'string') parts.push(Buffer.from(object, 'latin1'))
    else parts.push(Buffer.from(`<< ${object.dict} /Length ${object.data.length} >>\nstream\n`), object.data, Buffer.from('\nendstream'))
    parts.push(Buffer.from('\nendobj\n'))
  })
  const start = length()
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

export interface PageOptions {
  readonly mediaBox?: string
  readonly catalogue?: string
  readonly pageExtra?: string
}

/** One page with the given content stream and the font /F1. Objects 1–5; more may follow from 6. */
export function onePage(
  content: string | Buffer,
  { mediaBox = '[0 0 595 842]', catalogue = '', pageExtra = '' }: PageOptions = {},
  more: readonly PdfObject[] = [],
  contentDict = '',
): Buffer {
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${pageExtra} >>`,
    { dict: contentDict, data: Buffer.from(content) },
    FONT,
    ...more,
  ])
}

/** Lines of text from the top of an A4 page. */
export function textContent(lines: readonly string[], size = 11): string {
  return `BT /F1 ${size} Tf 60 780 Td ${size + 4} TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`
}

/** `bytes` zeros deflated: a thousand times smaller each time it is done. */
export function deflatedZeros(bytes: number, times = 1): Buffer {
  let data: Buffer = Buffer.alloc(bytes, ' ')
  for (let i = 0; i < times; i++) data = deflateSync(data, { level: 9 })
  return data
}

/** The page with one file attached by the catalogue's name tree. */
export function withAttachment(content: string, name: string, data: Buffer, dict = ''): Buffer {
  const file = `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 6 0 R >> >>`
  const catalogue = `/Names << /EmbeddedFiles << /Names [(${name}) ${file}] >> >>`
  return onePage(content, { catalogue }, [{ dict: `/Type /EmbeddedFile ${dict}`, data }])
}

/** `n` pages with the same content, whose tree claims `count`. */
export function pagesClaiming(count: string, n: number, content: string): Buffer {
  const kids = Array.from({ length: n }, (_, i) => `${5 + i} 0 R`).join(' ')
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>'
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    { dict: '', data: Buffer.from(content) },
    FONT,
    ...Array.from({ length: n }, () => page),
  ])
}

/** The file changed by appending: one object anew, as ISO 32000-1 §7.5.6 has it. */
export function incrementalUpdate(pdf: Buffer, number: number, body: string): Buffer {
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))?.[1]
  const object = `${number} 0 obj\n${body}\nendobj\n`
  const row = `${String(pdf.length).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size ${number + 1} /Root 1 0 R /Prev ${previous} >>\nstartxref\n${pdf.length + object.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(`${object}xref\n${number} 1\n${row}${trailer}`)])
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** A page encrypted by the standard handler, revision 3, 128-bit RC4 (ISO 32000-1 §7.6.3). An empty `user` password opens everywhere. */
export function encryptedPage(content: string, { user, owner }: { readonly user: string; readonly owner: string }): Buffer {
  const id = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
  const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), PAD]).subarray(0, 32)
  const md5 = (...parts: readonly Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()
  const repeated = (digest: Buffer) => Array.from({ length: 50 }).reduce<Buffer>((d) => md5(d), digest)
  const xor = (key: Buffer, n: number) => Buffer.from(key.map((byte) => byte ^ n))
  const ownerKey = repeated(md5(padded(owner)))
  const o = Array.from({ length: 20 }, (_, n) => n).reduce<Buffer>((data, n) => rc4(xor(ownerKey, n), data), padded(user))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-44)
  const key = repeated(md5(padded(user), o, permissions, id))
  const u = Array.from({ length: 20 }, (_, n) => n).reduce<Buffer>((data, n) => rc4(xor(key, n), data), md5(PAD, id))
  const objectKey = md5(key, Buffer.from([4, 0, 0, 0, 0]))
  const hex = (data: Buffer) => `<${data.toString('hex')}>`
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      { dict: '', data: rc4(objectKey, Buffer.from(content)) },
      FONT,
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${hex(o)} /U ${hex(Buffer.concat([u, Buffer.alloc(16)]))} >>`,
    ],
    `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`,
  )
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  let j = 0
  for (let i = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255
    ;[state[i], state[j]] = [state[j]!, state[i]!]
  }
  let x = 0
  let y = 0
  return Buffer.from(
    data.map((byte) => {
      x = (x + 1) & 255
      y = (y + state[x]!) & 255
      ;[state[x], state[y]] = [state[y]!, state[x]!]
      return byte ^ state[(state[x]! + state[y]!) & 255]!
    }),
  )
}
