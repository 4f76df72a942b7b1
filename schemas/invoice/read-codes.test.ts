import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { indexPrinted } from '../../core/extraction/ground.ts'
import { findCodeMismatches } from '../../core/extraction/mismatch.ts'
import type { Candidate } from '../../core/field.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import type { Reading } from '../../core/reading.ts'
import { readInvoiceCodes } from './read-codes.ts'
import { invoiceWatched } from './watched.ts'

const box = { x0: 0.7, y0: 0.1, x1: 0.9, y1: 0.25 }
const ru =
  'ST00012|Name=ООО «Образец»|PersonalAcc=40702810900000001234|BankName=АО «Банк Пример»|BIC=044525999|CorrespAcc=30101810400000000999|Sum=3660000|PayeeINN=7700000000'

function withCode(page: string, text: string): Reading {
  const { pages } = readingOfText(page)
  return { pages: pages.map((p) => ({ ...p, codes: [{ format: 'QRCode', text, box }] })) }
}

describe('an invoice with a payment code', () => {
  it('takes account, bank and sum from the code, with its place as evidence', () => {
    const found = readInvoiceCodes(withCode('Счет № 12', ru))
    assert.deepEqual(
      found.map(({ path, value }) => [path, value]),
      [
        ['payment.account', '40702810900000001234'],
        ['payment.bankName', 'АО «Банк Пример»'],
        ['payment.bik', '044525999'],
        ['payment.corrAccount', '30101810400000000999'],
        ['totals.due', '36600.00'],
        ['seller.inn', '7700000000'],
      ],
    )
    assert.ok(found.every(({ source, evidence }) => source === 'qr' && evidence[0]?.box === box && evidence[0].page === 1))
  })

  it('takes nothing from the code of a receipt or a web address', () => {
    assert.deepEqual(readInvoiceCodes(withCode('Invoice 1', 't=20260312T1430&s=1234.50&fn=9999078900000001&i=123&fp=4567890123&n=1')), [])
    assert.deepEqual(readInvoiceCodes(withCode('Invoice 1', 'https://example.com')), [])
  })

  it('is reported when the code pays another account or sum than the page says', () => {
    const reading = withCode('Р/с 40702810500000009999  Всего к оплате: 36 600,00', ru)
    const printed = (path: string, value: string): Candidate => ({
      path,
      value,
      raw: value,
      source: 'text',
      extractor: 'labels',
      score: 0.9,
      evidence: [],
    })
    const others = [printed('payment.account', '40702810500000009999'), printed('totals.gross', '36600.00')]
    const findings = findCodeMismatches(invoiceWatched.codes, readInvoiceCodes(reading), others, indexPrinted(reading))
    assert.deepEqual(
      findings.map(({ ruleId, severity, fields, expected, actual }) => [ruleId, severity, fields, expected, actual]),
      [['mismatch_qr_page', 'warning', ['payment.account'], '40702810500000009999', '40702810900000001234']],
    )
  })
})
