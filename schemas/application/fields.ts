import type { FieldSpec } from '../define.ts'
import { fieldGroup } from '../shared/field-rows.ts'
import { APPLICATION_KINDS } from './kinds.ts'

/** Every leaf, in the order of the review form. */
export const applicationFields: readonly FieldSpec[] = [
  ...fieldGroup('document', [
    ['number', 'id', 'Number', 'Номер', { required: true }],
    ['date', 'date', 'Date', 'Дата', { required: true }],
    ['kind', 'code', 'Kind', 'Вид заявки', { words: APPLICATION_KINDS }],
    ['subject', 'text', 'Subject', 'Предмет'],
    ['reason', 'text', 'Reason', 'Обоснование'],
    ['desiredDate', 'date', 'Wanted by', 'Желаемая дата'],
    ['budgetItem', 'text', 'Budget item', 'Статья бюджета'],
    ['basis', 'text', 'Basis', 'Основание'],
  ]),
  ...fieldGroup(
    'parties',
    [
      ['organisation', 'name', 'Organisation', 'Организация'],
      ['department', 'text', 'Department', 'Подразделение'],
      ['applicant.name', 'name', 'Applicant', 'Заявитель', { required: true, pii: 'personal' }],
      ['applicant.position', 'text', 'Position', 'Должность'],
      ['supplier.name', 'name', 'Supplier', 'Поставщик'],
      ['supplier.inn', 'id', 'Supplier: INN', 'ИНН поставщика'],
    ],
    'business',
  ),
  ...fieldGroup('totals', [
    ['total', 'money', 'Total', 'Сумма', { required: true }],
    ['currency', 'code', 'Currency', 'Валюта', { required: true }],
    ['inWords', 'text', 'Amount in words', 'Сумма прописью'],
  ]),
  ...fieldGroup('lines', [
    ['lines[].name', 'text', 'Item', 'Наименование'],
    ['lines[].quantity', 'decimal', 'Quantity', 'Кол-во'],
    ['lines[].unit', 'text', 'Unit', 'Ед. изм.'],
    ['lines[].price', 'decimal', 'Price', 'Цена'],
    [
      'lines[].amount',
      'money',
      'Amount',
      'Сумма',
      { sumsTo: ['total'], product: { quantity: 'lines[].quantity', price: 'lines[].price', unless: [] } },
    ],
  ]),
  ...fieldGroup('signatories', [
    ['approvals[].role', 'text', 'Approved by: position', 'Согласовал: должность'],
    ['approvals[].name', 'name', 'Approved by', 'Согласовал', { pii: 'personal' }],
    ['approvals[].date', 'date', 'Approved on', 'Дата согласования'],
  ]),
]
