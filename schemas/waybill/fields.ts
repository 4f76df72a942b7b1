import type { FieldSpec } from '../define.ts'
import { type FieldRow, fieldGroup } from '../shared/field-rows.ts'
import { lineRows, pageSubtotalRows, partyRows, taxRows, totalRows } from '../shared/trade/field-rows.ts'

const NOT_ON_WAYBILLS = new Set([
  'totals.allowances',
  'totals.charges',
  'totals.prepaid',
  'totals.rounding',
  'totals.due',
  'lines[].priceBaseQty',
  'lines[].allowances',
  'lines[].charges',
  'lines[].originCountry',
  'lines[].customsDecl',
  'lines[].excise',
])
const onWaybills = (rows: readonly FieldRow[]): readonly FieldRow[] => rows.filter(([path]) => !NOT_ON_WAYBILLS.has(path))

/** Every leaf of the waybill, in the order of the review form. */
export const waybillFields: readonly FieldSpec[] = [
  ...fieldGroup('document', [
    ['number', 'id', 'Waybill number', 'Номер накладной', { required: true }],
    ['issueDate', 'date', 'Waybill date', 'Дата накладной', { required: true }],
    ['currency', 'code', 'Currency', 'Валюта', { required: true }],
  ]),
  ...fieldGroup('references', [
    ['contractRef.name', 'text', 'Contract: name', 'Основание'],
    ['contractRef.number', 'id', 'Contract: number', 'Договор №'],
    ['contractRef.date', 'date', 'Contract: date', 'Дата договора'],
  ]),
  ...fieldGroup('seller', [...partyRows('seller'), ['seller.okpo', 'id', 'OKPO', 'ОКПО']], 'business'),
  ...fieldGroup('buyer', [...partyRows('buyer'), ['buyer.okpo', 'id', 'OKPO', 'ОКПО']], 'business'),
  ...fieldGroup(
    'parties',
    [
      ['consignor', 'text', 'Consignor', 'Грузоотправитель'],
      ['consignee', 'text', 'Consignee', 'Грузополучатель'],
    ],
    'business',
  ),
  ...fieldGroup('totals', onWaybills(totalRows)),
  ...fieldGroup('totals', pageSubtotalRows),
  ...fieldGroup('taxes', taxRows),
  ...fieldGroup('lines', onWaybills(lineRows)),
]
