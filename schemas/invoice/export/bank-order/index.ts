import { Decimal } from '../../../../core/rules/index.ts'
import { encodeSingleByte } from '../../../../core/single-byte.ts'
import { type ExportContext, type ExportFormat, type Lack, setting } from '../../../export.ts'
import { missing, refused } from '../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../schema.ts'
import { amountOf, orderLines, purposeOf, recipientOf } from './order.ts'

/**
 * A payment order for the invoice in 1C's exchange format with banks, 1CClientBankExchange 1.03: the buyer pays the seller (or the payee). The
 * payer's own account is not on an invoice: it comes as settings. The order's number and day are the caller's too; the day is the approval's
 * unless given.
 */
export const bankOrderFormat: ExportFormat<Invoice> = {
  name: '1c-bank.txt',
  caption: { en: 'Payment order (1CClientBankExchange)', ru: 'Платёжное поручение (1CClientBankExchange)' },
  mediaType: 'text/plain; charset=windows-1251',
  settings: [
    setting('payerAccount', 'Payer: account', 'Плательщик: расчётный счёт', /^\d{20}$/),
    setting('payerBank', 'Payer: bank', 'Плательщик: банк', /^.{1,160}$/),
    setting('payerBik', 'Payer: BIK', 'Плательщик: БИК', /^\d{9}$/),
    setting('payerCorrAccount', 'Payer: correspondent account', 'Плательщик: корр. счёт', /^\d{20}$/),
    setting('orderNumber', 'Number of the order', 'Номер поручения', /^\d{1,6}$/, '1'),
    setting('orderDate', 'Day of the order (YYYY-MM-DD)', 'Дата поручения (ГГГГ-ММ-ДД)', /^(\d{4}-\d{2}-\d{2})?$/, ''),
    {
      ...setting('orderAmount', 'Amount, where it is not what is due', 'Сумма, если не вся к оплате', /^(\d{1,15}(\.\d{1,2})?)?$/, ''),
      ofOneFile: true,
    },
    {
      ...setting('orderPurpose', 'Purpose, where it is not the usual one', 'Назначение, если не обычное', /^[^\r\n]{0,210}$/, ''),
      ofOneFile: true,
    },
  ],
  leavesOut: [
    'lines',
    'taxes',
    'allowances',
    'charges',
    'pageSubtotals',
    'signatories',
    'dueDate',
    'paymentTerms',
    'note',
    'purchaseOrder',
  ].concat(
    [
      'buyerReference',
      'precedingInvoice',
      'deliveryDate',
      'period',
      'shipTo',
      'consignor',
      'consignee',
      'seller.address',
      'seller.contact',
    ],
    ['buyer.address', 'buyer.contact', 'totals.linesNet', 'totals.net', 'totals.inWords', 'totals.lineCount', 'contractRef'],
  ),
  lacks: orderLacks,
  write: (data, context) => encoded(data, context).bytes,
}

function encoded(data: Invoice, context: ExportContext) {
  return encodeSingleByte(`${orderLines(data, context).join('\r\n')}\r\n`, 'windows-1251')
}

// Central Bank rule 762-П: the purpose has 210 characters.
const LONGEST_PURPOSE = 210

function orderLacks(data: Invoice, context: ExportContext): readonly Lack[] {
  const { payment, totals, currency, buyer } = data
  const recipient = recipientOf(data)
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  const shape = (field: string, value: string | null, pattern: RegExp) =>
    value === null || pattern.test(value) ? [] : [refused(field, null, 'The number has the wrong length.', 'Неверная длина номера.')]
  const lacks = [
    ...gone('number', data.number),
    ...gone('issueDate', data.issueDate),
    ...gone('payment.account', payment.account),
    ...gone('payment.bik', payment.bik),
    ...gone('payment.bankName', payment.bankName),
    ...gone('payment.corrAccount', payment.corrAccount),
    ...gone(recipient.nameField, recipient.name),
    ...gone(recipient.innField, recipient.inn),
    ...gone('buyer.name', buyer.name),
    ...gone('totals.due', totals.due),
    ...shape('payment.account', payment.account, /^\d{20}$/),
    ...shape('payment.bik', payment.bik, /^\d{9}$/),
    ...shape('payment.corrAccount', payment.corrAccount, /^\d{20}$/),
    ...(currency === 'RUB' ? [] : [refused('currency', null, 'The order pays in roubles only.', 'Поручение платит только в рублях.')]),
    ...(totals.due !== null && new Decimal(amountOf(data, context)).lte(0)
      ? [refused('totals.due', null, 'There is nothing to pay.', 'Платить нечего.')]
      : []),
  ]
  if (lacks.length > 0) return lacks
  const { lost } = encoded(data, context)
  const purpose = context.settings.orderPurpose || purposeOf(data)
  return [
    ...(purpose.length > LONGEST_PURPOSE
      ? [refused('number', null, 'The purpose would have more than 210 characters.', 'Назначение платежа длиннее 210 знаков.')]
      : []),
    ...(lost.length > 0
      ? [refused(recipient.nameField, null, `windows-1251 has no ${lost.join(' ')}.`, `В windows-1251 нет знаков ${lost.join(' ')}.`)]
      : []),
  ]
}
