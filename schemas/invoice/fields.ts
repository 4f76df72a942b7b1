import type { FieldSpec } from '../define.ts'
import { fieldGroup as group, type FieldRow as Row } from '../shared/field-rows.ts'
import { KINDS, MEANS, TAX_CATEGORIES } from './code-words.ts'

const address = (path: string): readonly Row[] => [
  [`${path}.line1`, 'address', 'Street', 'Улица, дом'],
  [`${path}.line2`, 'address', 'Address, second line', 'Адрес, вторая строка'],
  [`${path}.zip`, 'id', 'Post code', 'Индекс'],
  [`${path}.city`, 'name', 'City', 'Город'],
  [`${path}.region`, 'name', 'Region', 'Регион'],
  [`${path}.country`, 'code', 'Country', 'Страна'],
]

const party = (path: string): readonly Row[] => [
  [`${path}.name`, 'name', 'Name', 'Наименование', { required: path === 'seller' }],
  [`${path}.tradeName`, 'name', 'Trade name', 'Торговое название'],
  [`${path}.vatId`, 'id', 'VAT id', 'Номер НДС (VAT)'],
  [`${path}.taxRegId`, 'id', 'Tax number', 'Налоговый номер'],
  [`${path}.inn`, 'id', 'INN', 'ИНН'],
  [`${path}.kpp`, 'id', 'KPP', 'КПП'],
  [`${path}.legalId`, 'id', 'Register number', 'ОГРН или номер в реестре'],
  ...address(`${path}.address`),
  [`${path}.contact.name`, 'name', 'Contact', 'Контактное лицо', { pii: 'personal' }],
  [`${path}.contact.phone`, 'text', 'Phone', 'Телефон', { pii: 'personal' }],
  [`${path}.contact.email`, 'text', 'E-mail', 'Эл. почта', { pii: 'personal' }],
]

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
  ...group('seller', party('seller'), 'business'),
  ...group('buyer', party('buyer'), 'business'),
  ...group(
    'parties',
    [
      ['payee.name', 'name', 'Payee', 'Получатель платежа'],
      ['payee.taxId', 'id', 'Payee: tax id', 'ИНН получателя'],
      ['shipTo.name', 'name', 'Deliver to', 'Получатель груза'],
      ...address('shipTo.address'),
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
  ...group('totals', [
    ['totals.linesNet', 'money', 'Sum of lines', 'Сумма строк'],
    ['totals.allowances', 'money', 'Discounts', 'Скидки'],
    ['totals.charges', 'money', 'Charges', 'Надбавки'],
    ['totals.net', 'money', 'Net total', 'Итого без НДС'],
    ['totals.tax', 'money', 'VAT total', 'Сумма НДС'],
    ['totals.gross', 'money', 'Gross total', 'Всего с НДС', { required: true }],
    ['totals.prepaid', 'money', 'Prepaid', 'Предоплата'],
    ['totals.rounding', 'money', 'Rounding', 'Округление'],
    ['totals.due', 'money', 'Amount due', 'К оплате'],
    ['totals.inWords', 'text', 'Amount in words', 'Сумма прописью'],
    ['totals.lineCount', 'text', 'Number of lines', 'Всего наименований'],
    ['lineAmountsIncludeTax', 'boolean', 'Line amounts include VAT', 'Суммы строк с НДС'],
  ]),
  ...group('totals', [
    ['pageSubtotals[].page', 'decimal', 'Page', 'Страница'],
    ['pageSubtotals[].net', 'money', 'Page sum, net', 'Итого по странице без НДС'],
    ['pageSubtotals[].tax', 'money', 'Page sum, VAT', 'Итого НДС по странице'],
    ['pageSubtotals[].gross', 'money', 'Page sum, gross', 'Итого по странице с НДС'],
  ]),
  ...group('taxes', [
    ['taxes[].category', 'code', 'VAT category', 'Категория НДС', { words: TAX_CATEGORIES }],
    ['taxes[].rate', 'rate', 'VAT rate, %', 'Ставка НДС, %'],
    ['taxes[].base', 'money', 'Taxable amount', 'База НДС'],
    ['taxes[].amount', 'money', 'VAT amount', 'НДС'],
    ['taxes[].exemptionReason', 'text', 'Exemption reason', 'Основание освобождения'],
    ['taxes[].type', 'code', 'Kind of tax', 'Вид налога'],
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
  ...group('lines', [
    ['lines[].no', 'id', 'No.', '№'],
    ['lines[].name', 'text', 'Item', 'Наименование'],
    ['lines[].description', 'text', 'Description', 'Описание'],
    ['lines[].sellerItemId', 'id', 'Item number', 'Артикул'],
    ['lines[].gtin', 'id', 'GTIN', 'GTIN'],
    ['lines[].quantity', 'decimal', 'Quantity', 'Кол-во'],
    ['lines[].unit', 'code', 'Unit (Rec 20)', 'Ед. (Rec 20)'],
    ['lines[].unitRaw', 'text', 'Unit as printed', 'Ед. изм.'],
    ['lines[].unitPrice', 'decimal', 'Unit price', 'Цена'],
    ['lines[].priceBaseQty', 'decimal', 'Price per', 'Цена за кол-во'],
    ['lines[].allowances', 'money', 'Discount', 'Скидка'],
    ['lines[].charges', 'money', 'Charge', 'Надбавка'],
    ['lines[].net', 'money', 'Net', 'Сумма без НДС', { sumsTo: ['totals.linesNet', 'totals.net'] }],
    ['lines[].taxCategory', 'code', 'VAT category', 'Категория НДС', { words: TAX_CATEGORIES }],
    ['lines[].taxRate', 'rate', 'VAT, %', 'НДС, %'],
    ['lines[].tax', 'money', 'VAT', 'НДС', { sumsTo: ['totals.tax'] }],
    ['lines[].gross', 'money', 'Gross', 'Сумма с НДС', { sumsTo: ['totals.gross'] }],
    ['lines[].originCountry', 'code', 'Origin', 'Страна происхождения'],
    ['lines[].customsDecl', 'id', 'Customs declaration', 'Номер ДТ'],
    ['lines[].excise', 'money', 'Excise', 'Акциз'],
  ]),
  ...group('signatories', [
    ['signatories[].role', 'text', 'Position', 'Должность'],
    ['signatories[].name', 'name', 'Signed by', 'Подписал', { pii: 'personal' }],
  ]),
]
