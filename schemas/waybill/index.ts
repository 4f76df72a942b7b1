import { defineDocumentType } from '../define.ts'
import { recogniseBySigns } from '../shared/captioned/index.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { tradeParties } from '../shared/trade/printed-parties.ts'
import { waybillClasses } from './classes.ts'
import { deriveWaybill } from './derive.ts'
import { waybillExports } from './export.ts'
import { waybillFields } from './fields.ts'
import { readWaybillPages } from './read-pages.ts'
import { checkWaybill, WAYBILL_RULES_VERSION, waybillHistoryKeys } from './rules/index.ts'
import { Waybill } from './schema.ts'
import { WAYBILL_SIGNS } from './signs.ts'
import { waybillTruth, waybillTruthLines } from './truth.ts'

export const waybill = defineDocumentType({
  name: 'waybill',
  caption: { en: 'Waybill (TORG-12)', ru: 'Накладная (ТОРГ-12)' },
  schema: Waybill,
  fields: waybillFields,
  classes: waybillClasses,
  headline: {
    number: ['number'],
    date: ['issueDate'],
    partner: ['seller.name'],
    amount: ['totals.gross'],
    currency: ['currency'],
  },
  recognise: (reading) => recogniseBySigns(reading, WAYBILL_SIGNS),
  readPages: readWaybillPages,
  derive: deriveWaybill,
  check: checkWaybill,
  historyKeys: waybillHistoryKeys,
  printedParties: (data) => tradeParties(asTrade(data)),
  supplierOwn: (path) => path.startsWith('seller.'),
  exports: waybillExports,
  promised: [
    'number',
    'issueDate',
    'currency',
    'seller.name',
    'seller.inn',
    'seller.kpp',
    'buyer.name',
    'buyer.inn',
    'totals.net',
    'totals.tax',
    'totals.gross',
  ],
  truth: waybillTruth,
  truthLines: waybillTruthLines,
  rulesVersion: WAYBILL_RULES_VERSION,
})
