import { Decimal } from '../../../../core/rules/index.ts'
import { type ExportContext, type ExportFormat, type Lack, setting } from '../../../export.ts'
import { missing, refused } from '../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../schema.ts'
import { CODE_MAP, codeFor } from '../code-map.ts'
import { CREDIT_NOTE_TYPES, positiveCredit } from '../en16931/index.ts'

/**
 * Body of POST API_SUPPLIERINVOICE_PROCESS_SRV/A_SupplierInvoice (OData V2). Items go to one G/L account where the setting gives one, otherwise to
 * the purchase order of the invoice, whose items are taken to be numbered in tens, as SAP does by itself. Lengths as in the service's metadata.
 */
export const sapODataFormat: ExportFormat<Invoice> = {
  name: 'sap.json',
  caption: { en: 'SAP: supplier invoice (OData)', ru: 'SAP: счёт поставщика (OData)' },
  mediaType: 'application/json; charset=utf-8',
  settings: [
    setting('companyCode', 'Company code', 'Балансовая единица', /^[A-Z0-9]{1,4}$/),
    setting('invoicingParty', 'Supplier number', 'Номер поставщика', /^[A-Z0-9]{1,10}$/),
    setting(
      'glAccount',
      'G/L account (empty: items of the purchase order)',
      'Счёт главной книги (пусто: позиции заказа)',
      /^\d{0,10}$/,
      '',
    ),
    setting('costCenter', 'Cost centre', 'Место возникновения затрат', /^[A-Z0-9]{0,10}$/, ''),
    setting('taxCodes', 'Tax codes by rate', 'Коды налога по ставкам', CODE_MAP, '19=V1,7=V2,0=V0,E=V0'),
  ],
  leavesOut: [
    ...[
      'seller',
      'buyer',
      'payee',
      'shipTo',
      'consignor',
      'consignee',
      'contractRef',
      'precedingInvoice',
      'period',
      'deliveryDate',
      'note',
    ],
    ...[
      'buyerReference',
      'dueDate',
      'payment.iban',
      'payment.account',
      'payment.bic',
      'payment.bankName',
      'payment.bik',
      'payment.corrAccount',
    ],
    ...[
      'payment.meansCode',
      'allowances',
      'charges',
      'pageSubtotals',
      'signatories',
      'totals.inWords',
      'totals.lineCount',
      'totals.prepaid',
    ],
    ...['totals.due', 'totals.rounding', 'totals.linesNet', 'totals.net', 'paymentTerms', 'totals.tax'],
    ...['sellerItemId', 'gtin', 'description', 'unitPrice', 'priceBaseQty', 'tax', 'gross', 'originCountry', 'customsDecl', 'excise'].map(
      (name) => `lines[].${name}`,
    ),
  ],
  lacks: sapLacks,
  write: (data, context) => new TextEncoder().encode(`${JSON.stringify(body(positiveCredit(data), context), null, 2)}\n`),
}

/** Edm.DateTime of OData V2 in JSON: milliseconds since 1970. */
function day(iso: string): string {
  return `/Date(${Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)})/`
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Edm.Decimal travels as text. */
function money(value: string): string {
  return new Decimal(value).toFixed(2)
}

function body(data: Invoice, { approvedAt, settings }: ExportContext): unknown {
  const { totals, taxes, lines } = data
  const items = settings.glAccount ? { to_SupplierInvoiceItemGLAcct: lines.map((_, i) => accountItem(data, i, settings)) } : null
  const orders = items ?? { to_SuplrInvcItemPurOrdRef: lines.map((_, i) => orderItem(data, i, settings)) }
  return {
    CompanyCode: settings.companyCode,
    DocumentDate: day(data.issueDate!),
    PostingDate: day(approvedAt),
    SupplierInvoiceIDByInvcgParty: data.number,
    InvoicingParty: settings.invoicingParty,
    DocumentCurrency: data.currency,
    InvoiceGrossAmount: money(totals.gross!),
    DocumentHeaderText: 'Docket',
    DueCalculationBaseDate: day(data.issueDate!),
    ...(data.dueDate !== null && { NetPaymentDays: String(days(data.issueDate!, data.dueDate)) }),
    ...(data.seller.vatId !== null && data.seller.vatId.length <= 20 && { SupplierVATRegistration: data.seller.vatId }),
    TaxIsCalculatedAutomatically: false,
    ...(data.payment.reference !== null && { PaymentReference: data.payment.reference }),
    SupplierInvoiceIsCreditMemo: CREDIT_NOTE_TYPES.has(data.typeCode ?? '') ? 'X' : '',
    ...orders,
    to_SupplierInvoiceTax: taxes.map(({ category, rate, base, amount }) => ({
      TaxCode: codeFor(settings.taxCodes!, category, rate),
      DocumentCurrency: data.currency,
      TaxAmount: money(amount!),
      TaxBaseAmountInTransCrcy: money(base!),
    })),
  }
}

type Settings = ExportContext['settings']

function accountItem(data: Invoice, i: number, settings: Settings): unknown {
  const line = data.lines[i]!
  return {
    SupplierInvoiceItem: String(i + 1).padStart(4, '0'),
    CompanyCode: settings.companyCode,
    GLAccount: settings.glAccount,
    ...(settings.costCenter && { CostCenter: settings.costCenter }),
    DocumentCurrency: data.currency,
    // The sign is in the letter: S debit, H credit, turned by a credit memo as a whole.
    SupplierInvoiceItemAmount: money(new Decimal(line.net!).abs().toFixed()),
    DebitCreditCode: new Decimal(line.net!).isNegative() ? 'H' : 'S',
    TaxCode: codeFor(settings.taxCodes!, line.taxCategory, line.taxRate),
    SupplierInvoiceItemText: (line.name ?? '').slice(0, 50),
  }
}

function orderItem(data: Invoice, i: number, settings: Settings): unknown {
  const line = data.lines[i]!
  return {
    SupplierInvoiceItem: String(i + 1).padStart(6, '0'),
    PurchaseOrder: data.purchaseOrder,
    PurchaseOrderItem: String((i + 1) * 10).padStart(5, '0'),
    DocumentCurrency: data.currency,
    SupplierInvoiceItemAmount: money(line.net!),
    QuantityInPurchaseOrderUnit: new Decimal(line.quantity!).toFixed(3),
    PurchaseOrderQtyUnitISOCode: line.unit,
    TaxCode: codeFor(settings.taxCodes!, line.taxCategory, line.taxRate),
    SupplierInvoiceItemText: (line.name ?? '').slice(0, 50),
  }
}

function sapLacks(data: Invoice, { settings }: ExportContext): readonly Lack[] {
  const { number, purchaseOrder, payment, totals, lines, taxes } = data
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  const long = (field: string, value: string | null, most: number) =>
    value !== null && value.length > most ? [refused(field, null, `At most ${most} characters.`, `Не больше ${most} знаков.`)] : []
  const coded = (field: string, category: string | null, rate: string | null) =>
    settings.taxCodes && codeFor(settings.taxCodes, category, rate) === null
      ? [refused(field, 'TaxCode', 'The setting taxCodes has no code for this rate.', 'В настройке taxCodes нет кода для этой ставки.')]
      : []
  const byOrder = !settings.glAccount
  return [
    ...gone('number', number),
    ...long('number', number, 16),
    ...gone('issueDate', data.issueDate),
    ...gone('currency', data.currency),
    ...gone('totals.gross', totals.gross),
    ...long('payment.reference', payment.reference, 30),
    ...(byOrder ? [...gone('purchaseOrder', purchaseOrder), ...long('purchaseOrder', purchaseOrder, 10)] : []),
    ...(lines.length === 0 ? [missing('lines[].net')] : []),
    ...lines.flatMap((line, i) => [
      ...gone(`lines[${i}].net`, line.net),
      ...(byOrder ? [...gone(`lines[${i}].quantity`, line.quantity), ...gone(`lines[${i}].unit`, line.unit)] : []),
      ...long(`lines[${i}].unit`, byOrder ? line.unit : null, 3),
      ...coded(`lines[${i}].taxRate`, line.taxCategory, line.taxRate),
    ]),
    ...(data.allowances.length + data.charges.length > 0
      ? [refused(['allowances', 'charges'], null, 'The items must add up to the net total.', 'Позиции должны давать сумму без НДС.')]
      : []),
    ...taxes.flatMap(({ category, rate, base, amount }, i) => [
      ...gone(`taxes[${i}].base`, base),
      ...gone(`taxes[${i}].amount`, amount),
      ...coded(`taxes[${i}].rate`, category, rate),
    ]),
  ]
}
