import type { Lack } from '../../../../export.ts'
import { missing, refused } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice, InvoiceLine } from '../../../schema.ts'
import { COUNTRIES } from '../codes.ts'
import { UNIT_CODES } from '../unit-codes.ts'
import { unknownCode } from './document.ts'
import { wrongRate } from './taxes.ts'
import { decimals } from './totals.ts'

/** Every line, and the allowances and charges of the document. */
export function lineDemands(data: Invoice): readonly Lack[] {
  const categories = new Set(data.taxes.map(({ category }) => category))
  return [
    ...(data.lines.length === 0 ? [missing('lines[].name', 'BR-16')] : []),
    ...data.lines.flatMap((line, i) => oneLine(line, `lines[${i}]`, categories)),
    ...changes(data, 'allowances', 'BR-32'),
    ...changes(data, 'charges', 'BR-37'),
  ]
}

function oneLine(line: InvoiceLine, at: string, categories: ReadonlySet<string | null>): readonly Lack[] {
  const { name, quantity, unit, unitPrice, net, taxCategory, taxRate, originCountry } = line
  const gone = (field: string, value: string | null, rule: string) => (value === null ? [missing(`${at}.${field}`, rule)] : [])
  return [
    ...gone('name', name, 'BR-25'),
    ...gone('quantity', quantity, 'BR-22'),
    ...gone('unit', unit, 'BR-23'),
    ...gone('unitPrice', unitPrice, 'BR-26'),
    ...gone('net', net, 'BR-24'),
    ...gone('taxCategory', taxCategory, 'BR-CO-04'),
    ...(unit !== null && !UNIT_CODES.has(unit) ? [unknownCode(`${at}.unit`, 'BR-CL-23')] : []),
    ...(unitPrice !== null && Number(unitPrice) < 0
      ? [refused(`${at}.unitPrice`, 'BR-27', 'A price is not negative.', 'Цена не бывает отрицательной.')]
      : []),
    ...(taxCategory !== null && taxCategory !== 'O' ? gone('taxRate', taxRate, `BR-${taxCategory}-05`) : []),
    ...(taxCategory === 'S' && taxRate !== null && Number(taxRate) <= 0 ? [wrongRate(`${at}.taxRate`, 'BR-S-05')] : []),
    ...(taxCategory !== null && 'Z E AE K G'.split(' ').includes(taxCategory) && Number(taxRate) !== 0
      ? [wrongRate(`${at}.taxRate`, `BR-${taxCategory}-05`)]
      : []),
    ...(taxCategory !== null && !categories.has(taxCategory)
      ? [refused(`${at}.taxCategory`, `BR-${taxCategory}-01`, 'The VAT breakdown lacks this category.', 'В итогах НДС нет этой категории.')]
      : []),
    ...(originCountry !== null && !COUNTRIES.has(originCountry) ? [unknownCode(`${at}.originCountry`, 'BR-CL-15')] : []),
    ...decimals([
      [`${at}.net`, net],
      [`${at}.allowances`, line.allowances],
      [`${at}.charges`, line.charges],
    ]),
  ]
}

function changes(data: Invoice, list: 'allowances' | 'charges', rule: string): readonly Lack[] {
  return data[list].flatMap(({ amount, category, rate }, i) => [
    ...(amount === null ? [missing(`${list}[${i}].amount`, list === 'allowances' ? 'BR-31' : 'BR-36')] : []),
    ...(category === null ? [missing(`${list}[${i}].category`, rule)] : []),
    ...(category === 'S' && Number(rate ?? 0) <= 0 ? [missing(`${list}[${i}].rate`, list === 'allowances' ? 'BR-S-06' : 'BR-S-07')] : []),
    ...decimals([[`${list}[${i}].amount`, amount]]),
  ])
}
