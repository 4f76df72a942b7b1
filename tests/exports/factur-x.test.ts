import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { bytesOf } from '../../adapters/paper/index.ts'
import { createPdfReader } from '../../adapters/pdf/index.ts'
import { createOneShot, type OneShot } from '../../cli/one-shot.ts'
import { layouts } from '../../samples/layouts/index.ts'
import { createInvoice } from '../../samples/model.ts'
import { createRandom } from '../../samples/random.ts'
import { ExportRefused, writeExport } from '../../schemas/export.ts'
import { ciiFormat } from '../../schemas/invoice/export/cii/index.ts'
import { facturXFormat } from '../../schemas/invoice/export/factur-x/index.ts'
import { GERMAN, invoiceWith } from '../../schemas/invoice/export/sample-invoice.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'

const context = { recordId: 'r-1', approvedAt: '2026-03-13T10:00:00.000Z', settings: {} }
const reader = createPdfReader({ memoryMb: 1024, timeoutMs: 120_000, maxPages: 50 })
const drawn = (invoice: Invoice, language = 'auto') => bytesOf(writeExport(facturXFormat, invoice, { ...context, settings: { language } }))
/** The words of all pages, without the spaces between them. */
const shownBy = async (bytes: Uint8Array) => {
  const { pages } = await reader.text(bytes)
  return pages
    .map(({ words }) => words.map(({ text }) => text).join(''))
    .join('')
    .replace(/\s/g, '')
}
const squeezed = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** Invoices of all generated layouts, as a person approves them. The model has no words for an exemption; a reviewer enters those of the page. */
const GENERATED = layouts.slice(0, 12).map((layout, i) => {
  const random = createRandom(`factur-x-${i}`)
  const invoice = createInvoice(layout.plan(random), layout.language, random)
  const taxes = invoice.taxes.map((tax) => (tax.category === 'E' ? { ...tax, exemptionReason: 'As stated on the invoice' } : tax))
  return { name: layout.name, invoice: { ...invoice, taxes } }
})

describe('Factur-X', () => {
  let folder: string
  let docket: OneShot
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docket-factur-x-'))
    docket = await createOneShot(parseConfig({}), createLog('error'))
  })
  after(async () => {
    await docket.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('has the XML of the same record inside, and nothing else', async () => {
    const { xmlAttachments, activeContent, repaired, revisions } = await reader.inspect(await drawn(invoiceWith(GERMAN)))
    assert.deepEqual(
      xmlAttachments.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
      [['factur-x.xml', new TextDecoder().decode(ciiFormat.write(invoiceWith(GERMAN), context))]],
    )
    assert.deepEqual({ activeContent, repaired, revisions }, { activeContent: false, repaired: false, revisions: 1 })
  })

  it('shows on its page what the record says, in the language of the seller', async () => {
    const page = await shownBy(await drawn(invoiceWith(GERMAN)))
    const wanted = [
      'Rechnung RE-7',
      'Muster & Söhne GmbH',
      'Hauptstr. 1',
      '50667 Köln',
      'Deutschland',
      'USt-IdNr.: DE136695976',
      'Steuernummer: 12/345/67890',
      'rechnung@muster.example',
      'Beispiel AG',
      'Österreich',
      'Rechnungsdatum: 12.03.2026',
      'Fällig am: 11.04.2026',
      'Bestellnummer: PO-1',
      '1 Papier A4 10',
      '20,00 19 180,00',
      'Art.-Nr.: A-1',
      'GTIN: 4006381333931',
      'Rabatt: 20,00',
      '2 Kalender 5 Stk 10,00 7 50,00',
      'Umsatzsteuer 19 190,00 36,10',
      'Umsatzsteuer 7 50,00 3,50',
      'Gesamtbetrag netto: 240,00',
      'Umsatzsteuer gesamt: 39,60',
      'Gesamtbetrag brutto: 279,60',
      'Zahlbetrag EUR: 279,60',
      'IBAN: DE89370400440532013000',
      'BIC: COBADEFFXXX',
      'Erste Zeile Zweite <Zeile> & mehr',
    ]
    assert.deepEqual(
      wanted.filter((text) => !page.includes(squeezed(text))),
      [],
    )
  })

  for (const [language, wanted] of [
    ['en', ['Invoice RE-7', 'Due date: 2026-04-11', 'Total incl. VAT: 279.60', 'Germany']],
    ['fr', ['Facture RE-7', "Date d'échéance: 11/04/2026", 'Total TTC: 279,60', 'Allemagne']],
    ['ru', ['Счет RE-7', 'Оплатить до: 11.04.2026', 'Итого с НДС: 279,60', 'Германия']],
  ] as const)
    it(`is written in ${language} where that is asked for`, async () => {
      const page = await shownBy(await drawn(invoiceWith(GERMAN), language))
      assert.deepEqual(
        wanted.filter((text) => !page.includes(squeezed(text))),
        [],
      )
    })

  it('is read back as the record, and its page says what its XML says', async () => {
    for (const { name, invoice } of GENERATED.filter(({ invoice }) => facturXFormat.lacks(invoice, context).length === 0)) {
      const file = join(folder, `${name}.pdf`)
      await writeFile(file, await drawn(invoice))
      const { data, findings } = await docket.extract(file, { type: 'auto', useLlm: false })
      const read = data as unknown as Invoice
      assert.deepEqual(
        [read.number, read.issueDate, read.seller.name, read.totals.gross, read.lines.length],
        [invoice.number, invoice.issueDate, invoice.seller.name, invoice.totals.gross, invoice.lines.length],
        name,
      )
      assert.deepEqual(
        findings.filter(({ ruleId }) => ruleId.startsWith('mismatch')),
        [],
        name,
      )
    }
  })

  it('goes over pages with a long list, and every line is on one of them', async () => {
    const invoice = invoiceWith(GERMAN)
    const lines = Array.from({ length: 200 }, (_, i) => ({ ...invoice.lines[1]!, no: String(i + 1), name: `Kalender Nr. ${i + 1}` }))
    const totals = {
      ...invoice.totals,
      linesNet: '10000.00',
      charges: null,
      net: '10000.00',
      tax: '700.00',
      gross: '10700.00',
      due: '10700.00',
    }
    const taxes = [{ ...invoice.taxes[1]!, base: '10000.00', amount: '700.00' }]
    const { pages } = await reader.text(await drawn({ ...invoice, lines, taxes, charges: [], totals }))
    const texts = pages.map(({ words }) => words.map(({ text }) => text).join(' '))
    const found = texts.flatMap((text) =>
      [...text.matchAll(/(\d+) Kalender Nr\. (\d+) 5 Stk 10,00 7 50,00/g)].map(([, no, name]) => [no, name]),
    )
    assert.deepEqual(
      found,
      lines.map(({ no }) => [no, no]),
    )
    assert.ok(texts.length > 4)
    for (const text of texts.slice(0, -1)) assert.match(text, /Pos\. Bezeichnung Menge Einheit Einzelpreis USt\. % Nettobetrag/)
  })

  it('refuses what its XML refuses, and names the fields that its page cannot show', () => {
    const refusalOf = (values: Readonly<Record<string, string | boolean>>) => {
      try {
        writeExport(facturXFormat, invoiceWith(values), context)
        return []
      } catch (error) {
        assert.ok(error instanceof ExportRefused)
        return error.lacks.flatMap(({ fields }) => fields)
      }
    }
    const { dueDate: _, ...noDay } = GERMAN
    assert.deepEqual(refusalOf(noDay), ['dueDate'])
    assert.deepEqual(refusalOf({ ...GERMAN, 'lines[1].name': 'カレンダー', 'seller.name': 'Muster 株' }), ['seller.name', 'lines[1].name'])
    assert.deepEqual(refusalOf({ ...GERMAN, 'lines[1].unitRaw': '本' }), ['lines[1].unitRaw'])
    assert.deepEqual(refusalOf({ ...GERMAN, 'signatories[0].name': '株' }), [], 'what has no place in it does not matter')
  })
})
