import type { ExportFormat } from '../export.ts'
import { jsonFormat } from '../exports/json.ts'
import { tabularFormats } from '../exports/tabular.ts'
import { applicationFields } from './fields.ts'
import type { Application } from './schema.ts'

const tableNames = {
  document: { en: 'Application', ru: 'Заявка' },
  branches: {
    applicant: { en: 'Applicant', ru: 'Заявитель' },
    supplier: { en: 'Supplier', ru: 'Поставщик' },
    lines: { en: 'Item', ru: 'Позиция' },
    approvals: { en: 'Approvals', ru: 'Согласования' },
  },
}

export const applicationExports: readonly ExportFormat<Application>[] = [
  jsonFormat('application'),
  ...tabularFormats<Application>(applicationFields, tableNames, 'lines'),
]
