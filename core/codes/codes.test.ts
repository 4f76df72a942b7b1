import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paymentCharset, readCode } from './index.ts'

const payment =
  'ST00012|Name=ООО «Образец»|PersonalAcc=40702810900000001234|BankName=АО «Банк Пример»|BIC=044525999|CorrespAcc=30101810400000000999'

describe('QR codes of accounting documents', () => {
  it('reads a Russian payment order; the sum is in kopecks', () => {
    const read = readCode(`${payment}|Sum=123456|Purpose=Счет 12|PayeeINN=7700000000|KPP=770001001`)
    assert.equal(read?.kind, 'ru-payment')
    if (read?.kind !== 'ru-payment') return
    assert.deepEqual(read.sum, { value: '1234.56', raw: '123456' })
    assert.deepEqual(
      [read.account.value, read.bik.value, read.inn?.value, read.kpp?.value],
      ['40702810900000001234', '044525999', '7700000000', '770001001'],
    )
    assert.deepEqual(read.other, { Purpose: 'Счет 12' })
  })

  for (const [kopecks, roubles] of [
    ['5', '0.05'],
    ['50', '0.50'],
    ['100', '1.00'],
    ['0123456', '1234.56'],
  ])
    it(`${kopecks} kopecks are ${roubles} roubles`, () => {
      const read = readCode(`${payment}|Sum=${kopecks}`)
      assert.equal(read?.kind === 'ru-payment' && read.sum?.value, roubles)
    })

  it('takes any separator that the header names, and no order without its account', () => {
    assert.equal(readCode(payment.replaceAll('|', '~'))?.kind, 'ru-payment')
    assert.equal(readCode(payment.replace('PersonalAcc=40702810900000001234|', '')), null)
    assert.equal(readCode(payment.replace('044525999', '04452599')), null)
  })

  it('knows the character set from the header', () => {
    const header = (digit: string) => new TextEncoder().encode(`ST0001${digit}|Name=`)
    assert.deepEqual(
      ['1', '2', '3'].map((digit) => paymentCharset(header(digit))),
      ['windows-1251', 'utf-8', 'koi8-r'],
    )
    assert.equal(paymentCharset(new TextEncoder().encode('BCD\n002')), null)
  })

  it('reads a fiscal receipt and its operation', () => {
    const read = readCode('t=20260312T1430&s=1234.50&fn=9999078900000001&i=123&fp=4567890123&n=2')
    assert.deepEqual(read, {
      kind: 'ru-receipt',
      date: { value: '2026-03-12', raw: '20260312T1430' },
      time: { value: '14:30', raw: '20260312T1430' },
      total: { value: '1234.50', raw: '1234.50' },
      drive: '9999078900000001',
      document: '123',
      sign: '4567890123',
      operation: 'refund',
    })
    assert.equal(readCode('t=20261312T1430&s=1234.50&fn=9999078900000001&i=123&fp=4567890123&n=1'), null)
  })

  it('reads a SEPA transfer with a structured or a free reference', () => {
    const lines = [
      'BCD',
      '002',
      '1',
      'SCT',
      'BFSWDE33BER',
      'Muster Verein',
      'DE89370400440532013000',
      'EUR123.45',
      '',
      'RF18539007547034',
      '',
    ]
    const read = readCode(lines.join('\n'))
    assert.deepEqual(read, {
      kind: 'epc',
      name: { value: 'Muster Verein', raw: 'Muster Verein' },
      iban: { value: 'DE89370400440532013000', raw: 'DE89370400440532013000' },
      bic: { value: 'BFSWDE33BER', raw: 'BFSWDE33BER' },
      amount: { value: '123.45', raw: 'EUR123.45' },
      currency: { value: 'EUR', raw: 'EUR123.45' },
      reference: { value: 'RF18539007547034', raw: 'RF18539007547034' },
    })
    const free = readCode([...lines.slice(0, 4), '', 'Muster', 'DE89370400440532013000', 'EUR5', '', '', 'Rechnung 7'].join('\r\n'))
    assert.deepEqual(free?.kind === 'epc' && [free.bic, free.amount?.value, free.reference?.value], [null, '5.00', 'Rechnung 7'])
  })

  it('reads a Swiss QR-bill by its line numbers', () => {
    const lines = [
      ...['SPC', '0200', '1', 'CH5800791123000889012', 'S', 'Muster AG', 'Musterstrasse', '1', '8000', 'Zürich', 'CH'],
      ...['', '', '', '', '', '', '', '1949.75', 'CHF', 'S', 'Käufer', 'Weg', '2', '3000', 'Bern', 'CH'],
      ...['QRR', '210000000003139471430009017', 'Rechnung', 'EPD'],
    ]
    const read = readCode(lines.join('\n'))
    assert.deepEqual(read?.kind === 'swiss' && [read.iban.value, read.amount?.value, read.currency?.value, read.reference?.value], [
      'CH5800791123000889012',
      '1949.75',
      'CHF',
      '210000000003139471430009017',
    ])
    const none = readCode(lines.with(27, 'NON').with(28, '').with(18, '').join('\n'))
    assert.deepEqual(none?.kind === 'swiss' && [none.amount, none.reference], [null, null])
  })

  it('has nothing to say about a web address', () => {
    assert.equal(readCode('https://example.com/pay?id=1'), null)
  })
})
