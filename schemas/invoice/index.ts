import { defineDocumentType } from '../define.ts'
import { deriveTrade } from '../shared/trade/derive.ts'
import { tradeParties } from '../shared/trade/printed-parties.ts'
import { rowsSeen } from '../shared/trade/read-pages/rows-seen.ts'
import { sellersSeen } from '../shared/trade/read-pages/sellers-seen.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'
import { tradeTruthLines } from '../shared/trade/truth.ts'
import { invoiceBilled } from './billed.ts'
import { invoiceClasses } from './classes.ts'
import { invoiceConfidence } from './confidence/index.ts'
import { invoiceExports } from './export/index.ts'
import { invoiceFields } from './fields.ts'
import { invoiceHeadline } from './headline.ts'
import { invoicePayment } from './payment.ts'
import { invoicePromised } from './promised.ts'
import { invoicePrompt } from './prompt/index.ts'
import { readInvoiceCodes } from './read-codes.ts'
import { recogniseInvoice } from './recognise.ts'
import { checkInvoice, INVOICE_RULES_VERSION, invoiceHistoryKeys, missingForApproval } from './rules/index.ts'
import { Invoice } from './schema.ts'
import { FIELD_SCORER } from './scoring/field-scorer.ts'
import { scoreInvoice } from './scoring/score-invoice.ts'
import { invoiceTruth } from './truth.ts'
import { invoiceWatched } from './watched.ts'
import { readInvoiceXml } from './xml/index.ts'

export const invoice = defineDocumentType({
  name: 'invoice',
  caption: { en: 'Invoice', ru: 'Счёт' },
  schema: Invoice,
  fields: invoiceFields,
  classes: invoiceClasses,
  headline: invoiceHeadline,
  watched: invoiceWatched,
  recognise: recogniseInvoice,
  readXml: readInvoiceXml,
  readCodes: readInvoiceCodes,
  readPages: (reading, learned) => readTradePages(reading, undefined, learned),
  scorePages: (reading) => scoreInvoice(reading, FIELD_SCORER),
  doubtPages: (reading) => [...rowsSeen(reading), ...sellersSeen(reading)],
  scorerVersion: `field-scorer-${FIELD_SCORER.version}`,
  prompt: invoicePrompt,
  derive: deriveTrade,
  check: checkInvoice,
  missing: missingForApproval,
  historyKeys: invoiceHistoryKeys,
  printedParties: tradeParties,
  billed: invoiceBilled,
  supplierOwn: (path) => /^(?:seller|payee|payment\.(?:iban|bic|account|bik|corrAccount|bankName))(?:\.|$)/.test(path),
  exports: invoiceExports,
  payment: invoicePayment,
  promised: invoicePromised,
  confidence: invoiceConfidence,
  truth: invoiceTruth,
  truthLines: tradeTruthLines,
  rulesVersion: INVOICE_RULES_VERSION,
})
