import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { contractFields } from './fields.ts'
import type { Contract } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Contract', ru: 'Договор' },
  branches: {
    parties: { en: 'Party', ru: 'Сторона' },
    amount: { en: 'Amount', ru: 'Сумма' },
    paymentTerms: { en: 'Payment', ru: 'Оплата' },
    renewal: { en: 'Renewal', ru: 'Продление' },
    termination: { en: 'Termination', ru: 'Расторжение' },
    penalties: { en: 'Penalty', ru: 'Неустойка' },
    liabilityCap: { en: 'Liability', ru: 'Ответственность' },
    appendices: { en: 'Appendix', ru: 'Приложение' },
    clauses: { en: 'Clauses', ru: 'Условия' },
  },
}

export const contractExports: readonly ExportFormat<Contract>[] = commonFormats('contract', contractFields, tableNames, 'parties')
