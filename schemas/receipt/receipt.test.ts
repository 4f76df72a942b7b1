import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conform } from '../../core/assess/index.ts'
import { indexPrinted } from '../../core/extraction/ground.ts'
import { findCodeMismatches } from '../../core/extraction/mismatch.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { setAt } from '../../core/paths.ts'
import type { HistoryEntry, RuleContext } from '../define.ts'
import { receipt } from './index.ts'

const context: RuleContext = { today: '2026-03-20', history: [], ownTaxIds: [], derived: new Set() }

function data(values: Readonly<Record<string, string>>) {
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) setAt(loose, path, value)
  return conform(receipt.schema, loose).data
}

const findings = (values: Readonly<Record<string, string>>, more: Partial<RuleContext> = {}) =>
  receipt.check(data(values), { ...context, ...more }).findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)

const SLIP = {
  total: '15.90',
  rounding: '-0.02',
  'lines[0].quantity': '2',
  'lines[0].price': '6.35',
  'lines[0].amount': '12.70',
  'lines[1].amount': '3.22',
  'payment.cash': '20.00',
  'payment.change': '4.10',
  'taxes[0].base': '15.02',
  'taxes[0].amount': '0.90',
  date: '2026-03-12',
}

describe('the rules of a receipt', () => {
  it('confirm a slip whose sums hang together', () => {
    const report = receipt.check(data(SLIP), context)
    assert.deepEqual(report.findings, [])
    const passed = new Set(report.passed.map(({ ruleId }) => ruleId))
    for (const rule of ['RECEIPT-LINES', 'RECEIPT-ROW', 'RECEIPT-CHANGE', 'RECEIPT-TAX', 'DATE-PLAUSIBLE'])
      assert.ok(passed.has(rule), rule)
  })

  it('find a wrong total, a wrong row, wrong change', () => {
    assert.deepEqual(findings({ ...SLIP, total: '15.40' }), ['RECEIPT-LINES warning', 'RECEIPT-CHANGE warning', 'RECEIPT-TAX warning'])
    assert.deepEqual(findings({ ...SLIP, 'lines[0].price': '6.25' }), ['RECEIPT-ROW warning'])
    assert.deepEqual(findings({ ...SLIP, 'payment.change': '4.70' }), ['RECEIPT-CHANGE warning'])
  })

  it('take a discount off the items, and add a tax that the prices leave out', () => {
    assert.deepEqual(findings({ total: '9.00', discount: '1.00', 'lines[0].amount': '10.00' }), [])
    assert.deepEqual(findings({ total: '10.60', tax: '0.60', 'lines[0].amount': '10.00' }), [])
  })

  it('know a slip handed in twice by its fiscal numbers, and by shop, minute and sum', () => {
    const fiscal = { 'fiscal.drive': '9960440300112233', 'fiscal.document': '15873' }
    const moment = { 'merchant.name': 'Corner Shop', date: '2026-03-12', time: '14:30', total: '8.10' }
    const earlier = (values: Readonly<Record<string, string>>): Partial<RuleContext> => ({
      history: [{ documentId: 'd1', approved: true, data: data(values) as HistoryEntry['data'] }],
    })
    assert.deepEqual(findings(fiscal, earlier(fiscal)), ['DUPLICATE error'])
    assert.deepEqual(findings(moment, earlier({ ...moment, 'merchant.name': 'CORNER SHOP' })), ['DUPLICATE error'])
    assert.deepEqual(findings(moment, earlier({ ...moment, time: '14:31' })), [])
  })

  it('warn of a refund, of a misread INN and of a rate that was not in force', () => {
    const drive = { 'fiscal.drive': '9960440300112233' }
    assert.deepEqual(findings({ operation: 'refund' }), ['RECEIPT-REFUND warning'])
    assert.deepEqual(findings({ ...drive, 'merchant.taxId': '7707083894' }), ['ID-INN warning'])
    assert.deepEqual(findings({ ...drive, date: '2026-03-12', 'taxes[0].rate': '20' }), ['RATE-DATE warning'])
    assert.deepEqual(findings({ ...drive, date: '2025-12-12', 'taxes[0].rate': '20' }), [])
  })
})

describe('the QR code of a Russian till', () => {
  const box = { x0: 0.3, y0: 0.8, x1: 0.7, y1: 0.95 }
  const withCode = (text: string, ...lines: readonly string[]) => {
    const reading = readingOfText(lines.join('\n'))
    return { pages: reading.pages.map((page) => ({ ...page, codes: [{ format: 'QRCode', text, box }] })) }
  }
  const QR = 't=20260312T1430&s=820.50&fn=9960440300112233&i=15873&fp=1234567890&n=1'

  it('gives date, time, total and the fiscal numbers with the place of the code', () => {
    const found = receipt.readCodes!(withCode(QR, 'ИТОГ 820.50'))
    const values = Object.fromEntries(found.map(({ path, value }) => [path, value]))
    assert.deepEqual(values, {
      date: '2026-03-12',
      time: '14:30',
      total: '820.50',
      'fiscal.drive': '9960440300112233',
      'fiscal.document': '15873',
      'fiscal.sign': '1234567890',
      operation: 'sale',
      currency: 'RUB',
    })
    assert.ok(found.every(({ source, evidence }) => source === 'qr' && evidence[0]?.box === box))
  })

  it('that says another sum than the print is a finding', () => {
    const mismatches = (printed: string) => {
      const reading = withCode(QR, 'ООО "ПРИМЕР"', `ИТОГ   ${printed}`, `НАЛИЧНЫМИ   ${printed}`)
      const codes = receipt.watched!.codes
      return findCodeMismatches(codes, receipt.readCodes!(reading), receipt.readPages(reading), indexPrinted(reading)).map((f) => f.fields)
    }
    assert.deepEqual(mismatches('820.50'), [])
    assert.deepEqual(mismatches('8205.00'), [['total']])
  })

  it('is no receipt’s when it pays a bank', () => {
    assert.deepEqual(receipt.readCodes!(withCode('ST00012|Name=ООО|PersonalAcc=40702810938000000001', 'x')), [])
  })
})
