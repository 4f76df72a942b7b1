import type { ExportFormat } from '../../../../export.ts'
import type { TradePaper } from '../../schema.ts'
import { missing } from '../lacks.ts'
import { odataBody } from './odata.ts'
import { oneCLacks } from './rows.ts'
import { serviceBody } from './service.ts'

const LEAVES_OUT = [
  'dueDate',
  'paymentTerms',
  'buyerReference',
  'purchaseOrder',
  'precedingInvoice',
  'note',
  'period',
  'shipTo',
  'payment.reference',
  'payment.meansCode',
  'allowances',
  'charges',
  'pageSubtotals',
  'signatories',
  'totals.inWords',
  'totals.linesNet',
  'totals.allowances',
  'totals.charges',
  'totals.prepaid',
  'totals.rounding',
  'lines[].allowances',
  'lines[].charges',
  'lines[].priceBaseQty',
  'lines[].taxCategory',
  'totals.lineCount',
] as const

const json = (body: unknown) => new TextEncoder().encode(`${JSON.stringify(body, null, 2)}\n`)

/** For an HTTP service inside 1C, which looks counterparties up by ИНН and КПП: names and numbers instead of references. */
export const oneCServiceFormat: ExportFormat<TradePaper> = {
  name: '1c.json',
  caption: { en: '1C: HTTP service', ru: '1С: HTTP-сервис' },
  mediaType: 'application/json; charset=utf-8',
  settings: [],
  leavesOut: LEAVES_OUT,
  lacks: (data) => [
    ...oneCLacks(data),
    // Never matched by name: two companies may bear the same one.
    ...(data.seller.inn === null && data.seller.vatId === null && data.seller.taxRegId === null ? [missing('seller.inn')] : []),
  ],
  write: (data, { recordId }) => json(serviceBody(data, recordId)),
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const key = (name: string, en: string, ru: string) => ({ name, caption: { en, ru }, otherwise: null, pattern: GUID })

/** Body of a POST to the standard OData interface. References are keys of the receiving base; documents do not hold them, so they are settings. */
export const oneCODataFormat: ExportFormat<TradePaper> = {
  name: '1c-odata.json',
  caption: { en: '1C: OData, receipt of goods and services', ru: '1С: OData, поступление товаров и услуг' },
  mediaType: 'application/json; charset=utf-8',
  settings: [
    key('organisationKey', 'Key of the organisation', 'Ключ организации (Организация_Key)'),
    key('contractorKey', 'Key of the supplier', 'Ключ контрагента (Контрагент_Key)'),
    key('contractKey', 'Key of the contract', 'Ключ договора (ДоговорКонтрагента_Key)'),
    key('currencyKey', 'Key of the currency', 'Ключ валюты (ВалютаДокумента_Key)'),
    key('itemKey', 'Key of the item for all lines', 'Ключ номенклатуры для всех строк (Номенклатура_Key)'),
    {
      name: 'table',
      caption: { en: 'Table: Товары or Услуги', ru: 'Таблица: Товары или Услуги' },
      otherwise: 'Услуги',
      pattern: /^(Товары|Услуги)$/,
    },
  ],
  leavesOut: [
    ...LEAVES_OUT,
    ...[
      'seller',
      'buyer',
      'payee',
      'payment',
      'contractRef',
      'consignor',
      'consignee',
      'taxes',
      'deliveryDate',
      'currency',
      'totals.net',
      'totals.tax',
      'totals.due',
    ],
    ...['sellerItemId', 'gtin', 'unit', 'unitRaw', 'customsDecl', 'originCountry', 'excise', 'gross'].map((name) => `lines[].${name}`),
  ],
  lacks: (data, { settings }) => [
    ...oneCLacks(data),
    ...(settings.table === 'Товары'
      ? data.lines.flatMap((line, i) => (line.quantity === null || line.unitPrice === null ? [missing(`lines[${i}].quantity`)] : []))
      : []),
  ],
  write: (data, context) => json(odataBody(data, context)),
}
