import type { ExportFormat } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { applicationFields } from './fields.ts'
import type { Application } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Application', ru: 'Заявка' },
  branches: {
    applicant: { en: 'Applicant', ru: 'Заявитель' },
    supplier: { en: 'Supplier', ru: 'Поставщик' },
    lines: { en: 'Item', ru: 'Позиция' },
    approvals: { en: 'Approvals', ru: 'Согласования' },
  },
}

export const applicationExports: readonly ExportFormat<Application>[] = commonFormats('application', applicationFields, tableNames, 'lines')
