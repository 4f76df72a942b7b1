import { createHash } from 'node:crypto'
import { NO_TERMS } from '../core/acceptance/index.ts'
import type { DocumentStore } from './deps.ts'

/** The store of the command line: it remembers nothing, so no history rule can fire and nothing is delivered. */
export const noStore: DocumentStore = {
  journal: async () => ({ version: 1 }),
  splitOff: async () => {},
  reportPages: async () => {},
  publish: async (_, result) => ({ recordId: createHash('sha256').update(result.sha256).digest('hex').slice(0, 32) }),
  deliver: async () => {},
  history: async () => [],
  remember: async () => {},
  secondPersonLimits: async () => [],
  namedApprover: async () => null,
  terms: async () => NO_TERMS,
  blindResult: async () => null,
  judge: async () => {},
  handedOver: async () => null,
  keepGolden: async () => {},
  ownTaxIds: async () => [],
  knownOrder: async () => null,
  rememberBilling: async () => {},
  knownCompanies: async () => ({ suppliers: null, own: null }),
  remembered: async () => [],
  learn: async () => {},
  llmTerms: async () => ({ allowed: [], spentToday: '0' }),
  llmAnswer: async () => null,
  recordLlmCall: async () => {},
  recordShadow: async () => {},
  llmExamples: async () => [],
  rememberExample: async () => {},
  // Nothing is counted here, so nothing can be held.
  reserveLlm: async () => 'unlimited',
}
