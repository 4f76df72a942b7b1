import type { FieldSpec } from '../define.ts'
import { fieldGroup as group, type FieldRow as Row } from '../shared/field-rows.ts'
import { TAX_CATEGORIES } from '../shared/trade/code-words.ts'
import { addressRows, lineRows, pageSubtotalRows, partyRows, signatoryRows, taxRows, totalRows } from '../shared/trade/field-rows.ts'
import { KINDS, MEANS } from './code-words.ts'

/** Every leaf of the invoice, in the order of the review form. */
export const invoiceFields: readonly FieldSpec[] = [
  ...group('document', [
    ['number', 'id', 'Invoice number', 'Номер счёта', { required: true }],
    ['issueDate', 'date', 'Invoice date', 'Дата счёта', { required: true }],
    ['typeCode', 'code', 'Kind', 'Вид документа', { words: KINDS }],
    ['currency', 'code', 'Currency', 'Валюта', { required: true }],
    ['dueDate', 'date', 'Due date', 'Срок оплаты'],
    ['paymentTerms', 'text', 'Payment terms', 'Условия оплаты'],
    ['deliveryDate', 'date', 'Delivery date', 'Дата поставки'],
    ['period.start', 'date', 'Period from', 'Период с'],
    ['period.end', 'date', 'Period to', 'Период по'],
    ['note', 'text', 'Note', 'Примечание'],
  ]),
  ...group('references', [
    ['buyerReference', 'id', 'Buyer reference', 'Ссылка покупателя'],
    ['purchaseOrder', 'id', 'Purchase order', 'Номер заказа'],
    ['contractRef.name', 'text', 'Contract: name', 'Основание'],
    ['contractRef.number', 'id', 'Contract: number', 'Договор №'],
    ['contractRef.date', 'date', 'Contract: date', 'Дата договора'],
    ['precedingInvoice.number', 'id', 'Preceding invoice', 'Исходный счёт №'],
    ['precedingInvoice.date', 'date', 'Preceding invoice: date', 'Дата исходного счёта'],
  ]),
  ...group('seller', partyRows('seller'), 'business'),
  ...group('buyer', partyRows('buyer'), 'business'),
  ...group(
    'parties',
    [
      ['payee.name', 'name', 'Payee', 'Получатель платежа'],
      ['payee.taxId', 'id', 'Payee: tax id', 'ИНН получателя'],
      ['shipTo.name', 'name', 'Deliver to', 'Получатель груза'],
      ...addressRows('shipTo.address'),
      ['consignor', 'text', 'Consignor', 'Грузоотправитель'],
      ['consignee', 'text', 'Consignee', 'Грузополучатель'],
    ],
    'business',
  ),
  ...group(
    'payment',
    [
      ['payment.meansCode', 'code', 'Means of payment', 'Способ оплаты', { words: MEANS }],
      ['payment.reference', 'id', 'Payment reference', 'Назначение платежа'],
      ['payment.iban', 'id', 'IBAN', 'IBAN'],
      ['payment.account', 'id', 'Account', 'Расчётный счёт'],
      ['payment.bic', 'id', 'BIC', 'BIC (SWIFT)'],
      ['payment.bankName', 'name', 'Bank', 'Банк'],
      ['payment.bik', 'id', 'BIK', 'БИК'],
      ['payment.corrAccount', 'id', 'Correspondent account', 'Корр. счёт'],
    ],
    'business',
  ),
  ...group('totals', [...totalRows]),
  ...group('totals', pageSubtotalRows),
  ...group('taxes', [
    ...taxRows,
    ...(['allowances', 'charges'] as const).flatMap((list): Row[] => {
      const [en, ru] = list === 'allowances' ? ['Discount', 'Скидка'] : ['Charge', 'Надбавка']
      return [
        [`${list}[].amount`, 'money', `${en}: amount`, `${ru}: сумма`],
        [`${list}[].category`, 'code', `${en}: VAT category`, `${ru}: категория НДС`, { words: TAX_CATEGORIES }],
        [`${list}[].rate`, 'rate', `${en}: VAT rate, %`, `${ru}: ставка НДС, %`],
        [`${list}[].reason`, 'text', `${en}: reason`, `${ru}: причина`],
      ]
    }),
  ]),
  ...group('lines', [...lineRows]),
  ...group('signatories', [...signatoryRows]),
]
