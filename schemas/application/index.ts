import { defineDocumentType } from '../define.ts'
import { recogniseBySigns } from '../shared/captioned/index.ts'
import { applicationClasses, applicationSigns } from './classes.ts'
import { applicationConfidence } from './confidence/index.ts'
import { applicationExports } from './export.ts'
import { applicationFields } from './fields.ts'
import { applicationPrompt } from './prompt/index.ts'
import { readApplicationPages } from './read-pages.ts'
import { applicationHistoryKeys } from './rules/duplicates.ts'
import { APPLICATION_RULES_VERSION, checkApplication } from './rules/index.ts'
import { Application } from './schema.ts'
import { applicationTruth, applicationTruthLines } from './truth.ts'

export const application = defineDocumentType({
  name: 'application',
  caption: { en: 'Application (request)', ru: 'Заявка' },
  schema: Application,
  fields: applicationFields,
  classes: applicationClasses,
  headline: {
    number: ['number'],
    date: ['date'],
    partner: ['supplier.name', 'applicant.name'],
    amount: ['total'],
    currency: ['currency'],
  },
  recognise: (reading) => recogniseBySigns(reading, applicationSigns),
  readPages: readApplicationPages,
  prompt: applicationPrompt,
  check: checkApplication,
  historyKeys: applicationHistoryKeys,
  supplierOwn: (path) => path.startsWith('supplier.'),
  exports: applicationExports,
  promised: ['number', 'date', 'applicant.name', 'supplier.inn', 'currency', 'total'],
  truth: applicationTruth,
  truthLines: applicationTruthLines,
  confidence: applicationConfidence,
  rulesVersion: APPLICATION_RULES_VERSION,
})
