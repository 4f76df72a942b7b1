import { Decimal, dec, sum } from '../../../../core/rules/index.ts'
import type { Invoice, InvoiceParty } from '../../schema.ts'
import { amount } from './amount.ts'
import { positiveCredit } from './credit.ts'
import { prepareLine } from './prepare-line.ts'
import { prepareTaxes, standardCategory } from './prepare-taxes.ts'

/**
 * The record in the terms of EN 16931: the same shape, with what follows from its values written out (sums, the category of a rate above zero,
 * net prices) and codes of the norm's lists. Nothing is invented: what does not follow stays null and is then named as a lack.
 */
export function prepare(given: Invoice): Invoice {
  const data = positiveCredit(given)
  const taxes = prepareTaxes(data)
  const only = taxes.length === 1 ? taxes[0]! : null
  const changes = (list: Invoice['allowances'], total: string | null): Invoice['allowances'] => {
    const all = list.length === 0 && isAmount(total) ? [{ amount: total, category: null, rate: null, reason: null }] : list
    return all
      .filter(({ amount }) => amount === null || isAmount(amount))
      .map((one) => {
        // A rate speaks for itself; without one, the only tax of the document is meant.
        const category = one.category ?? (one.rate === null ? (only?.category ?? null) : standardCategory(one.rate))
        return { ...one, category, rate: one.rate ?? (category === only?.category ? only!.rate : null) }
      })
  }
  const allowances = changes(data.allowances, data.totals.allowances)
  const charges = changes(data.charges, data.totals.charges)
  const lines = data.lines.map((line, i) => prepareLine(data, line, i, taxes))
  return {
    ...data,
    seller: sellerIds(data.seller),
    payment: preparePayment(data.payment),
    taxes,
    allowances,
    charges,
    lines,
    lineAmountsIncludeTax: lines.length > 0 ? false : data.lineAmountsIncludeTax,
    totals: {
      ...data.totals,
      linesNet: amount(data.totals.linesNet ?? total(lines.map(({ net }) => net))),
      allowances: allowances.length > 0 ? amount(total(allowances.map((one) => one.amount))) : null,
      charges: charges.length > 0 ? amount(total(charges.map((one) => one.amount))) : null,
      net: amount(data.totals.net),
      tax: amount(data.totals.tax ?? (taxes.length > 0 ? total(taxes.map((tax) => tax.amount)) : null)),
      gross: amount(data.totals.gross),
      prepaid: isAmount(data.totals.prepaid) ? amount(data.totals.prepaid) : data.totals.prepaid,
      rounding: amount(data.totals.rounding),
      due: amount(data.totals.due ?? due(data)),
    },
  }
}

/** Russian tax numbers are no VAT identifiers with a country in front: they are registrations with a tax office (BT-32). */
function sellerIds(seller: InvoiceParty): InvoiceParty {
  return { ...seller, taxRegId: seller.taxRegId ?? (seller.vatId === null ? seller.inn : null) }
}

/** BT-86 takes a national clearing code where there is no BIC. Who names an account is asking for a transfer (30). */
function preparePayment(payment: Invoice['payment']): Invoice['payment'] {
  const account = payment.iban ?? payment.account
  return { ...payment, meansCode: payment.meansCode ?? (account === null ? null : '30'), bic: payment.bic ?? payment.bik }
}

function due({ totals }: Invoice): string | null {
  const gross = dec(totals.gross)
  return gross === null
    ? null
    : gross
        .minus(totals.prepaid ?? 0)
        .plus(totals.rounding ?? 0)
        .toFixed(2)
}

/** Null when a value is missing: a sum of the rest would be another sum. */
function total(values: readonly (string | null)[]): string | null {
  const numbers = values.flatMap((value) => dec(value) ?? [])
  return numbers.length === values.length ? sum(numbers).toFixed() : null
}

function isAmount(value: string | null): value is string {
  return value !== null && !new Decimal(value).isZero()
}
