import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foldNumber, plainIdentifier, splitInnKpp } from '../identifiers/index.ts'
import {
  type DateContext,
  dueDate,
  localeOf,
  type MoneyContext,
  parseDate,
  parseMoney,
  parseNumberAndDate,
  parsePaymentTerm,
  parseQuantity,
  parseRate,
  parseTaxInclusive,
} from './index.ts'

const NBSP = '\u00a0'
const NARROW = '\u202f'
const amount = (raw: string, locale?: string, context: MoneyContext = {}) => {
  const read = parseMoney(raw, { ...(locale ? { decimal: localeOf(locale).decimal } : {}), ...context })
  return read.kind === 'value'
    ? [read.value, ...(read.currency ? [read.currency] : []), ...(read.repaired ? ['repaired'] : [])].join(' ')
    : read
}
const date = (raw: string, context: DateContext = {}) => {
  const read = parseDate(raw, context)
  return read.kind === 'value' ? read.value : read
}
const due = (raw: string, issued: string) => dueDate(parsePaymentTerm(raw)!, issued, 'RU')

/** The 40 pairs of the domain specification, §4: number, input, what we make of it, what it must be. */
const PAIRS: readonly (readonly [number, string, (raw: string) => unknown, unknown])[] = [
  [1, '1.234,56', (raw) => amount(raw, 'de'), '1234.56'],
  [2, `1${NBSP}234,56`, (raw) => amount(raw, 'ru'), '1234.56'],
  [3, `1${NARROW}234,56`, (raw) => amount(raw, 'fr'), '1234.56'],
  [4, "1'234.56", (raw) => amount(raw, 'de-CH'), '1234.56'],
  [4, '1’234.56', (raw) => amount(raw, 'de-CH'), '1234.56'],
  [5, '12,34,567.89', (raw) => amount(raw, 'en-IN'), '1234567.89'],
  [6, '1,234', (raw) => amount(raw, 'en'), '1234'],
  [
    7,
    '1,000 шт',
    (raw) => parseQuantity(raw, { decimal: ',' }),
    { kind: 'value', value: { value: '1', unit: { code: 'H87', raw: 'шт' } }, repaired: false },
  ],
  [8, '1.234', (raw) => amount(raw, 'de'), '1234'],
  [9, '1234,50', (raw) => amount(raw, 'es'), '1234.50'],
  [10, '12 345-67', (raw) => amount(raw, 'ru'), '12345.67'],
  [11, '12 345=', (raw) => amount(raw, 'ru'), '12345.00'],
  [11, '12345=67', (raw) => amount(raw, 'ru'), '12345.67'],
  [12, '12 345 руб. 67 коп.', (raw) => amount(raw), '12345.67 RUB'],
  [13, '(1,234.56)', (raw) => amount(raw, 'en'), '-1234.56'],
  [14, '1.234,56-', (raw) => amount(raw, 'de'), '-1234.56'],
  [15, '−15,00', (raw) => amount(raw), '-15.00'],
  [16, '€ 1.234,–', (raw) => amount(raw, 'nl'), '1234.00 EUR'],
  [16, "CHF 1'234.–", (raw) => amount(raw, 'de-CH'), '1234.00 CHF'],
  [17, '1,5 млн руб.', (raw) => amount(raw), '1500000.00 RUB'],
  [18, 'двести рублей 00 коп.', (raw) => amount(raw), '200.00 RUB'],
  [19, '1 200 (Одна тысяча двести) рублей 50 копеек', (raw) => amount(raw), '1200.50 RUB'],
  [20, '1 О00,3О', (raw) => amount(raw), '1000.30 repaired'],
  [21, '12.03.2026', (raw) => date(raw, localeOf('ru')), '2026-03-12'],
  [21, '12.03.2026', (raw) => date(raw, localeOf('de')), '2026-03-12'],
  [22, '03/12/2026', (raw) => date(raw, localeOf('en-US')), '2026-03-12'],
  [23, '03/12/2026', (raw) => date(raw, localeOf('en-GB')), '2026-12-03'],
  [23, '03/12/2026', (raw) => date(raw, localeOf('fr')), '2026-12-03'],
  [24, '03/12/2026', (raw) => date(raw), { kind: 'ambiguous', candidates: ['2026-12-03', '2026-03-12'], repaired: false }],
  [25, '12 марта 2026 г.', (raw) => date(raw), '2026-03-12'],
  [26, '«05» мая 2026 года', (raw) => date(raw), '2026-05-05'],
  [27, '12.03.26', (raw) => date(raw), '2026-03-12'],
  [28, '2026. 03. 12.', (raw) => date(raw), '2026-03-12'],
  [29, '12.III.2026', (raw) => date(raw), '2026-03-12'],
  [30, '20260312', (raw) => date(raw), '2026-03-12'],
  [31, '46093', (raw) => date(raw, { spreadsheet: true }), '2026-03-12'],
  [32, '31.02.2026', (raw) => date(raw), { kind: 'invalid', code: 'DATE_INVALID' }],
  [33, '30 дней с даты счёта', (raw) => due(raw, '2026-03-12'), { kind: 'value', value: '2026-04-11' }],
  [34, '5 банковских дней', (raw) => due(raw, '2026-03-12'), { kind: 'value', value: '2026-03-19' }],
  [
    35,
    '36 600,00, в т.ч. НДС (22%) 6 600,00',
    (raw) => parseTaxInclusive(raw),
    { gross: '36600.00', tax: '6600.00', net: '30000.00', rate: '22' },
  ],
  [36, 'НДС не облагается', (raw) => parseRate(raw), { kind: 'none', rate: null, category: 'E' }],
  [36, 'Без налога (НДС)', (raw) => parseRate(raw), { kind: 'none', rate: null, category: 'E' }],
  [37, 'ИНН/КПП 7707083893/773601001', splitInnKpp, { inn: '7707083893', kpp: '773601001' }],
  [38, 'р/с 4070 2810 9380 0000 0001', plainIdentifier, '40702810938000000001'],
  [39, 'Счёт № 00000123 от 12.03.2026', (raw) => parseNumberAndDate(raw), { number: '00000123', date: '2026-03-12' }],
  [40, '№ А-123/26', (raw) => [parseNumberAndDate(raw)?.number, foldNumber(raw)], ['А-123/26', 'A-123/26']],
]

describe('the 40 locale traps', () => {
  it('covers every pair', () => {
    assert.deepEqual(
      [...new Set(PAIRS.map(([pair]) => pair))],
      Array.from({ length: 40 }, (_, i) => i + 1),
    )
  })
  for (const [pair, input, read, wanted] of PAIRS) it(`${pair}: ${input}`, () => assert.deepEqual(read(input), wanted))
})
