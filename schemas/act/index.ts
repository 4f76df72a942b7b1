import { defineDocumentType } from '../define.ts'
import { recogniseBySigns } from '../shared/captioned/index.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { tradeParties } from '../shared/trade/printed-parties.ts'
import { tradeTruthLines } from '../shared/trade/truth.ts'
import { actClasses } from './classes.ts'
import { actConfidence } from './confidence/index.ts'
import { deriveAct } from './derive.ts'
import { actExports } from './export.ts'
import { actFields } from './fields.ts'
import { actPrompt } from './prompt/index.ts'
import { readActPages } from './read-pages.ts'
import { ACT_RULES_VERSION, actHistoryKeys, checkAct } from './rules/index.ts'
import { Act } from './schema.ts'
import { ACT_SIGNS } from './signs.ts'
import { actTruth, actTruthFlags } from './truth.ts'

export const act = defineDocumentType({
  name: 'act',
  caption: { en: 'Act of acceptance', ru: 'Акт' },
  schema: Act,
  fields: actFields,
  classes: actClasses,
  headline: {
    number: ['number'],
    date: ['issueDate'],
    partner: ['seller.name'],
    amount: ['totals.gross'],
    currency: ['currency'],
  },
  recognise: (reading) => recogniseBySigns(reading, ACT_SIGNS),
  readPages: readActPages,
  prompt: actPrompt,
  derive: deriveAct,
  check: checkAct,
  historyKeys: actHistoryKeys,
  printedParties: (data) => tradeParties(asTrade(data)),
  supplierOwn: (path) => path.startsWith('seller.'),
  exports: actExports,
  promised: [
    'number',
    'issueDate',
    'currency',
    'seller.name',
    'seller.inn',
    'seller.kpp',
    'seller.vatId',
    'buyer.name',
    'buyer.inn',
    'totals.net',
    'totals.tax',
    'totals.gross',
  ],
  truth: actTruth,
  truthLines: tradeTruthLines,
  truthFlags: actTruthFlags,
  confidence: actConfidence,
  rulesVersion: ACT_RULES_VERSION,
})
