import { deflateSync } from 'node:zlib'

export interface Packed {
  /** Objects by number from 1; streams cannot lie in an object stream and are written as they are. */
  readonly plain: ReadonlyMap<number, string | { readonly dict: string; readonly data: Buffer }>
  /** Objects inside the object stream, by number. */
  readonly packed: ReadonlyMap<number, string>
}

interface Spoiled {
  /** Replaces the bytes of the object stream (already deflated). */
  readonly objectStream?: (deflated: Buffer) => Buffer
  readonly objectStreamDict?: string
  /** Replaces the entries of the cross-reference stream, before they are deflated. */
  readonly entries?: (rows: Buffer) => Buffer
  readonly xrefFilter?: string
  readonly xrefDict?: string
  readonly deflate?: (rows: Buffer) => Buffer
}

/** A PDF 1.5 file whose objects lie in one object stream and whose table is a cross-reference stream (ISO 32000-1 §7.5.7–8). */
export function compressedPdf({ plain, packed }: Packed, spoiled: Spoiled = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\u00e2\u00e3\n', 'latin1')]
  const length = () => parts.reduce((sum, p) => sum + p.length, 0)
  const highest = Math.max(...plain.keys(), ...packed.keys())
  const [container, table] = [highest + 1, highest + 2]
  const rows = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65535]]])
  const write = (number: number, dict: string, data: Buffer | null) => {
    rows.set(number, [1, length(), 0])
    parts.push(Buffer.from(`${number} 0 obj\n${data ? `<< ${dict} /Length ${data.length} >>\nstream\n` : dict}`, 'latin1'))
    if (data) parts.push(data, Buffer.from('\nendstream'))
    parts.push(Buffer.from('\nendobj\n'))
  }
  for (const [number, object] of plain) typeof object === 'string' ? write(number, object, null) : write(number, object.dict, object.data)

  const bodies = [...packed].map(([number, text], index) => ({ number, text, index }))
  let at = 0
  const head = bodies
    .map(({ number, text }) => {
      const pair = `${number} ${at}`
      at += text.length + 1
      return pair
    })
    .join(' ')
  const body = deflateSync(Buffer.from(`${head}\n${bodies.map(({ text }) => `${text}\n`).join('')}`, 'latin1'))
  const { objectStreamDict = '' } = spoiled
  write(
    container,
    `/Type /ObjStm /N ${bodies.length} /First ${head.length + 1} /Filter /FlateDecode ${objectStreamDict}`,
    spoiled.objectStream?.(body) ?? body,
  )
  for (const { number, index } of bodies) rows.set(number, [2, container, index])

  const start = length()
  rows.set(table, [1, start, 0])
  const entries = Buffer.alloc((table + 1) * 7)
  for (const [number, [kind, second, third]] of rows) {
    entries.writeUInt8(kind, number * 7)
    entries.writeUInt32BE(second, number * 7 + 1)
    entries.writeUInt16BE(third, number * 7 + 5)
  }
  const data = (spoiled.deflate ?? ((b: Buffer) => deflateSync(b, { level: 9 })))(spoiled.entries?.(entries) ?? entries)
  const { xrefFilter = '/FlateDecode', xrefDict = `/Size ${table + 1}` } = spoiled
  parts.push(
    Buffer.from(
      `${table} 0 obj\n<< /Type /XRef ${xrefDict} /W [1 4 2] /Root 1 0 R /Filter ${xrefFilter} /Length ${data.length} >>\nstream\n`,
    ),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** One page as modern software writes it; `more` goes into the object stream from number 6 on. */
export function compressedPage(content: string, catalogue = '', more: readonly string[] = [], spoiled: Spoiled = {}): Buffer {
  return compressedPdf(
    {
      plain: new Map([[4, { dict: '/Filter /FlateDecode', data: deflateSync(Buffer.from(content)) }]]),
      packed: new Map<number, string>([
        [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
        [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
        [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'],
        [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
        ...more.map((text, i): [number, string] => [6 + i, text]),
      ]),
    },
    spoiled,
  )
}
