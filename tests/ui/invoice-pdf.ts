export interface PrintedInvoice {
  readonly number: string
  readonly date: string
  readonly net: string
  readonly tax: string
  readonly gross: string
  readonly seller?: string
}

/** A one-page invoice with a text layer, small enough to be written by hand. */
export function invoicePdf({ number, date, net, tax, gross, seller = 'Northwind Paper Ltd' }: PrintedInvoice): Buffer {
  const lines: readonly (readonly [x: number, y: number, size: number, text: string])[] = [
    [50, 780, 18, 'INVOICE'],
    [430, 780, 10, 'SPECIMEN'],
    [50, 745, 11, seller],
    [50, 730, 10, '12 Harbour Road, Leith EH6 6AA, United Kingdom'],
    [50, 716, 10, 'VAT ID: GB980780684'],
    [350, 745, 10, `Invoice number: ${number}`],
    [350, 730, 10, `Invoice date: ${date}`],
    [50, 680, 10, 'Bill to:'],
    [50, 666, 10, 'Example Trading Ltd'],
    [50, 652, 10, '1 King Street, London EC2V 8AU'],
    [50, 610, 10, 'Description'],
    [300, 610, 10, 'Quantity'],
    [380, 610, 10, 'Unit price'],
    [480, 610, 10, 'Net'],
    [50, 592, 10, 'Copy paper A4, box'],
    [300, 592, 10, '10'],
    [380, 592, 10, '10.00'],
    [480, 592, 10, net],
    [380, 550, 10, 'Net total'],
    [480, 550, 10, net],
    [380, 535, 10, 'VAT 20%'],
    [480, 535, 10, tax],
    [380, 518, 11, 'Total due'],
    [470, 518, 11, `GBP ${gross}`],
    [50, 470, 10, 'IBAN: GB29 NWBK 6016 1331 9268 19'],
  ]
  const content = lines.map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`).join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`, 'latin1')
}
