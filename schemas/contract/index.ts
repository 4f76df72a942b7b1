import { defineDocumentType } from '../define.ts'
import { deriveContract } from './derive.ts'
import { contractExports } from './export.ts'
import { contractFields } from './fields.ts'
import { contractKeyDates } from './key-dates.ts'
import { contractPrompt } from './prompt/index.ts'
import { readContractPages } from './read/index.ts'
import { recogniseContract } from './recognise.ts'
import { CONTRACT_RULES_VERSION, checkContract, contractHistoryKeys, missingInContract } from './rules/index.ts'
import { Contract } from './schema.ts'
import { contractFlags, contractTruth } from './truth.ts'

export const contract = defineDocumentType({
  name: 'contract',
  caption: { en: 'Contract', ru: 'Договор' },
  schema: Contract,
  fields: contractFields,
  classes: [{ name: 'contract', caption: { en: 'Contract', ru: 'Договор' } }],
  headline: {
    number: ['number'],
    date: ['signDate'],
    partner: ['parties[1].name', 'parties[0].name'],
    amount: ['amount.value'],
    currency: ['amount.currency'],
  },
  recognise: recogniseContract,
  readPages: readContractPages,
  prompt: contractPrompt,
  derive: deriveContract,
  check: checkContract,
  missing: missingInContract,
  historyKeys: contractHistoryKeys,
  // Contracts of one partner differ in everything that matters; nothing is expected again.
  supplierOwn: () => false,
  keyDates: contractKeyDates,
  exports: contractExports,
  promised: ['signDate', 'effectiveDate', 'expiryDate', 'governingLaw', 'amount.value', 'amount.currency'],
  truth: contractTruth,
  truthFlags: contractFlags,
  truthLines: {},
  rulesVersion: CONTRACT_RULES_VERSION,
})
