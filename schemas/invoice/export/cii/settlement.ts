import { element as el, group } from '../../../../core/xml-write.ts'
import type { Invoice } from '../../schema.ts'
import { CHANGE_REASON, exemptionCode } from '../en16931/index.ts'

/** Format 102: `20260312`. */
export function ciiDate(iso: string | null, prefix: 'udt' | 'qdt' = 'udt'): string {
  return el(`${prefix}:DateTimeString`, iso?.replaceAll('-', '') ?? null, { format: '102' })
}

export function ciiSettlement(data: Invoice): string {
  const { payment, currency, payee, taxes, period, allowances, charges, paymentTerms, dueDate, precedingInvoice } = data
  return el('ram:ApplicableHeaderTradeSettlement', [
    el('ram:PaymentReference', payment.reference),
    el('ram:InvoiceCurrencyCode', currency),
    group('ram:PayeeTradeParty', [el('ram:Name', payee.name), group('ram:SpecifiedLegalOrganization', [el('ram:ID', payee.taxId)])]),
    meansOf(payment),
    ...taxes.map(taxOf),
    group('ram:BillingSpecifiedPeriod', [
      group('ram:StartDateTime', [ciiDate(period.start)]),
      group('ram:EndDateTime', [ciiDate(period.end)]),
    ]),
    ...allowances.map((one) => changeOf('allowance', one)),
    ...charges.map((one) => changeOf('charge', one)),
    group('ram:SpecifiedTradePaymentTerms', [el('ram:Description', paymentTerms), group('ram:DueDateDateTime', [ciiDate(dueDate)])]),
    totalsOf(data),
    group('ram:InvoiceReferencedDocument', [
      el('ram:IssuerAssignedID', precedingInvoice.number),
      group('ram:FormattedIssueDateTime', [ciiDate(precedingInvoice.date, 'qdt')]),
    ]),
  ])
}

function meansOf({ meansCode, iban, account, bic }: Invoice['payment']): string {
  if (meansCode === null) return ''
  return el('ram:SpecifiedTradeSettlementPaymentMeans', [
    el('ram:TypeCode', meansCode),
    group('ram:PayeePartyCreditorFinancialAccount', [el('ram:IBANID', iban), el('ram:ProprietaryID', iban === null ? account : null)]),
    group('ram:PayeeSpecifiedCreditorFinancialInstitution', [el('ram:BICID', bic)]),
  ])
}

function taxOf({ category, rate, base, amount, exemptionReason }: Invoice['taxes'][number]): string {
  const takesReason = category !== 'S' && category !== 'Z'
  return el('ram:ApplicableTradeTax', [
    el('ram:CalculatedAmount', amount),
    el('ram:TypeCode', 'VAT'),
    el('ram:ExemptionReason', takesReason ? exemptionReason : null),
    el('ram:BasisAmount', base),
    el('ram:CategoryCode', category),
    el('ram:ExemptionReasonCode', exemptionReason === null ? exemptionCode(category) : null),
    el('ram:RateApplicablePercent', rate),
  ])
}

function changeOf(kind: 'allowance' | 'charge', { amount, category, rate, reason }: Invoice['charges'][number]): string {
  return el('ram:SpecifiedTradeAllowanceCharge', [
    el('ram:ChargeIndicator', [el('udt:Indicator', String(kind === 'charge'))]),
    el('ram:ActualAmount', amount),
    reason === null ? el('ram:ReasonCode', CHANGE_REASON[kind]) : el('ram:Reason', reason),
    el('ram:CategoryTradeTax', [
      el('ram:TypeCode', 'VAT'),
      el('ram:CategoryCode', category),
      el('ram:RateApplicablePercent', category === 'O' ? null : (rate ?? '0')),
    ]),
  ])
}

function totalsOf({ totals, currency }: Invoice): string {
  return el('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
    el('ram:LineTotalAmount', totals.linesNet),
    el('ram:ChargeTotalAmount', totals.charges),
    el('ram:AllowanceTotalAmount', totals.allowances),
    el('ram:TaxBasisTotalAmount', totals.net),
    el('ram:TaxTotalAmount', totals.tax, { currencyID: currency }),
    el('ram:RoundingAmount', totals.rounding),
    el('ram:GrandTotalAmount', totals.gross),
    el('ram:TotalPrepaidAmount', totals.prepaid),
    el('ram:DuePayableAmount', totals.due),
  ])
}
