import type { FieldSpec } from '../define.ts'
import { fieldGroup } from '../shared/field-rows.ts'
import { OPERATIONS } from './operations.ts'

/** Every leaf of the receipt, in the order of the review form. */
export const receiptFields: readonly FieldSpec[] = [
  ...fieldGroup('document', [
    ['date', 'date', 'Date', 'Дата', { required: true }],
    ['time', 'time', 'Time', 'Время'],
    ['number', 'id', 'Receipt number', 'Номер чека'],
    ['operation', 'code', 'Kind', 'Признак расчёта', { words: OPERATIONS }],
    ['currency', 'code', 'Currency', 'Валюта', { required: true }],
  ]),
  ...fieldGroup(
    'seller',
    [
      ['merchant.name', 'name', 'Shop', 'Магазин', { required: true }],
      ['merchant.address', 'address', 'Address', 'Адрес'],
      ['merchant.taxId', 'id', 'Tax number', 'ИНН или налоговый номер'],
      ['merchant.phone', 'text', 'Phone', 'Телефон'],
    ],
    'business',
  ),
  ...fieldGroup('totals', [
    ['subtotal', 'money', 'Subtotal', 'Подытог'],
    ['discount', 'money', 'Discount', 'Скидка'],
    ['rounding', 'money', 'Rounding', 'Округление'],
    ['tax', 'money', 'Tax contained', 'В том числе НДС'],
    ['total', 'money', 'Total', 'Итог', { required: true }],
  ]),
  ...fieldGroup('payment', [
    ['payment.cash', 'money', 'Cash given', 'Наличными'],
    ['payment.card', 'money', 'Card', 'Безналичными'],
    ['payment.change', 'money', 'Change', 'Сдача'],
  ]),
  ...fieldGroup('taxes', [
    ['taxes[].rate', 'rate', 'Tax rate, %', 'Ставка, %'],
    ['taxes[].base', 'money', 'Amount without tax', 'Сумма без налога'],
    ['taxes[].amount', 'money', 'Tax', 'Налог'],
  ]),
  ...fieldGroup('lines', [
    ['lines[].name', 'text', 'Item', 'Наименование'],
    ['lines[].quantity', 'decimal', 'Quantity', 'Кол-во'],
    ['lines[].price', 'decimal', 'Price', 'Цена'],
    [
      'lines[].amount',
      'money',
      'Amount',
      'Сумма',
      { sumsTo: ['subtotal', 'total'], product: { quantity: 'lines[].quantity', price: 'lines[].price', unless: [] } },
    ],
    ['lines[].taxRate', 'rate', 'Tax, %', 'НДС, %'],
  ]),
  ...fieldGroup('fiscal', [
    ['fiscal.drive', 'id', 'Fiscal drive (FN)', 'ФН'],
    ['fiscal.document', 'id', 'Fiscal document (FD)', 'ФД'],
    ['fiscal.sign', 'id', 'Fiscal sign (FPD)', 'ФПД'],
    ['fiscal.register', 'id', 'Till register number', 'РН ККТ'],
    ['fiscal.taxSystem', 'text', 'Tax system', 'СНО'],
  ]),
]
