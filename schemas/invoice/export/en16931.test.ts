import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseXml } from '../../../adapters/xml/index.ts'
import { setAt, valueAt } from '../../../core/paths.ts'
import { ExportRefused, leftOut, writeExport } from '../../export.ts'
import { FORMULA_PAYLOADS } from '../../exports/formula-payloads.ts'
import { readInvoiceXml } from '../xml/index.ts'
import { ciiFormat } from './cii/index.ts'
import { GERMAN, invoiceWith } from './sample-invoice.ts'
import { ublFormat } from './ubl/index.ts'

const context = { recordId: 'r', approvedAt: '2026-03-13T10:00:00Z', settings: {} }
const formats = [ublFormat, ciiFormat]
const written = (format: typeof ublFormat, values: Readonly<Record<string, string | boolean>>) =>
  new TextDecoder().decode(writeExport(format, invoiceWith(values), context))
const readBack = (xml: string) => {
  const data: Record<string, unknown> = {}
  for (const { path, value } of readInvoiceXml(parseXml(Buffer.from(xml))) ?? []) setAt(data, path, value)
  return data
}
const rules = (changes: Readonly<Record<string, string | boolean>>) => {
  const refused = formats.map((format) => {
    try {
      written(format, Object.fromEntries(Object.entries({ ...GERMAN, ...changes }).filter(([, value]) => value !== '')))
    } catch (error) {
      if (error instanceof ExportRefused) return error.lacks.map(({ fields, rule }) => `${rule} ${fields[0]}`)
      throw error
    }
    return []
  })
  assert.deepEqual(refused[0], refused[1])
  return refused[0]
}

for (const format of formats)
  describe(`an invoice as ${format.name}`, () => {
    it('comes back with every value but the ones that the format says it leaves out', () => {
      const back = readBack(written(format, GERMAN))
      const gone = new Set(leftOut(format, invoiceWith(GERMAN)))
      for (const [path, value] of Object.entries(GERMAN))
        if (!gone.has(path) && path !== 'lines[0].unit' && !path.endsWith('unitPrice')) assert.equal(valueAt(back, path), value, path)
      assert.deepEqual([...gone].sort(), ['lines[0].gross', 'lines[0].tax', 'lines[1].gross', 'lines[1].tax'])
    })

    it('names a kind of package by its code of Rec 21, a transfer by code 30', () => {
      const back = readBack(written(format, GERMAN))
      assert.equal(valueAt(back, 'lines[0].unit'), 'XPK')
      assert.equal(valueAt(back, 'payment.meansCode'), '30')
    })

    it('gives a line of 0 % the reason that the breakdown names, where that is one', () => {
      // BR-E-01 asks for a group E where a line is E, BR-Z-01 for a group Z where a line is Z: without this one of them is broken.
      const back = readBack(
        written(format, {
          ...HEAD,
          'lines[0].name': 'Papier',
          'lines[0].net': '100.00',
          'lines[0].taxCategory': 'S',
          'lines[0].taxRate': '19',
          'lines[1].name': 'Heilbehandlung',
          'lines[1].net': '50.00',
          'lines[1].taxCategory': 'Z',
          'lines[1].taxRate': '0',
          'taxes[0].category': 'S',
          'taxes[0].rate': '19',
          'taxes[0].base': '100.00',
          'taxes[0].amount': '19.00',
          'taxes[1].category': 'E',
          'taxes[1].rate': '0',
          'taxes[1].base': '50.00',
          'taxes[1].amount': '0.00',
          'taxes[1].exemptionReason': '§ 4 Nr. 14 UStG',
          'totals.net': '150.00',
          'totals.tax': '19.00',
          'totals.gross': '169.00',
          'totals.due': '169.00',
        }),
      )
      assert.deepEqual([valueAt(back, 'lines[0].taxCategory'), valueAt(back, 'lines[1].taxCategory')], ['S', 'E'])
    })

    it('takes VAT out of prices that contain it', () => {
      // 2 × 119.00 with 19 % are 200.00 net: 100 each.
      const back = readBack(
        written(format, {
          ...HEAD,
          lineAmountsIncludeTax: true,
          'lines[0].name': 'Stuhl',
          'lines[0].quantity': '2',
          'lines[0].unitPrice': '119.00',
          'lines[0].net': '200.00',
          'lines[0].taxRate': '19',
          'lines[0].gross': '238.00',
          'totals.net': '200.00',
          'totals.tax': '38.00',
          'totals.gross': '238.00',
        }),
      )
      assert.equal(valueAt(back, 'lines[0].unitPrice'), '100')
      assert.equal(valueAt(back, 'lines[0].unit'), 'C62')
      assert.deepEqual(valueAt(back, 'taxes'), [{ category: 'S', rate: '19', base: '200.00', amount: '38.00' }])
      assert.equal(valueAt(back, 'totals.linesNet'), '200.00')
      assert.equal(valueAt(back, 'totals.due'), '238.00')
    })

    it('writes a credit note with positive amounts, whatever sign is printed', () => {
      const back = readBack(
        written(format, {
          ...HEAD,
          typeCode: '381',
          'precedingInvoice.number': 'RE-6',
          'precedingInvoice.date': '2026-02-01',
          'lines[0].name': 'Gutschrift',
          'lines[0].quantity': '1',
          'lines[0].unitPrice': '-100.00',
          'lines[0].net': '-100.00',
          'lines[0].taxRate': '19',
          'totals.net': '-100.00',
          'totals.tax': '-19.00',
          'totals.gross': '-119.00',
        }),
      )
      assert.deepEqual(
        ['typeCode', 'dueDate', 'precedingInvoice.number', 'lines[0].quantity', 'lines[0].unitPrice', 'lines[0].net', 'totals.due'].map(
          (path) => valueAt(back, path),
        ),
        ['381', '2026-04-11', 'RE-6', '1', '100', '100.00', '119.00'],
      )
    })

    it('keeps markup and control characters out of the XML', () => {
      const xml = written(format, { ...GERMAN, number: '=cmd|<!-- ]]> & "\u0001\ud800', 'lines[0].name': '<script>' })
      assert.equal(valueAt(readBack(xml), 'number'), '=cmd|<!-- ]]> & "\ufffd\ufffd')
      assert.equal(valueAt(readBack(xml), 'lines[0].name'), '<script>')
    })

    it('is well-formed and says the same whatever a program could take for a formula or markup (row 32)', () => {
      const same = (text: unknown) => String(text).replace('\0', '\ufffd').replace(/\s+/g, ' ').trim()
      for (const payload of FORMULA_PAYLOADS) {
        const back = readBack(written(format, { ...GERMAN, number: payload, 'lines[0].name': payload }))
        assert.deepEqual(
          [same(valueAt(back, 'number')), same(valueAt(back, 'lines[0].name'))],
          [same(payload), same(payload)],
          JSON.stringify(payload),
        )
      }
    })
  })

const HEAD: Readonly<Record<string, string | boolean>> = Object.fromEntries(
  Object.entries(GERMAN).filter(([path]) => !/^(lines|taxes|charges|totals)/.test(path)),
)

describe('EN 16931 refuses', () => {
  // Names of rules as in the norm; '' takes a value away.
  it('what is missing, by its field', () => {
    assert.deepEqual(rules({ number: '' }), ['BR-02 number'])
    assert.deepEqual(rules({ 'buyer.address.country': '' }), ['BR-11 buyer.address.country'])
    assert.deepEqual(rules({ dueDate: '' }), ['BR-CO-25 dueDate'])
    assert.deepEqual(rules({ 'payment.iban': '', 'payment.meansCode': '58' }), ['BR-61 payment.iban'])
    assert.deepEqual(rules({ 'seller.vatId': '', 'seller.taxRegId': '' }), ['BR-CO-26 seller.vatId', 'BR-S-02 seller.vatId'])
    assert.deepEqual(rules({ 'lines[1].unit': '', 'lines[1].unitRaw': 'Pfannkuchen' }), ['BR-23 lines[1].unit'])
  })

  it('what does not add up', () => {
    assert.deepEqual(rules({ 'totals.due': '279.61' }), ['BR-CO-16 totals.due'])
    assert.deepEqual(rules({ 'lines[1].net': '50.01' }), ['BR-CO-10 totals.linesNet', 'BR-S-08 taxes[1].base'])
    assert.deepEqual(rules({ 'taxes[1].amount': '3.60' }), ['BR-CO-14 totals.tax'])
    // One cent: the rules for UBL would let it pass, those for CII do not.
    assert.deepEqual(rules({ 'taxes[0].base': '190.01' }), ['BR-S-08 taxes[0].base'])
  })

  it('codes that it does not know, taxes that are no VAT, and rates of the wrong category', () => {
    assert.deepEqual(rules({ currency: 'RUR' }), ['BR-CL-04 currency'])
    assert.deepEqual(rules({ 'seller.vatId': '136695976' }), ['BR-CO-09 seller.vatId'])
    assert.deepEqual(rules({ 'taxes[1].type': 'ISP' }), ['null taxes[1].type'])
    // A base of 50.00 with nothing under it, a line of a category that has no group and, as an exempt one, no rate.
    assert.deepEqual(rules({ 'lines[1].taxCategory': 'E' })?.toSorted(), [
      'BR-E-01 lines[1].taxCategory',
      'BR-E-05 lines[1].taxRate',
      'BR-S-08 taxes[1].base',
    ])
  })

  it('an exemption without its reason, and takes one whose category is the reason', () => {
    const exempt = (category: string, more = {}) => ({
      'lines[1].taxCategory': category,
      'lines[1].taxRate': '0',
      'taxes[1].category': category,
      'taxes[1].rate': '0',
      'taxes[1].amount': '0.00',
      'totals.tax': '36.10',
      'totals.gross': '276.10',
      'totals.due': '276.10',
      ...more,
    })
    assert.deepEqual(rules(exempt('E')), ['BR-E-10 taxes[1].exemptionReason'])
    assert.deepEqual(rules(exempt('E', { 'taxes[1].exemptionReason': '§ 4 Nr. 11 UStG' })), [])
    assert.deepEqual(rules(exempt('AE')), [])
    assert.match(written(ublFormat, { ...GERMAN, ...exempt('AE') }), /<cbc:TaxExemptionReasonCode>VATEX-EU-AE</)
  })
})
