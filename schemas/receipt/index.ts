import { defineDocumentType } from '../define.ts'
import { receiptClasses } from './classes.ts'
import { receiptConfidence } from './confidence/index.ts'
import { deriveReceipt } from './derive.ts'
import { receiptExports } from './export.ts'
import { receiptFields } from './fields.ts'
import { receiptPrompt } from './prompt/index.ts'
import { readReceiptCodes } from './read-codes.ts'
import { readReceiptPages } from './read-pages.ts'
import { recogniseReceipt } from './recognise.ts'
import { checkReceipt, RECEIPT_RULES_VERSION, receiptHistoryKeys } from './rules/index.ts'
import { Receipt } from './schema.ts'
import { receiptTruth, receiptTruthLines } from './truth.ts'

export const receipt = defineDocumentType({
  name: 'receipt',
  caption: { en: 'Receipt', ru: 'Чек' },
  schema: Receipt,
  fields: receiptFields,
  classes: receiptClasses,
  headline: {
    number: ['number', 'fiscal.document'],
    date: ['date'],
    partner: ['merchant.name'],
    amount: ['total'],
    currency: ['currency'],
  },
  watched: { data: [], codes: { total: ['total'], date: ['date'] } },
  recognise: recogniseReceipt,
  readCodes: readReceiptCodes,
  readPages: readReceiptPages,
  prompt: receiptPrompt,
  derive: deriveReceipt,
  check: checkReceipt,
  historyKeys: receiptHistoryKeys,
  supplierOwn: (path) => path.startsWith('merchant.'),
  exports: receiptExports,
  truth: receiptTruth,
  truthLines: receiptTruthLines,
  confidence: receiptConfidence,
  rulesVersion: RECEIPT_RULES_VERSION,
})
