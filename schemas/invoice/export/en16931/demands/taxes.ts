import { Decimal, dec, sum } from '../../../../../core/rules/index.ts'
import type { Lack } from '../../../../export.ts'
import { missing, refused } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice, InvoiceTax } from '../../../schema.ts'
import { decimals, unequal } from './totals.ts'

const CATEGORIES = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'])
const TAXED = new Set(['S', 'L', 'M'])
// Rules are named after the category, but for these.
const NAMED: Readonly<Record<string, string>> = { K: 'IC', L: 'AF', M: 'AG' }

/** The VAT breakdown: one group per category and rate, with the bases that lines, allowances and charges give. */
export function taxDemands(data: Invoice): readonly Lack[] {
  const { taxes } = data
  if (taxes.length === 0) return [missing('taxes[].category', 'BR-CO-18')]
  const outside = taxes.length > 1 && taxes.some(({ category }) => category === 'O')
  const only = 'Outside the scope of VAT there is one group only.'
  return [
    ...taxes.flatMap((tax, i) => groupDemands(data, tax, `taxes[${i}]`)),
    ...(outside ? [refused('taxes[].category', 'BR-O-11', only, 'Вне НДС группа может быть только одна.')] : []),
    ...repeated(taxes),
    ...intraCommunity(data),
  ]
}

function groupDemands(data: Invoice, tax: InvoiceTax, at: string): readonly Lack[] {
  const { category, rate, base, amount, type } = tax
  if (type !== null && type !== 'VAT')
    return [refused(`${at}.type`, null, 'The norm knows VAT only, not this tax.', 'Стандарт знает только НДС, а не этот налог.')]
  if (category === null) return [missing(`${at}.category`, 'BR-47')]
  if (!CATEGORIES.has(category))
    return [refused(`${at}.category`, 'BR-CL-17', 'There is no such VAT category.', 'Такой категории НДС нет.')]
  const name = NAMED[category] ?? category
  return [
    ...(base === null ? [missing(`${at}.base`, 'BR-45')] : []),
    ...(amount === null ? [missing(`${at}.amount`, 'BR-46')] : []),
    ...(rate === null && category !== 'O' ? [missing(`${at}.rate`, 'BR-48')] : []),
    ...(category === 'S' && rate !== null && Number(rate) <= 0 ? [wrongRate(`${at}.rate`, 'BR-S-05')] : []),
    ...(!TAXED.has(category) && rate !== null && Number(rate) !== 0 ? [wrongRate(`${at}.rate`, `BR-${name}-05`)] : []),
    ...((category === 'S' || category === 'Z') && tax.exemptionReason !== null
      ? [needless(`${at}.exemptionReason`, `BR-${category}-10`)]
      : []),
    ...(category === 'E' && tax.exemptionReason === null ? [missing(`${at}.exemptionReason`, 'BR-E-10')] : []),
    ...decimals([
      [`${at}.base`, base],
      [`${at}.amount`, amount],
    ]),
    ...baseDemands(data, tax, at, name),
    ...amountDemands(tax, at, name),
  ]
}

function needless(field: string, rule: string): Lack {
  return refused(field, rule, 'Taxed goods have no reason for an exemption.', 'У облагаемого товара нет основания для освобождения.')
}

export function wrongRate(field: string, rule: string): Lack {
  return refused(field, rule, 'The rate does not belong to the VAT category.', 'Ставка не подходит к категории НДС.')
}

/** BR-S-08 and its kin: what stands under this category and rate adds up to the base, exactly: the artefacts for UBL forgive less than 1.00, those for CII nothing. */
function baseDemands({ lines, allowances, charges }: Invoice, tax: InvoiceTax, at: string, name: string): readonly Lack[] {
  const same = (category: string | null, rate: string | null) =>
    category === tax.category && (!TAXED.has(category ?? '') || new Decimal(rate ?? 0).equals(tax.rate ?? 0))
  const part = (values: readonly (string | null)[]) => sum(values.flatMap((value) => dec(value) ?? []))
  const found = part(lines.filter((line) => same(line.taxCategory, line.taxRate)).map(({ net }) => net))
    .minus(part(allowances.filter((one) => same(one.category, one.rate)).map((one) => one.amount)))
    .plus(part(charges.filter((one) => same(one.category, one.rate)).map((one) => one.amount)))
  const base = dec(tax.base)
  if (base === null || base.equals(found)) return []
  return [unequal(`BR-${name}-08`, [`${at}.base`, 'lines[].net', 'lines[].taxRate'], base, found)]
}

/** BR-CO-17 and BR-S-09: the artefacts forgive less than 1.00, since many round per line. */
function amountDemands({ rate, base, amount }: InvoiceTax, at: string, name: string): readonly Lack[] {
  const [b, a] = [dec(base), dec(amount)]
  if (b === null || a === null) return []
  const expected = b.times(rate ?? 0).div(100)
  const close = Number(rate ?? 0) === 0 ? a.isZero() : a.minus(expected).abs().lt(1)
  return close ? [] : [unequal(TAXED.has(name) ? `BR-${name}-09` : 'BR-CO-17', [`${at}.amount`, `${at}.base`, `${at}.rate`], a, expected)]
}

/** The norm wants each category (and rate) once. */
function repeated(taxes: readonly InvoiceTax[]): readonly Lack[] {
  const groups = Map.groupBy(
    taxes,
    ({ category, rate }) => `${category} ${TAXED.has(category ?? '') ? new Decimal(rate ?? 0).toFixed() : ''}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [{ category }] = group as [InvoiceTax]
    if (group.length === 1 || category === null) return []
    const rule = `BR-${NAMED[category] ?? category}-01`
    return [
      refused('taxes[].category', rule, 'Each VAT category and rate stands once.', 'Каждая категория и ставка НДС указывается один раз.'),
    ]
  })
}

/** Goods to another country of the Union: when and where to. */
function intraCommunity({ taxes, deliveryDate, period, shipTo }: Invoice): readonly Lack[] {
  if (!taxes.some(({ category }) => category === 'K')) return []
  return [
    ...(deliveryDate === null && period.start === null && period.end === null ? [missing('deliveryDate', 'BR-IC-11')] : []),
    ...(shipTo.address.country === null ? [missing('shipTo.address.country', 'BR-IC-12')] : []),
  ]
}
