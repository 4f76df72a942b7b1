import { Decimal, dec, round, sum } from '../../../../core/rules/index.ts'
import type { Invoice, InvoiceTax } from '../../schema.ts'
import { amount } from './amount.ts'

/** A rate above zero is the standard category; zero says nothing by itself (zero rated, exempt, export …) unless the document has one such tax. */
export function standardCategory(rate: string, only: InvoiceTax | null = null): string | null {
  if (!new Decimal(rate).isZero()) return 'S'
  return only?.rate !== null && only !== null && new Decimal(only.rate).isZero() ? only.category : null
}

/** The VAT breakdown (BG-23). Where none is printed it is added up from the lines, if it then gives the printed tax. */
export function prepareTaxes(data: Invoice): Invoice['taxes'] {
  const printed = data.taxes.length > 0 ? data.taxes : fromLines(data)
  return printed.map((tax) => {
    const category = tax.category ?? (tax.rate === null ? null : standardCategory(tax.rate))
    const free = category !== null && ['Z', 'E', 'AE', 'K', 'G', 'O'].includes(category)
    return {
      ...tax,
      category,
      rate: category === 'O' ? null : (tax.rate ?? (free ? '0' : null)),
      base: amount(tax.base ?? (printed.length === 1 ? data.totals.net : null)),
      amount: amount(tax.amount ?? (free ? '0' : printed.length === 1 ? data.totals.tax : null)),
    }
  })
}

function fromLines(data: Invoice): Invoice['taxes'] {
  const { lines, totals } = data
  if (lines.length === 0 || lines.some(({ net, taxRate }) => net === null || taxRate === null)) return []
  if (data.allowances.length + data.charges.length > 0) return []
  const groups = Map.groupBy(lines, ({ taxRate, taxCategory }) => `${taxCategory ?? ''} ${new Decimal(taxRate!).toFixed()}`)
  const taxes = [...groups.values()].map((group): InvoiceTax => {
    const [{ taxCategory, taxRate }] = group as [Invoice['lines'][number]]
    const base = sum(group.map(({ net }) => dec(net!)))
    const tax = round(base.times(taxRate!).div(100), 2)
    return { category: taxCategory, rate: taxRate, base: base.toFixed(2), amount: tax.toFixed(2), exemptionReason: null, type: null }
  })
  const printed = dec(totals.tax)
  const found = sum(taxes.map((tax) => dec(tax.amount!)))
  if (printed === null || found.equals(printed)) return taxes
  return taxes.length === 1 ? [{ ...taxes[0]!, amount: totals.tax }] : []
}
