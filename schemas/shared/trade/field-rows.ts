import type { FieldRow } from '../field-rows.ts'
import { TAX_CATEGORIES } from './code-words.ts'

/** An address, one row per part. */
export const addressRows = (path: string): readonly FieldRow[] => [
  [`${path}.line1`, 'address', 'Street', 'Улица, дом'],
  [`${path}.line2`, 'address', 'Address, second line', 'Адрес, вторая строка'],
  [`${path}.zip`, 'id', 'Post code', 'Индекс'],
  [`${path}.city`, 'name', 'City', 'Город'],
  [`${path}.region`, 'name', 'Region', 'Регион'],
  [`${path}.country`, 'code', 'Country', 'Страна'],
]

/** A party of a trade; the seller must be named for approval without a person. */
export const partyRows = (path: string): readonly FieldRow[] => [
  [`${path}.name`, 'name', 'Name', 'Наименование', { required: path === 'seller' }],
  [`${path}.tradeName`, 'name', 'Trade name', 'Торговое название'],
  [`${path}.vatId`, 'id', 'VAT id', 'Номер НДС (VAT)'],
  [`${path}.taxRegId`, 'id', 'Tax number', 'Налоговый номер'],
  [`${path}.inn`, 'id', 'INN', 'ИНН'],
  [`${path}.kpp`, 'id', 'KPP', 'КПП'],
  [`${path}.legalId`, 'id', 'Register number', 'ОГРН или номер в реестре'],
  ...addressRows(`${path}.address`),
  [`${path}.contact.name`, 'name', 'Contact', 'Контактное лицо', { pii: 'personal' }],
  [`${path}.contact.phone`, 'text', 'Phone', 'Телефон', { pii: 'personal' }],
  [`${path}.contact.email`, 'text', 'E-mail', 'Эл. почта', { pii: 'personal' }],
]

export const totalRows: readonly FieldRow[] = [
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
]

/** Sums that are printed under the items of each page. */
export const pageSubtotalRows: readonly FieldRow[] = [
  ['pageSubtotals[].page', 'decimal', 'Page', 'Страница'],
  ['pageSubtotals[].net', 'money', 'Page sum, net', 'Итого по странице без НДС'],
  ['pageSubtotals[].tax', 'money', 'Page sum, VAT', 'Итого НДС по странице'],
  ['pageSubtotals[].gross', 'money', 'Page sum, gross', 'Итого по странице с НДС'],
]

export const taxRows: readonly FieldRow[] = [
  ['taxes[].category', 'code', 'VAT category', 'Категория НДС', { words: TAX_CATEGORIES }],
  ['taxes[].rate', 'rate', 'VAT rate, %', 'Ставка НДС, %'],
  ['taxes[].base', 'money', 'Taxable amount', 'База НДС'],
  ['taxes[].amount', 'money', 'VAT amount', 'НДС'],
  ['taxes[].exemptionReason', 'text', 'Exemption reason', 'Основание освобождения'],
  ['taxes[].type', 'code', 'Kind of tax', 'Вид налога'],
]

const NET_OF = {
  quantity: 'lines[].quantity',
  price: 'lines[].unitPrice',
  unless: ['lines[].priceBaseQty', 'lines[].allowances', 'lines[].charges'],
}

export const lineRows: readonly FieldRow[] = [
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
  ['lines[].net', 'money', 'Net', 'Сумма без НДС', { sumsTo: ['totals.linesNet', 'totals.net'], product: NET_OF }],
  ['lines[].taxCategory', 'code', 'VAT category', 'Категория НДС', { words: TAX_CATEGORIES }],
  ['lines[].taxRate', 'rate', 'VAT, %', 'НДС, %'],
  ['lines[].tax', 'money', 'VAT', 'НДС', { sumsTo: ['totals.tax'] }],
  ['lines[].gross', 'money', 'Gross', 'Сумма с НДС', { sumsTo: ['totals.gross'] }],
  ['lines[].originCountry', 'code', 'Origin', 'Страна происхождения'],
  ['lines[].customsDecl', 'id', 'Customs declaration', 'Номер ДТ'],
  ['lines[].excise', 'money', 'Excise', 'Акциз'],
]

export const signatoryRows: readonly FieldRow[] = [
  ['signatories[].role', 'text', 'Position', 'Должность'],
  ['signatories[].name', 'name', 'Signed by', 'Подписал', { pii: 'personal' }],
]
