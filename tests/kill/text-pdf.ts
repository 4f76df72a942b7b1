/** A one-page PDF with a text layer, different bytes for every `number`. Small on purpose: what is tested is that nothing gets lost, not reading. */
export function invoicePdf(number: string): Buffer {
  return textPdf([
    'INVOICE',
    `Invoice number: ${number}`,
    'Invoice date: 2026-11-20',
    'Seller: Specimen Tools GmbH, Musterweg 1, 10115 Berlin',
    'VAT ID: DE136695976',
    'Buyer: Example Works AG, Beispielstr. 2, 80331 Muenchen',
    'Pos  Description     Qty   Unit price   Net',
    '1    Steel bolt M8   10    2.50         25.00',
    'Net amount: 25.00 EUR',
    'VAT 19%: 4.75 EUR',
    'Total due: 29.75 EUR',
  ])
}

/** One page of Latin text, a line each from the top. */
export function textPdf(lines: readonly string[]): Buffer {
  const text = lines.map((line, i) => `BT /F1 11 Tf 60 ${780 - i * 22} Td (${line}) Tj ET`).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`
  return Buffer.from(`${body}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}
