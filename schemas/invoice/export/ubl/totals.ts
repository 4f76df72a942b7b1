import { element as el } from '../../../../core/xml-write.ts'
import type { Invoice } from '../../schema.ts'
import { CHANGE_REASON, exemptionCode } from '../en16931/index.ts'

export const VAT = el('cac:TaxScheme', [el('cbc:ID', 'VAT')])

/** Allowances and charges on the whole document (BG-20, BG-21). */
export function ublChanges({ allowances, charges }: Invoice, currencyID: string): readonly string[] {
  const one = (kind: 'allowance' | 'charge', { amount, category, rate, reason }: Invoice['charges'][number]) =>
    el('cac:AllowanceCharge', [
      el('cbc:ChargeIndicator', String(kind === 'charge')),
      reason === null ? el('cbc:AllowanceChargeReasonCode', CHANGE_REASON[kind]) : el('cbc:AllowanceChargeReason', reason),
      el('cbc:Amount', amount, { currencyID }),
      el('cac:TaxCategory', [el('cbc:ID', category), el('cbc:Percent', category === 'O' ? null : (rate ?? '0')), VAT]),
    ])
  return [...allowances.map((change) => one('allowance', change)), ...charges.map((change) => one('charge', change))]
}

export function ublTaxes({ taxes, totals }: Invoice, currencyID: string): string {
  const groups = taxes.map(({ category, rate, base, amount, exemptionReason }) =>
    el('cac:TaxSubtotal', [
      el('cbc:TaxableAmount', base, { currencyID }),
      el('cbc:TaxAmount', amount, { currencyID }),
      el('cac:TaxCategory', [
        el('cbc:ID', category),
        el('cbc:Percent', rate),
        el('cbc:TaxExemptionReasonCode', exemptionReason === null ? exemptionCode(category) : null),
        el('cbc:TaxExemptionReason', takesReason(category) ? exemptionReason : null),
        VAT,
      ]),
    ]),
  )
  return el('cac:TaxTotal', [el('cbc:TaxAmount', totals.tax, { currencyID }), ...groups])
}

/** BR-S-10, BR-Z-10: taxed goods have no reason not to be. */
function takesReason(category: string | null): boolean {
  return category !== 'S' && category !== 'Z'
}

export function ublTotals({ totals }: Invoice, currencyID: string): string {
  return el('cac:LegalMonetaryTotal', [
    el('cbc:LineExtensionAmount', totals.linesNet, { currencyID }),
    el('cbc:TaxExclusiveAmount', totals.net, { currencyID }),
    el('cbc:TaxInclusiveAmount', totals.gross, { currencyID }),
    el('cbc:AllowanceTotalAmount', totals.allowances, { currencyID }),
    el('cbc:ChargeTotalAmount', totals.charges, { currencyID }),
    el('cbc:PrepaidAmount', totals.prepaid, { currencyID }),
    el('cbc:PayableRoundingAmount', totals.rounding, { currencyID }),
    el('cbc:PayableAmount', totals.due, { currencyID }),
  ])
}
