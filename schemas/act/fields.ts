import type { FieldSpec } from '../define.ts'
import { type FieldRow, fieldGroup } from '../shared/field-rows.ts'
import { lineRows, partyRows, signatoryRows, taxRows, totalRows } from '../shared/trade/field-rows.ts'

const NOT_ON_ACTS = new Set([
  'totals.charges',
  'totals.prepaid',
  'totals.rounding',
  'totals.due',
  'lines[].gtin',
  'lines[].priceBaseQty',
  'lines[].charges',
  'lines[].originCountry',
  'lines[].customsDecl',
  'lines[].excise',
])
const onActs = (rows: readonly FieldRow[]): readonly FieldRow[] => rows.filter(([path]) => !NOT_ON_ACTS.has(path))

/** Every leaf of the act, in the order of the review form. */
export const actFields: readonly FieldSpec[] = [
  ...fieldGroup('document', [
    ['number', 'id', 'Act number', 'Номер акта', { required: true }],
    ['issueDate', 'date', 'Act date', 'Дата акта', { required: true }],
    ['currency', 'code', 'Currency', 'Валюта', { required: true }],
    ['period.start', 'date', 'Period from', 'Период с'],
    ['period.end', 'date', 'Period to', 'Период по'],
    ['noClaims', 'boolean', 'Accepted, no claims', 'Принято, претензий нет'],
  ]),
  ...fieldGroup('references', [
    ['contractRef.name', 'text', 'Contract: name', 'Основание'],
    ['contractRef.number', 'id', 'Contract: number', 'Договор №'],
    ['contractRef.date', 'date', 'Contract: date', 'Дата договора'],
    ['purchaseOrder', 'id', 'Order', 'Номер заказа'],
  ]),
  ...fieldGroup('seller', partyRows('seller'), 'business'),
  ...fieldGroup('buyer', partyRows('buyer'), 'business'),
  ...fieldGroup('totals', onActs(totalRows)),
  ...fieldGroup('taxes', taxRows),
  ...fieldGroup('lines', onActs(lineRows)),
  ...fieldGroup('signatories', signatoryRows),
]
